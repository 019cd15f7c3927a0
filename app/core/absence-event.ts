// An official is away, and who acts in the place of whom on which days: the shape of what is recorded. Why somebody is away is nobody's
// business here.
import { z } from 'zod';
import { day, id, signatory } from './shape';

const person = z.object({ personId: id, name: z.string() });

export const ABSENCE_EVENTS = {
  /** Both days are days of absence. */
  'absence.announced': z.object({
    bodyId: id,
    person,
    cover: person,
    fromDay: day,
    untilDay: day,
    officer: signatory,
  }),
  /** Back earlier: `untilDay` is the last day of absence; before `fromDay` where there will be none. */
  'absence.ended': z.object({ untilDay: day, officer: signatory }),
} as const satisfies Record<string, z.ZodType>;
