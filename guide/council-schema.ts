/**
 * The shapes of what the guide says of who sits on a public council and for how long. How a council decides stands with rounds. Part of
 * guide/schema.ts, from which everything here can be imported too.
 */
import { z } from 'zod';
import { bases } from './rule-schema';
import { share } from './round-schema';

/** councils.yaml. */
export const councilsSchema = z.strictObject({
  /** The least share of civil society among the members. */
  civil: share,
  /** How many members the council of a ministry has; editions before the seventh do not say. */
  members: z.strictObject({ least: z.int().positive(), most: z.int().positive(), basis: bases }).optional(),
  /** How long a member is appointed for at most, in months, and how many terms may follow each other; one edition did not say. */
  term: z.strictObject({ months: z.int().positive(), in_a_row: z.int().positive().optional(), basis: bases }),
});
export type Councils = z.infer<typeof councilsSchema>;
