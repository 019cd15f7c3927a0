/**
 * A procedure may say `inherits: message`, or `inherits: { from: application, rules: [...], keys: [...] }`: it then takes over what it
 * does not say itself. Called by guide/load.ts before validation, so that a resolved procedure is whole and shows its own articles.
 */
import { z } from 'zod';
import type { amendmentsSchema, Edition, furtherRulesSchema } from './schema';

const rawProcedures = z.record(z.string(), z.looseObject({}));
const inheritsShape = z.union([
  z.string(),
  z.strictObject({ from: z.string(), rules: z.array(z.string()), keys: z.array(z.string()) }),
]);

/** Resolves `inherits` for every procedure, in the order of the file; throws when the source is missing or comes later. */
export function inheritProcedures(file: string, data: unknown): Record<string, unknown> {
  const raw = rawProcedures.parse(data);
  const done: Record<string, Record<string, unknown>> = {};
  for (const [id, { inherits, ...own }] of Object.entries(raw)) {
    if (inherits === undefined) {
      done[id] = own;
      continue;
    }
    const rule = inheritsShape.parse(inherits);
    const from = typeof rule === 'string' ? rule : rule.from;
    const source = done[from];
    if (!source) throw new Error(`The guide can't be read.\n${file}: ${id}.inherits: ${from} does not stand before it`);
    const sourceRules = (source.rules ?? {}) as Record<string, unknown>;
    const wanted = typeof rule === 'string' ? Object.keys(sourceRules) : rule.rules;
    const keys = typeof rule === 'string' ? Object.keys(source) : rule.keys;
    const missing = [...wanted.filter((key) => !(key in sourceRules)), ...keys.filter((key) => !(key in source))];
    if (missing.length > 0)
      throw new Error(`The guide can't be read.\n${file}: ${id}.inherits: ${from} has no ${missing.join(', ')}`);
    const rules = Object.fromEntries(wanted.map((key) => [key, sourceRules[key]]));
    const taken = Object.fromEntries(keys.map((key) => [key, source[key]]));
    done[id] = { ...taken, ...own, id, rules: { ...rules, ...((own.rules ?? {}) as Record<string, unknown>) } };
  }
  return Object.fromEntries(Object.entries(done).map(([id, procedure]) => [id, { ...procedure, id }]));
}

/** rounds.yaml with every kind whole: a kind may inherit from one before it, as a procedure of appeals may. */
export function inheritRounds(file: string, data: unknown): unknown {
  const { kinds, ...rest } = z.looseObject({ kinds: z.unknown() }).parse(data);
  return { ...rest, kinds: inheritProcedures(file, kinds) };
}

/** The procedures with the rules that an edition adds to them. */
export const withRules = (
  procedures: Edition['procedures'],
  further: z.infer<typeof furtherRulesSchema>,
): Edition['procedures'] =>
  Object.fromEntries(
    Object.entries(procedures).map(([kind, it]) => [kind, { ...it, rules: { ...it.rules, ...further[it.id] } }]),
  ) as Edition['procedures'];

/** The procedures as an edition amends them. */
export const amended = (
  procedures: Edition['procedures'],
  by: z.infer<typeof amendmentsSchema>,
): Edition['procedures'] =>
  Object.fromEntries(
    Object.entries(procedures).map(([kind, it]) => {
      const { next = [], not_a_reply = [], ...more } = by[it.id] ?? {};
      return [kind, { ...it, ...more, next: [...it.next, ...next], not_a_reply: [...it.not_a_reply, ...not_a_reply] }];
    }),
  ) as Edition['procedures'];
