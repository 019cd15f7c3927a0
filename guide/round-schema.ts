/**
 * The shapes of what the guide says of consultation rounds: kinds with their duties and numbers, the gate, dispositions, and how
 * a public council decides. Part of guide/schema.ts, from which everything here can be imported too.
 */
import { z } from 'zod';
import { bases, daySchema, id, ruleSchema } from './rule-schema';
import {
  CONTRIBUTORS,
  DISPOSITIONS,
  DOCUMENT_ROLES,
  GATE_CHECKS,
  ROUND_HOSTS,
  ROUND_KINDS,
  ROUND_PARTIES,
  ROUND_RULES,
} from './round-ids';

const roundRuleSchema = ruleSchema.extend({
  debtor: z.enum(ROUND_PARTIES),
  creditor: z.enum(ROUND_PARTIES),
  /** Many of one kind: desks and reminders show the duty that gathers them instead of each. */
  gathered_in: z.enum(ROUND_RULES).nullable().default(null),
});

export const roundKindSchema = z.strictObject({
  id: z.enum(ROUND_KINDS),
  basis: bases,
  hosts: z.array(z.enum(ROUND_HOSTS)).min(1),
  contributors: z.enum(CONTRIBUTORS),
  /** Documents without which a round of this kind doesn't open. */
  documents: z.array(z.strictObject({ role: z.enum(DOCUMENT_ROLES), basis: bases })),
  /** Whether comments are accepted by showing the changed clause; without a draft there is nothing to change. */
  has_draft: z.boolean(),
  /** Whether the host may choose a period other than `comment_period`, and with which floor. */
  period_may_differ: z.boolean(),
  has_hearing: z.boolean(),
  has_council_view: z.boolean(),
  rules: z.partialRecord(z.enum(ROUND_RULES), roundRuleSchema),
  gate: z.array(z.strictObject({ id: z.enum(GATE_CHECKS), basis: bases })).min(1),
});

/** A part of a whole: `of` out of `from`, more than that where `strictly`. */
export const share = z.strictObject({
  of: z.int().positive(),
  from: z.int().positive(),
  strictly: z.boolean(),
  basis: bases,
});

/** A worked example: a duty counted from a day. */
export const roundExampleSchema = z.strictObject({
  id,
  kind: z.enum(ROUND_KINDS),
  rule: z.enum(ROUND_RULES),
  from: daySchema,
  expect: z.strictObject({ due: daySchema, provisional: z.boolean() }),
});

/** rounds.yaml: the kinds, and what holds for all of them. */
export const roundsSchema = z.strictObject({
  kinds: z.record(z.enum(ROUND_KINDS), roundKindSchema),
  /** `change`: such an answer must show a clause of a later version whose text differs. `target`: it names another comment. */
  dispositions: z
    .array(z.strictObject({ id: z.enum(DISPOSITIONS), change: z.boolean(), target: z.boolean(), basis: bases }))
    .min(1),
  /** A second person approves what the first drafted. */
  four_eyes: z.strictObject({ required: z.boolean(), basis: bases }),
  examples: z.array(roundExampleSchema),
  council: z.strictObject({ quorum: share, adoption: share, recusal: z.strictObject({ basis: bases }) }),
});

export type RoundKindRules = z.infer<typeof roundKindSchema>;
export type RoundRule = z.infer<typeof roundRuleSchema>;
export type Rounds = z.infer<typeof roundsSchema>;
