/**
 * The bricks that every procedure of the guide is made of: days, acts, bases, terms, rules. Part of guide/schema.ts, which
 * exports them too.
 */
import { z } from 'zod';
import { CONFIDENCES, FURTHER_STARTS, PARTIES, REMINDER_PLANS, STARTS, UNITS } from './ids';
import { CONTEST_STARTS } from './contest-ids';
import { ROUND_STARTS } from './round-ids';

/** A civil date in Asia/Almaty, 'YYYY-MM-DD'. */
export type Day = `${number}-${number}-${number}`;

export const id = z.string().regex(/^[a-z][a-z0-9_]*$/);
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const isRealDay = (text: string) => {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= ([...days, 30, 31][month - 1] ?? 0);
};
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, 'not a day of the calendar') as unknown as z.ZodType<Day>;

/** A law or order: `version` says which wording was read, `adopted` and `number` name it. */
export const actSchema = z.strictObject({
  number: z.string().nullable(),
  adopted: daySchema.nullable(),
  version: z.string(),
  url: z.url().nullable(),
});
export const actsSchema = z.record(id, actSchema);
/** Where a number or duty comes from. `verified` is the day someone last compared it with the text. */
export const basisSchema = z.strictObject({
  act: id,
  article: z.string().min(1),
  confidence: z.enum(CONFIDENCES),
  verified: daySchema,
  anchor: z.string().optional(),
  url: z.url().optional(),
  note: z.string().startsWith('note.').optional(),
});
export const bases = z.array(basisSchema).min(1);

/** A length of time. A backward term ends at least n units before its event and is never rolled. */
export const termSchema = z
  .strictObject({
    n: z.int().nonnegative(),
    unit: z.enum(UNITS),
    from: z.enum([...STARTS, ...FURTHER_STARTS, ...ROUND_STARTS, ...CONTEST_STARTS]),
    direction: z.enum(['forward', 'backward']).default('forward'),
    roll: z.enum(['next_working_day', 'none']),
  })
  .refine((term) => term.direction === 'forward' || term.roll === 'none', 'a backward term is not rolled');

/** One duty or limit. `opens`: the duty arises by itself at its start; otherwise it is a limit for a step a party may take. */
export const ruleSchema = z.strictObject({
  term: termSchema,
  debtor: z.enum(PARTIES),
  creditor: z.enum(PARTIES),
  opens: z.boolean(),
  reminders: z.enum(REMINDER_PLANS),
  basis: bases,
});
