/**
 * The shapes of what the guide says of contested figures: by when a body may contest, by when the council rules, what may be claimed. How a
 * council decides stands with rounds. Part of guide/schema.ts, from which everything here can be imported too.
 */
import { z } from 'zod';
import { CLAIMS, CONTEST_PARTIES, CONTEST_RULES, RULINGS } from './contest-ids';
import { bases, ruleSchema } from './rule-schema';

const contestRuleSchema = ruleSchema.extend({ debtor: z.enum(CONTEST_PARTIES), creditor: z.enum(CONTEST_PARTIES) });

/** contests.yaml */
export const contestsSchema = z.strictObject({
  basis: bases,
  rules: z.record(z.enum(CONTEST_RULES), contestRuleSchema),
  /** `day`: the claim names one. */
  claims: z.array(z.strictObject({ id: z.enum(CLAIMS), day: z.boolean(), basis: bases })).min(1),
  rulings: z.array(z.strictObject({ id: z.enum(RULINGS), basis: bases })).min(1),
  /** Where nobody on the council may rule, or there is none, that of the superior body does. */
  passing_on: z.strictObject({ basis: bases }),
});
export type Contests = z.infer<typeof contestsSchema>;
export type ContestRule = Contests['rules'][keyof Contests['rules']];
