// What can happen to a consultation round and to the points its comments are grouped into, with the shape of what is recorded.
import { z } from 'zod';
import { CONFLICTS, DISPOSITIONS, DOCUMENT_ROLES, GATE_CHECKS, ROUND_KINDS, STATE_LANGUAGES } from '../../guide/schema';
import { attachment, bilingual, day, id, signatory } from './shape';

/** What the host says of a round before it opens, and may still change until then. */
export const roundSettings = z.object({
  title: bilingual,
  /** What is asked of people. */
  summary: bilingual,
  /** Who decides, and when. */
  decides: bilingual,
  /** What is already decided and not up for discussion. */
  fixed: bilingual,
  contact: z.string(),
  topic: z.string(),
  regions: z.array(z.string()),
  opensDay: day,
  closesDay: day,
  hearing: z.object({ day, time: z.string(), place: z.string() }).nullable(),
  followUpDay: day.nullable(),
});
export type RoundSettings = z.infer<typeof roundSettings>;

/** A clause of a version of the draft, as an answer shows it: the text after the change. */
export const clauseLink = z.object({ documentId: id, version: z.int(), anchor: z.string() });
export type ClauseLink = z.infer<typeof clauseLink>;

export const scoreLine = z.object({
  check: z.enum(GATE_CHECKS),
  passed: z.boolean(),
  /** Figures behind the result, such as working days left. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  waiver: z.object({ reason: z.string(), signatory }).nullable(),
});
export type ScoreLine = z.infer<typeof scoreLine>;

export const disposition = z.object({
  code: z.enum(DISPOSITIONS),
  reason: bilingual,
  /** The changed clause; several where one comment changed more than one. */
  changes: z.array(clauseLink),
  duplicateOf: z.string().nullable(),
});
export type Disposition = z.infer<typeof disposition>;

const vote = z.object({
  personId: id,
  name: z.string(),
  vote: z.enum(['for', 'against', 'abstained']),
  dissent: z.string(),
});

/** Who did not vote for an interest; `origin` is missing where it was recorded before the register was asked: then it was declared. */
export const recused = z.object({
  personId: id,
  name: z.string(),
  conflict: z.enum(CONFLICTS),
  origin: z.enum(['declared', 'membership']).optional(),
});
const voted = {
  councilId: id,
  text: bilingual,
  /** Seats of the council on that day, without those recused. */
  members: z.int().nonnegative(),
  votes: z.array(vote),
  recused: z.array(recused),
  signatory,
};

export const ROUND_EVENTS = {
  'round.prepared': z.object({
    number: z.string(),
    kind: z.enum(ROUND_KINDS),
    edition: z.string(),
    /** The body that must answer. */
    bodyId: id,
    /** The council that hosts the round; null where the body itself does. */
    councilId: id.nullable(),
    personId: id,
    settings: roundSettings,
  }),
  'round.revised': z.object({ settings: roundSettings }),
  'round.document_added': z.object({
    documentId: id,
    role: z.enum(DOCUMENT_ROLES),
    language: z.enum(STATE_LANGUAGES),
    version: z.int().positive(),
    title: z.string(),
    sha256: z.string().length(64),
    clauses: z.int().nonnegative(),
    /** Whether the text was read as text: a picture of a text is not. */
    readable: z.boolean(),
    /** The file that the text was read from, where the host gives it out too. */
    original: attachment.optional(),
  }),
  'round.invited': z.object({ organisationIds: z.array(id) }),
  'round.checked': z.object({ answers: z.array(z.string()), signatory }),
  'round.waived': z.object({ check: z.enum(GATE_CHECKS), reason: z.string(), signatory }),
  'round.opened': z.object({ scorecard: z.array(scoreLine), signatory }),
  'round.extended': z.object({ closesDay: day, was: day, reason: bilingual, signatory }),
  'round.shortened': z.object({ closesDay: day, was: day, reason: bilingual, signatory }),
  'round.reopened': z.object({ closesDay: day, was: day, reason: bilingual, signatory }),
  'round.hearing_held': z.object({
    protocol: bilingual,
    present: z.int().nonnegative(),
    chair: z.string(),
    /** The signed protocol as it was scanned, lists of those present, slides. */
    files: z.array(attachment).optional(),
    signatory,
  }),
  /** A comment that came otherwise than by this site is entered when answers are already being given; `from`: the day its clock starts. */
  'round.contribution_entered': z.object({ commentId: id, number: z.string(), from: day }),
  'point.made': z.object({ pointId: id, title: z.string(), signatory }),
  'point.renamed': z.object({ pointId: id, title: z.string() }),
  /** Drafted by one person; `edits` replace the reason for single comments. */
  'point.drafted': z.object({
    pointId: id,
    disposition,
    edits: z.array(z.object({ commentId: id, reason: bilingual })),
    drafter: signatory,
  }),
  'point.returned': z.object({ pointId: id, reason: z.string(), signatory }),
  /** Approved by another; the comments' own streams hold their dispositions. */
  'point.approved': z.object({ pointId: id, comments: z.int().nonnegative(), signatory }),
  'round.conflict_declared': z.object({
    personId: id,
    name: z.string(),
    conflict: z.enum(CONFLICTS),
    explanation: z.string(),
    /** Who declares it: a member of a council, or an official of the body; missing in older events, when only members did. */
    side: z.enum(['council', 'body']).optional(),
  }),
  'round.view_given': z.object(voted),
  /** A view was put to the vote and did not come about. `had` of those present, or of votes for it; `needed` of them. */
  'round.view_not_adopted': z.object({
    ...voted,
    failed: z.object({ why: z.enum(['quorum', 'majority']), had: z.int(), needed: z.int() }),
  }),
  /** `capacity`: as the first head, or acting for the first head; missing in older events, when any head could sign. */
  'round.council_answered': z.object({ text: bilingual, signatory, capacity: z.enum(['first', 'acting']).optional() }),
  'round.decided': z.object({ decision: bilingual, next: bilingual, signatory }),
  'round.commitment_made': z.object({
    commitmentId: id,
    text: bilingual,
    dueDay: day,
    pointId: id.nullable(),
    signatory,
  }),
  'round.commitment_reported': z.object({
    commitmentId: id,
    kept: z.enum(['kept', 'partly', 'not_kept']),
    evidence: bilingual,
    files: z.array(attachment),
    signatory,
  }),
  'round.commitment_judged': z.object({
    commitmentId: id,
    personId: id,
    organisationId: id.nullable(),
    verdict: z.enum(['kept', 'partly', 'not_kept']),
    comment: z.string(),
  }),
  'round.followed_up': z.object({ text: bilingual, signatory }),
  'round.outcome_published': z.object({
    asked: bilingual,
    said: bilingual,
    did: bilingual,
    next: bilingual,
    /** What the report calls each answered point; left out in what was published before both languages were asked for. */
    titles: z.array(z.object({ pointId: id, title: bilingual })).optional(),
    signatory,
  }),
} as const satisfies Record<string, z.ZodType>;
