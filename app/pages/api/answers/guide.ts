// The guide as the API tells it: its editions, and what one of them says of each kind of appeal, of round and of contests: every step with its
// term, what an answer must have and how it may end. What somebody needs who answers an appeal through the API.
import { z } from 'zod';
import type { Edition, Locale } from '../../../../guide/schema';
import { kindsOf, nounOf, procedureOf, ruleIdsOf, ruleOf, type AnyKind } from '../../../core/duty';
import { answersOf, askedOf } from '../../../commands/appeals/answer';
import { wordOf } from '../../../queries/guide';
import { sourceOf } from '../../../queries/reasons';
import { basis, basisOf, day, named, SHAPES, type Addresses } from './shared';

export const edition = z
  .strictObject({
    id: z.string(),
    inForceFrom: day,
    current: z.boolean(),
    acts: z.array(z.strictObject({ id: z.string(), name: z.string(), url: z.url().nullable() })),
  })
  .register(SHAPES, { id: 'Edition' });

export const editionOf = (one: Edition, { locale, current }: { locale: Locale; current: boolean }) => ({
  ...{ id: one.id, inForceFrom: one.in_force_from, current },
  acts: Object.entries(one.acts).map(([id, { url }]) => ({ id, name: wordOf(one, locale, `act.${id}.name`), url })),
});

const step = z.strictObject({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  n: z.number().int(),
  unit: z.enum(['working_day', 'calendar_day', 'month']),
  direction: z.enum(['forward', 'backward']),
  from: named,
  debtor: named,
  creditor: named,
  opens: z.boolean().describe('It is owed by itself; otherwise it is a limit for a step that somebody may take.'),
  basis: z.array(basis),
});
export const kind = z
  .strictObject({
    id: z.string(),
    noun: z.enum(['appeal', 'round', 'contest']),
    name: z.string(),
    text: z.string(),
    edition: z.string(),
    rules: z.array(step),
    outcomes: z.array(named).describe('How an answer may end: ids for `outcome`.'),
    requirements: z
      .array(z.strictObject({ id: z.string(), name: z.string(), basis: z.array(basis) }))
      .describe('What an official gives with an answer: names for `requirements`.'),
  })
  .register(SHAPES, { id: 'Kind' });

/** Everything that the edition knows, in its order. */
export const kindsIn = (to: Addresses, one: Edition): z.input<typeof kind>[] =>
  kindsOf(one).map((id) => kindOf(to, one, id));

function kindOf(to: Addresses, one: Edition, id: AnyKind): z.input<typeof kind> {
  const { locale } = to;
  const word = (key: string) => wordOf(one, locale, key);
  const laws = (bases: Parameters<typeof sourceOf>[2][]) =>
    bases.map((each) => basisOf(to, sourceOf(one, locale, each)));
  const procedure = procedureOf(one, id);
  return {
    ...{ id, noun: nounOf(id), edition: one.id, name: word(`kind.${id}.name`) },
    text: one.texts[locale][`kind.${id}.text`] ?? '',
    rules: ruleIdsOf(one, id).flatMap((rule) => {
      const known = ruleOf(one, id, rule);
      if (!known) return [];
      const { n, unit, direction, from } = known.term;
      return [
        {
          ...{ id: rule, name: word(`rule.${rule}.name`), text: one.texts[locale][`rule.${rule}.text`] ?? '' },
          ...{ n, unit, direction, from: { id: from, name: word(`start.${from}.name`) }, opens: known.opens },
          debtor: { id: known.debtor, name: word(`party.${known.debtor}.name`) },
          creditor: { id: known.creditor, name: word(`party.${known.creditor}.name`) },
          basis: laws([...known.basis]),
        },
      ];
    }),
    outcomes: procedure
      ? answersOf(procedure).map((outcome) => ({ id: outcome.id, name: word(`outcome.${outcome.id}.name`) }))
      : [],
    requirements: procedure
      ? askedOf(procedure).map((asked) => ({
          ...{ id: asked.id, name: word(`requirement.${asked.id}.name`), basis: laws([...asked.basis]) },
        }))
      : [],
  };
}
