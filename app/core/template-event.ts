// A body's template of an answer: each writing of it is an event, so that its history stays.
import { z } from 'zod';
import { id, locale, signatory } from './shape';

export const TEMPLATE_EVENTS = {
  'template.written': z.object({
    bodyId: id,
    kind: z.string(),
    language: locale,
    name: z.string(),
    text: z.string(),
    /** Parts that the law asks of an answer, requirement id -> its words; those that differ from case to case are left out. */
    requirements: z.record(z.string(), z.string()),
    officer: signatory,
  }),
  'template.retired': z.object({ officer: signatory }),
} as const satisfies Record<string, z.ZodType>;
