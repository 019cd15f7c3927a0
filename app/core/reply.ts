// What an answer of a body consists of, as its event keeps it: drafted, approved and given in the same shape.
import { z } from 'zod';
import { attachment, day, locale, signatory } from './shape';

export const replyParts = z.object({
  outcome: z.string(),
  language: locale,
  text: z.string(),
  /** What the law asks a reply to have, requirement id -> what the official gave for it. */
  requirements: z.record(z.string(), z.string()),
  files: z.array(attachment),
  /** A favourable act has to be carried out (APPC 86(3)): by the law's day (null) or by the one set; absent where nothing remains to be done. */
  execute: z.object({ until: day.nullable() }).nullish(),
});

/** `drafter`: who wrote it, where another official than the signatory did. */
export const reply = replyParts.extend({ signatory, drafter: signatory.nullish() });

export type ReplyParts = z.infer<typeof replyParts>;
