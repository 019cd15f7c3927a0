// An official asks another unit, or another body, what the answer needs, by a day of its own. It is internal: no clock of the law waits.
import { z } from 'zod';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { bodiesOf } from './around';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  /** Whose unit it is; empty for the body's own. */
  toBodyId: z.union([z.uuid(), z.literal('')]).default(''),
  unit: z.string().trim().min(2).max(200),
  question: z.string().trim().min(10).max(5000),
  until: dayField,
});

/** Asks. Refuses: already_ended, day_not_later, not_found, body_closed, and what every act refuses. */
export async function giveErrand(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, toBodyId, unit, question, until } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.give_errand',
    decide: async ({ appeal, around, signatory }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (until <= around.today) return refuse('day_not_later', { fields: { until: 'bad_value' } });
      const bodyId = toBodyId || appeal.bodyId;
      const asked = (await bodiesOf(world, [bodyId])).get(bodyId);
      if (!asked) return refuse('not_found');
      if (asked.closed) return refuse('body_closed');
      return done({
        facts: [
          ...acceptedFirst(appeal, signatory),
          { type: 'appeal.errand_given', payload: { bodyId, unit, question, until, officer: signatory } },
        ],
      });
    },
  });
}
