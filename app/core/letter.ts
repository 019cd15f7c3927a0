// The letters Kenes writes: each id with the shape of the data it is written from. The data is stored with the letter and
// speaks no language; mail/letters renders it in the reader's. A letter without its template does not compile there.
import { z } from 'zod';
import { CLAIMS, DIRECTIONS, RULINGS } from '../../guide/schema';
import type { Day } from './day';
import { NOT_TAKEN, TAKEN } from './incoming-words';
import type { Party } from './obligation';
import { bilingual, names } from './shape';
import type { Role } from './viewer';
import { WEBHOOK_STOPS } from './webhook-call';

const day = z.custom<Day>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));

/** What every letter about a case knows of it. `path` is without language: '/appeals/2026-000001'. */
const about = z.object({
  number: z.string(),
  title: z.string(),
  path: z.string(),
  edition: z.string(),
  procedure: z.string(),
});
/** About a duty: of a round in both state languages, the Kazakh title first. */
const duty = about.extend({ titleRu: z.string().nullish() });
const appeal = about.extend({ body: names });
const round = about.omit({ title: true }).extend({ titles: names, body: names });
/** Also told to whoever follows the round, its topic, body or region: `unfollow` leads out of such letters; null for others. */
const followed = round.extend({ unfollow: z.string().nullish() });
/** About one contribution: `number` is its own, `round` that of its round. */
const comment = round.extend({ round: z.string() });

/** About a contest of what a case counts as; `title`: the case's, or its number where it is not public. */
const contest = about.extend({ body: names, council: names, claim: z.enum(CLAIMS), claimDay: day.nullable() });

/** About a wave of a survey: the body asked about, or asking about the NGOs it deals with. */
const survey = z.object({
  number: z.string(),
  titles: names,
  body: names,
  direction: z.enum(DIRECTIONS),
  path: z.string(),
  closesDay: day,
  minutes: z.number().int(),
  edition: z.string(),
});

/** Steps of a case that somebody is written to about, each with its own words. */
export const STEP_LETTERS = [
  'cure_asked',
  'cured',
  'cure_lapsed',
  'returned',
  'decision_announced',
  'hearing_called',
  'objected',
  'asked_to_be_heard',
  'heard',
  'protocol_remarked',
  'remarks_accepted',
  'remarks_partly',
  'remarks_rejected',
  'file_asked',
  'file_given',
  'executed',
  'execution_confirmed',
  'execution_denied',
  'act_suspended',
  'act_goes_on',
  'suspension_lifted',
  'act_annulled',
  'complaint_forwarded',
  'complaint_unanswered',
  'complaint_decided',
  'part_redirected',
  'errand_given',
  'errand_answered',
  'errand_overdue',
  'promise_noted',
  'promise_reported',
  'promise_confirmed',
  'promise_denied',
  'joined',
  'redacted',
  'restored',
  'draft_to_approve',
  'draft_returned',
  'draft_approved',
  'notice_unread',
  'notice_lost',
  'letter_received',
  'letter_set_aside',
] as const;
const CASE_NEWS = [
  'extended',
  'answered',
  'noted',
  'terminated',
  'returned',
  'redirected',
  'withdrawn',
  'promised',
  'promise_reported',
  'overdue',
  'promise_passed',
] as const;
/** Those that also whoever follows the body hears of. */
export const BODY_NEWS = ['answered', 'noted', 'overdue'] as const satisfies readonly CaseNews[];
export type CaseNews = (typeof CASE_NEWS)[number];
export type BodyNews = (typeof BODY_NEWS)[number];
export type StepLetter = (typeof STEP_LETTERS)[number];
export const SIGN_IN_CHANGES = [
  'authenticator_on',
  'authenticator_off',
  'passkey_added',
  'passkey_removed',
  'password_set',
  'second_factor_lifted',
] as const;
export type SignInChange = (typeof SIGN_IN_CHANGES)[number];

