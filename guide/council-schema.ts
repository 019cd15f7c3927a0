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
  /** How long a member is appointed for at most, in months. */
  term: z.strictObject({ months: z.int().positive(), basis: bases }),
});
export type Councils = z.infer<typeof councilsSchema>;
