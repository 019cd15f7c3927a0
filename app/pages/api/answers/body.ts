// A state body as the API tells it: in the list, where its id is found that an appeal names, and whole with what it owes now.
import { z } from 'zod';
import { LEVELS } from '../../../core/region';
import type { BodyRow } from '../../../queries/body-rows';
import type { BodyView } from '../../../queries/public-bodies';
import { links, linksTo, place, SHAPES, type Addresses } from './shared';

const common = {
  id: z.uuid().describe('By which an appeal names the body.'),
  slug: z.string(),
  name: z.string(),
  level: z.enum(LEVELS),
  region: z.string().nullable().describe('ISO 3166-2 code; null for central bodies.'),
  closed: z.boolean().describe('Takes no appeals any more.'),
};

export const bodyLine = z
  .strictObject({ ...common, parent: z.string().nullable().describe('Slug of the body above.'), links })
  .register(SHAPES, { id: 'BodyLine' });

export const bodyLineOf = (to: Addresses, row: BodyRow): z.input<typeof bodyLine> => {
  const { id, slug, name, level, region, closed, parent } = row;
  return { ...{ id, slug, name, level, region, closed, parent }, links: linksTo(to, `/bodies/${slug}`) };
};

export const body = z
  .strictObject({
    ...common,
    address: z.string(),
    workdayEnd: z.string().describe('Local time; what comes later is registered on the next working day.'),
    above: z.array(place).describe('From the top of the tree down.'),
    below: z.array(z.strictObject({ ...place.shape, open: z.number().int(), overdue: z.number().int() })),
    councils: z.array(place),
    owes: z
      .strictObject({
        overdue: z.number().int(),
        today: z.number().int(),
        near: z.number().int(),
        later: z.number().int(),
      })
      .describe('Open duties of every kind, by time left.'),
    links,
  })
  .register(SHAPES, { id: 'Body' });

export const bodyOf = (to: Addresses, { today: _today, owes, ...view }: BodyView): z.input<typeof body> => ({
  ...view,
  owes: { overdue: owes.overdue, today: owes.today, near: owes.near, later: owes.later },
  links: linksTo(to, `/bodies/${view.slug}`),
});
