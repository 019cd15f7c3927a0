// What can happen to one contribution to a round: made, moved with the round's last day, moderated, grouped, answered, withdrawn.
import { z } from 'zod';
import { MODERATION_GROUNDS, ORIGINS, ROUND_KINDS } from '../../guide/schema';
import { disposition } from './round-event';
import { attachment, bilingual, day, id, locale, signatory } from './shape';

export const PARTICIPANTS = ['person', 'organisation', 'council'] as const;

export const COMMENT_EVENTS = {
  'comment.made': z.object({
    roundId: id,
    roundNumber: z.string(),
    roundTitle: bilingual,
    number: z.string(),
    edition: z.string(),
    kind: z.enum(ROUND_KINDS),
    bodyId: id,
    participant: z.enum(PARTICIPANTS),
    /** Who wrote it, where that person has an account; null for paper, phone and hearing input. */
    personId: id.nullable(),
    organisationId: id.nullable(),
    councilId: id.nullable(),
    /** The name as given on paper, by phone or at a hearing. */
    givenName: z.string().nullable(),
    nameHidden: z.boolean(),
    origin: z.enum(ORIGINS),
    enteredBy: signatory.nullable(),
    receivedAt: z.number(),
    receivedDay: day,
    /** The last day for comments as it stood then. */
    closesDay: day,
    documentId: id.nullable(),
    version: z.int().nullable(),
    anchor: z.string().nullable(),
    text: z.string(),
    wording: z.string(),
    language: locale,
    /** One more voice for what another comment says. */
    joinsId: id.nullable(),
    files: z.array(attachment),
  }),
  /** The last day for comments moved: so does the day by which this one must be answered. */
  'comment.due_moved': z.object({ closesDay: day }),
  'comment.moderated': z.object({ ground: z.enum(MODERATION_GROUNDS), reason: z.string(), signatory }),
  'comment.restored': z.object({ reason: z.string(), signatory }),
  'comment.grouped': z.object({ pointId: id.nullable(), signatory }),
  'comment.disposed': z.object({
    pointId: id.nullable(),
    disposition,
    drafter: signatory,
    approver: signatory,
  }),
  'comment.withdrawn': z.object({ statement: z.string() }),
} as const satisfies Record<string, z.ZodType>;