export const LETTERS = {
  /** Finishes a registration: proves that the address is read by whoever registered. */
  confirm_email: z.object({ name: z.string(), path: z.string(), hours: z.number().int() }),
  /** Proves that a further address is read by whoever named it. */
  confirm_address: z.object({ name: z.string(), path: z.string(), hours: z.number().int() }),
  sign_in_link: z.object({ path: z.string(), minutes: z.number().int() }),
  invitation: z.object({
    path: z.string(),
    days: z.number().int(),
    role: z.string(),
    place: names,
    inviter: z.string(),
  }),
  welcome: z.object({ name: z.string(), path: z.string() }),
  /** To whoever signs in otherwise from now on, in case that it was not they. */
  sign_in_changed: z.object({ change: z.enum(SIGN_IN_CHANGES), passkey: z.string().nullable(), path: z.string() }),
  /** Who acts in the place of whom, and until when; `untilDay` is null where they are back. */
  cover_named: z.object({
    ...{ change: z.enum(['named', 'ended']), person: z.string(), cover: z.string(), by: z.string(), path: z.string() },
    ...{ fromDay: day, untilDay: day.nullable(), body: names },
  }),
  /** To representatives of an organisation: whose last day is near, or who handed their place over and to whom. */
  mandate_notice: z.object({
    ...{
      change: z.enum(['ends', 'handed_over']),
      organisation: z.string(),
      person: z.string(),
      to: z.string().nullable(),
    },
    ...{ lastDay: day.nullable(), path: z.string() },
  }),
  /** To the others who keep keys of the API for an organisation or a body. */
  key_notice: z.object({
    ...{ change: z.enum(['made', 'revoked']), key: z.string(), owner: names, person: z.string(), path: z.string() },
  }),
  /** To whoever takes over all open work of a colleague. */
  work_handed_over: z.object({
    ...{ from: z.string(), to: z.string(), cases: z.number().int(), reason: z.string(), by: z.string() },
    ...{ body: names, path: z.string() },
  }),
  /** Letters that waited for their reader's day (core/delivery); `at`: when each was written. */
  digest: z.object({
    path: z.string(),
    letters: z.array(z.object({ id: z.uuid(), subject: z.string(), at: z.number().int() })),
  }),
  /** What became of a letter that its reader sent in about a case. */
  letter_taken: appeal.extend({
    what: z.enum(TAKEN),
    receivedDay: day,
    receivedTime: z.string(),
    taken: z.number().int(),
    refused: z.array(z.object({ name: z.string(), why: z.enum(NOT_TAKEN) })),
    /** How many more were not taken. */
    unnamed: z.number().int(),
  }),
  /** To whom a letter is given back that could not be matched; names no case. */
  letter_returned: z.object({
    subject: z.string(),
    reason: z.string(),
    body: names,
    receivedDay: day,
    path: z.string(),
  }),
  appeal_filed: appeal.extend({
    receivedDay: day,
    receivedTime: z.string(),
    registeredDay: day,
    dueDay: day,
    provisional: z.boolean(),
  }),
  appeal_received: appeal.extend({ registeredDay: day, dueDay: day, from: names.nullable() }),
  appeal_accepted: appeal.extend({ registeredDay: day, officer: z.string(), post: z.string(), dueDay: day }),
  appeal_assigned: appeal.extend({ dueDay: day, by: z.string() }),
  appeal_redirected: appeal.extend({ to: names, reason: z.string(), toNumber: z.string(), toPath: z.string() }),
  extension_proposed: appeal.extend({ reason: z.string(), until: day, officer: z.string() }),
  extension_declined: appeal.extend({ reason: z.string(), dueDay: day }),
  extension_notice: appeal.extend({ reason: z.string(), was: day, until: day, officer: z.string(), post: z.string() }),
  appeal_answered: appeal.extend({
    ...{ outcome: z.string(), text: z.string(), signedBy: z.string(), post: z.string() },
    /** In whose place it was signed. */
    actingFor: z.string().nullish(),
    /** Exceptions that it states: each by the guide's key of its name, with the reason. */
    stated: z.array(z.object({ key: z.string(), reason: z.string() })).optional(),
  }),
  appeal_terminated: appeal.extend({ ground: z.string(), text: z.string(), signedBy: z.string(), post: z.string() }),
  appeal_withdrawn: appeal.extend({ statement: z.string() }),
  answer_judged: appeal.extend({ verdict: z.string() }),
  /** A step beside the main line: what was done or is asked, by whom, and by which day where there is one. */
  case_step: appeal.extend({
    ...{ step: z.enum(STEP_LETTERS), day: day.nullable(), text: z.string(), by: z.string() },
    /** Of an oral hearing. */
    hearingDay: day.optional(),
    /** The number of the complaint that it is about. */
    complaint: z.string().optional(),
  }),
  /** To who follows a case. */
  case_news: appeal.extend({ news: z.enum(CASE_NEWS), unfollow: z.string() }),
  /** To who follows the body where the case is. */
  body_news: appeal.extend({ news: z.enum(BODY_NEWS), unfollow: z.string() }),
  /** To both sides: a corrected calendar or edition moved a day that was shown. `days`: those that are looked at otherwise. */
  due_corrected: duty.extend({
    body: names,
    rule: z.string(),
    was: day,
    dueDay: day,
    days: z.array(day),
    reason: bilingual,
  }),
  round_invitation: round.extend({ opensDay: day, closesDay: day }),
  round_opened: followed.extend({ closesDay: day, why: z.enum(['round', 'topic', 'body', 'region']) }),
  round_period_moved: followed.extend({
    how: z.enum(['extended', 'shortened', 'reopened']),
    was: day,
    closesDay: day,
    reason: bilingual,
  }),
  comment_answered: comment.extend({ code: z.string(), reason: bilingual }),
  comment_moderated: comment.extend({ ground: z.string(), reason: z.string() }),
  comment_restored: comment.extend({ reason: z.string() }),
  answer_to_approve: round.extend({ point: z.string(), code: z.string(), drafter: z.string() }),
  answer_returned: round.extend({ point: z.string(), reason: z.string(), by: z.string() }),
  council_view_given: round,
  council_answered: round,
  outcome_published: followed.extend({ next: bilingual, why: z.enum(['contributor', 'follower']) }),
  commitment_reported: followed.extend({
    commitment: bilingual,
    kept: z.enum(['kept', 'partly', 'not_kept']),
    evidence: bilingual,
  }),
  /** To who holds a right to answer; `minutes`: how long it takes. */
  survey_invitation: survey,
  survey_reminder: survey,
  follow_up_published: followed.extend({ why: z.enum(['contributor', 'follower']) }),
  contest_made: contest.extend({ reasons: bilingual, rulesUntil: day }),
  contest_passed_on: contest.extend({ reasons: bilingual, rulesUntil: day }),
  contest_ruled: contest.extend({
    ruling: z.enum(RULINGS),
    effect: z.object({ claim: z.enum(CLAIMS), day: day.nullable() }).nullable(),
    reasons: bilingual,
  }),
  contest_withdrawn: contest.extend({ reasons: bilingual }),
  /** To whose webhook it was: nothing is sent to it any more. */
  webhook_stopped: z.object({ host: z.string(), why: z.enum(WEBHOOK_STOPS), path: z.string() }),
  /** To whoever follows the public register: the day that was signed. */
  register_day: z.object({
    ...{ day, leaves: z.int(), total: z.int(), root: z.string(), key: z.string() },
    /** SHA-256 of the signed statement. */
    statement: z.string(),
    path: z.string(),
    unfollow: z.string(),
  }),
  deadline_passed: duty.extend({ rule: z.string(), dueDay: day, body: names, complainUntil: day.nullable() }),
  deadline_reminder: duty.extend({
    rule: z.string(),
    point: z.string(),
    dueDay: day,
    workingDaysLeft: z.number().int(),
    owed: z.enum(['by_you', 'to_you']),
  }),
} as const satisfies Record<string, z.ZodType>;

export type LetterId = keyof typeof LETTERS;
export type LetterOf<L extends LetterId> = { letter: L; data: z.infer<(typeof LETTERS)[L]> };
export type AnyLetter = { [L in LetterId]: LetterOf<L> }[LetterId];

/** Who must read it: a party (all its people, or those in `roles`), or one official when the case has one. */
export type Audience = { party: Party; roles?: readonly Role[]; officialId?: string | null };

/** A letter that an event asks for. `key` makes it exist exactly once per reader, however often a worker runs. */
export type LetterOrder = AnyLetter & { key: string; to: Audience };

/** The way out that a letter carries, a path without language; null where its reader is told for another reason than following. */
export const wayOutOf = ({ data }: AnyLetter): string | null => ('unfollow' in data ? (data.unfollow ?? null) : null);

/** Stored letter data by its letter's shape. Throws when the id is unknown or the data does not fit. */
export function readLetter(letter: string, data: unknown): AnyLetter {
  const shape = (LETTERS as Record<string, z.ZodType>)[letter];
  if (!shape) throw new Error(`unknown letter ${letter}`);
  return { letter, data: shape.parse(data) } as AnyLetter;
}
