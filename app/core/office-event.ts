// What a body decides about its own work, with the shape of what is recorded.
import { z } from 'zod';
import { id, signatory } from './shape';

const person = z.object({ personId: id, name: z.string() });

export const OFFICE_EVENTS = {
  /** Kinds of appeals whose answers a second official approves. */
  'office.four_eyes_chosen': z.object({ kinds: z.array(z.string()), officer: signatory }),
  /** All open work of one official goes to another; each case has its own record of it. `cases`: their numbers. */
  'office.handed_over': z.object({
    from: person,
    to: person,
    cases: z.array(z.string()),
    reason: z.string(),
    officer: signatory,
  }),
} as const satisfies Record<string, z.ZodType>;
