// The events of an appeal between its filing and its end, beside the main line: each with the shape of what it records.
import { z } from 'zod';
import { attachment, day, signatory } from './shape';

export const STEP_EVENTS = {
  /** The body names what is wrong in form and sets the day by which it is put right (APPC 64(6)). */
  'appeal.cure_asked': z.object({ defects: z.string(), until: day, officer: signatory }),
  'appeal.cured': z.object({ text: z.string(), files: z.array(attachment) }),
  /** `earlier`: the number of the terminated case that this one is identical to. */
  'appeal.returned': z.object({ ground: z.string(), text: z.string(), earlier: z.string().nullable(), signatory }),
} as const satisfies Record<string, z.ZodType>;

export type StepEvent = keyof typeof STEP_EVENTS;
