/**
 * The shapes of what the guide says of scores: periods, bands, the composite and its weights. Part of guide/schema.ts, from which
 * everything here can be imported too.
 */
import { z } from 'zod';
import { RULES } from './ids';
import { bases } from './rule-schema';
import { CASE_ENDS, COMPOSABLE } from './score-ids';

const share = z.number().gt(0).lt(1);

/** scoring.yaml */
export const scoringSchema = z.strictObject({
  period: z.strictObject({ of: z.literal('registration'), length: z.literal('quarter'), basis: bases }),
  /** The least share of each band; below the last stands what is unsatisfactory. */
  bands: z
    .strictObject({ good: share, adequate: share, basis: bases })
    .refine(({ good, adequate }) => good > adequate, { error: 'good lies above adequate' }),
  level: z.strictObject({ share, basis: bases }),
  minimum: z.strictObject({ n: z.int().positive(), basis: bases }),
  ends: z.strictObject({
    answer: z.array(z.enum(CASE_ENDS)).min(1),
    others: z.array(z.enum(CASE_ENDS)),
    basis: bases,
  }),
  /** Duties of a case that have no share of their own, because a clock measures them. */
  duties: z.strictObject({ leave_out: z.array(z.enum(RULES)), basis: bases }),
  composite: z.strictObject({
    parts: z
      .array(z.strictObject({ measure: z.enum(COMPOSABLE), weight: z.int().positive(), shares_cases: z.boolean() }))
      .min(1)
      .refine((parts) => parts.reduce((sum, { weight }) => sum + weight, 0) === 100, { error: 'weights add up to 100' })
      .refine((parts) => new Set(parts.map(({ measure }) => measure)).size === parts.length, {
        error: 'a measure stands twice',
      }),
    basis: bases,
  }),
  last_day: z.strictObject({ before: z.int().positive(), basis: bases }),
  /** Working days after a quarter's last one until its figures are everybody's; without it they are at once. */
  publication: z.strictObject({ after: z.int().positive(), basis: bases }).optional(),
  after_hours: z.strictObject({ basis: bases }).optional(),
  /** Which reports of a body count as kept. */
  promises: z.strictObject({ kept: z.array(z.enum(['kept', 'partly'])).min(1), basis: bases }).optional(),
  /** `draws`: of editions whose interval was drawn by chance. */
  association: z
    .strictObject({ cells: z.int().min(5), bodies: z.int().min(5), draws: z.int().min(1000).optional(), basis: bases })
    .optional(),
  brush_off: z
    .strictObject({
      same_answer: share,
      different_question: share,
      points: z.int().min(2),
      addressed: share,
      sample: z.strictObject({ flagged: z.int().positive(), others: z.int().positive() }),
      basis: bases,
    })
    .optional(),
});
export type Scoring = z.infer<typeof scoringSchema>;
