// What an answer of a body consists of, as its event keeps it: drafted, approved and given in the same shape.
import { z } from 'zod';
import { HEARING_EXCEPTIONS, SUSPENSION_EXCEPTIONS } from '../../guide/schema';
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
  /** A burdening act without a hearing: on which exception the official relies, and why (APPC 73(2)). */
  unheard: z.object({ ground: z.enum(HEARING_EXCEPTIONS), reason: z.string() }).nullish(),
  /** That a complaint does not suspend this act, and why (APPC 96(2)). */
  enforced: z.object({ ground: z.enum(SUSPENSION_EXCEPTIONS), reason: z.string() }).nullish(),
});

/** `drafter`: who wrote it, where another official than the signatory did. */
export const reply = replyParts.extend({ signatory, drafter: signatory.nullish() });

export type ReplyParts = z.infer<typeof replyParts>;
