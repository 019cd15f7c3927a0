// What a body decides about its own work, with the shape of what is recorded.
import { z } from 'zod';
import { signatory } from './shape';

export const OFFICE_EVENTS = {
  /** Kinds of appeals whose answers a second official approves. */
  'office.four_eyes_chosen': z.object({ kinds: z.array(z.string()), officer: signatory }),
} as const satisfies Record<string, z.ZodType>;
