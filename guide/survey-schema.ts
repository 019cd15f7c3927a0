/**
 * The shapes of what the guide says of trust surveys: the bank of items, scales, instruments, waves and the rules of publishing.
 * Part of guide/schema.ts, from which everything here can be imported too. An instrument made on the editor's page has the shape
 * `instrumentSchema` with its own texts, and is read by the same code.
 *
 * Texts, in an edition as in an instrument of its own, by key:
 *   instrument.<id>.name .lead            page.<instrument>.<page>.title
 *   item.<id>.ngo_to_body .body_to_ngo    the question as that side is asked it      item.<id>.name    its name in tables
 *   option.<item>.<option>                row.<item>.<row>
 *   scale.<id>.low .high                  the words at the ends      scale.<id>.p<n>  the word of a point, where every point has one
 */
import { z } from 'zod';
import { bases, id } from './rule-schema';
import { CONSTRUCTS, DIRECTIONS, OCCASIONS } from './survey-ids';

/** Points in steps of one. `labelled`: every point has its word, not only the ends. */
export const scaleSchema = z
  .strictObject({ from: z.int(), to: z.int(), labelled: z.boolean() })
  .refine(({ from, to }) => to > from && to - from <= 10, { error: 'a scale has 2 to 11 points' });

const asked = {
  construct: z.enum(CONSTRUCTS),
  directions: z.array(z.enum(DIRECTIONS)).min(1),
  /** Where the wording comes from. Never a claim of a validated scale. */
  basis: bases,
};
const options = z.array(id).min(2).max(20);

/** `dont_know`: whether "don't know" is offered; it is always apart from the scale and never counted into a mean. */
export const itemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scale'),
    ...asked,
    scale: id,
    /** A high answer means little of the construct. */
    reversed: z.boolean().default(false),
    dont_know: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal('choice'), ...asked, options, dont_know: z.boolean().default(true) }),
  z.strictObject({
    kind: z.literal('multiple'),
    ...asked,
    options,
    at_most: z.int().positive().nullable().default(null),
    dont_know: z.boolean().default(true),
  }),
  z.strictObject({
    kind: z.literal('matrix'),
    ...asked,
    scale: id,
    rows: z.array(id).min(2).max(12),
    dont_know: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal('text'), ...asked, longest: z.int().min(100).max(2000) }),
]);

/** Shown when another item, standing on an earlier page or before on the same, was answered so; "don't know" is `dont_know`. */
const condition = z.strictObject({
  item: id,
  any_of: z.array(z.union([id, z.int()])).min(1),
});

export const pageSchema = z.strictObject({
  id,
  items: z.array(z.strictObject({ item: id, when: condition.nullable().default(null) })).min(1),
  when: condition.nullable().default(null),
  /** Items of the page in an order drawn anew for each participant. */
  shuffled: z.boolean().default(false),
});

export const instrumentPlanSchema = z.strictObject({
  occasion: z.enum(OCCASIONS),
  directions: z.array(z.enum(DIRECTIONS)).min(1),
  pages: z.array(pageSchema).min(1),
  /** Items without an answer to which (a value or "don't know") a sheet is not valid. */
  required: z.array(id).min(1),
  /** A choice item by whose answer published tables may be divided. */
  divided_by: id.nullable().default(null),
  minutes: z.int().positive(),
  basis: bases,
});

const threshold = z.strictObject({ n: z.int().positive(), basis: bases });
const share = z.strictObject({ from: z.int(), to: z.int() });
const days = z.strictObject({ n: z.int().positive(), basis: bases });

export const publishingSchema = z.strictObject({
  /** Fewest answers of a cell that everyone may see, and of one that the body itself may. */
  public: threshold,
  internal: threshold,
  /** Points of the trust scale (0-10) by share. */
  shares: z.strictObject({ trust: share, neutral: share, low: share, basis: bases }),
  /** Fewest answers for a coefficient of reliability, and for an association of drivers with trust. */
  reliability: threshold,
  association: threshold,
});

export const wavePlanSchema = z.strictObject({
  /** Facts of so many days before the opening decide who is asked. */
  window_days: days,
  /** Calendar days from opening to close. */
  open_days: days,
  /** Reminders to those who have not taken their right to answer, so many days after the invitation. */
  remind_after_days: z.array(z.int().positive()),
  basis: bases,
});

/** surveys.yaml */
export const surveysSchema = z.strictObject({
  scales: z.record(id, scaleSchema),
  items: z.record(id, itemSchema),
  instruments: z.record(id, instrumentPlanSchema),
  waves: z.strictObject({ after_case: wavePlanSchema, yearly: wavePlanSchema, free: wavePlanSchema }),
  publishing: publishingSchema,
});

/** An instrument that stands for itself: with every scale, item and text it uses. What a wave pins and every page reads. */
export const instrumentSchema = instrumentPlanSchema.extend({
  id,
  scales: z.record(id, scaleSchema),
  items: z.record(id, itemSchema),
  texts: z.strictObject({
    kk: z.record(z.string(), z.string()),
    ru: z.record(z.string(), z.string()),
    en: z.record(z.string(), z.string()),
  }),
});

export type Scale = z.infer<typeof scaleSchema>;
export type Item = z.infer<typeof itemSchema>;
export type Condition = z.infer<typeof condition>;
export type InstrumentPage = z.infer<typeof pageSchema>;
export type InstrumentPlan = z.infer<typeof instrumentPlanSchema>;
export type Publishing = z.infer<typeof publishingSchema>;
export type WavePlan = z.infer<typeof wavePlanSchema>;
export type Surveys = z.infer<typeof surveysSchema>;
export type Instrument = z.infer<typeof instrumentSchema>;
