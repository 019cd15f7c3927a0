// The shapes that events of every noun share: a day, an id, who signed, an attachment, a text in both state languages.
import { z } from 'zod';
import type { Day } from './day';

export const day = z.custom<Day>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
export const id = z.uuid();
export const locale = z.enum(['kk', 'ru', 'en']);
export const signatory = z.object({
  personId: id,
  name: z.string(),
  post: z.string().nullable(),
  /** In whose place, where it took the office of a colleague who was away. */
  actingFor: z.object({ name: z.string(), post: z.string().nullable() }).nullish(),
});
export const attachment = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  sha256: z.string().length(64),
  /** Only the parties open it, whoever reads the rest. */
  withheld: z.literal(true).optional(),
});
/** The same in Kazakh and in Russian: what the public is told has both. */
export const bilingual = z.object({ kk: z.string(), ru: z.string() });

/** A name in the three languages: the reader's is chosen when it is shown. */
export const names = z.object({ kk: z.string(), ru: z.string(), en: z.string() });

export type Signatory = z.infer<typeof signatory>;
export type Attachment = z.infer<typeof attachment>;
export type Bilingual = z.infer<typeof bilingual>;
export type Names = z.infer<typeof names>;
