/**
 * The shapes of what the guide says of serving notices: which letters the law asks for, when one counts as unread, and by when the body
 * then hands it over on paper. Part of guide/schema.ts, from which everything here can be imported too.
 */
import { z } from 'zod';
import { UNITS } from './ids';
import { NOTICES } from './notice-ids';
import { bases } from './rule-schema';

const span = z.strictObject({ n: z.int().positive(), unit: z.enum(UNITS) });

/** notices.yaml */
export const noticesSchema = z.strictObject({
  notices: z.array(z.strictObject({ id: z.enum(NOTICES), basis: bases })).length(NOTICES.length),
  /** Unread after this long, or this long before the day by which its reader has to act, whichever comes first. */
  unread: z.strictObject({ after: span, before_day: span, basis: bases }),
  hand_over: span.extend({ basis: bases }),
});
export type Notices = z.infer<typeof noticesSchema>;
