// What can happen to an audit of signs, with the shape of what is recorded.
import { z } from 'zod';
import { AUDIT_CODES } from './score/audit';
import { id } from './shape';

const signals = z.object({ same: id.nullable(), missed: z.array(z.string()) });
const count = z.number().int().nonnegative();

export const AUDIT_EVENTS = {
  'audit.drawn': z.object({
    period: z.string(),
    edition: z.string(),
    method: z.string(),
    seed: count,
    /** Of how many cases with a sign and without the sample was drawn. */
    frame: z.object({ flagged: count, others: count }),
    /** In the order in which they are judged. */
    items: z.array(z.object({ appealId: id, flagged: z.boolean(), signals })),
  }),
  /** Of a case judged before: the code that counts from now on. */
  'audit.coded': z.object({ personId: id, position: count, code: z.enum(AUDIT_CODES) }),
} as const satisfies Record<string, z.ZodType>;
