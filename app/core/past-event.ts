// What can happen to a table of appeals from before Kenes, with the shape of what is recorded. The rows themselves are no events: Kenes did not
// see them happen. The ledger says that they were brought, and by their hash which they were.
import { z } from 'zod';

const rows = z.int().positive();

export const PAST_EVENTS = {
  'past.brought': z.object({
    fileName: z.string(),
    rows,
    /** Over the rows in their order (data/past-cases). */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** The rows are gone; that they were brought stays. */
  'past.taken_back': z.object({ rows }),
} as const satisfies Record<string, z.ZodType>;
