// What other people's programs are told of (webhooks, by the names of Standard Webhooks): which events, and what is said of each. A message
// says what happened to which object and where to read it, and nothing else: it names nobody. Asked by the ledger with each act.
import type { Event, EventType } from './event';

/**
 * Each kind with the events that it tells of. `open`: everyone may hear of it where the object is public; the rest is for the parties of
 * the case, or of the comment. What a body does within its walls (drafts, remarks, proposals, who works on it) is no kind at all.
 */
const KINDS = {
  'case.filed': { of: ['appeal.filed'], open: true },
  'case.accepted': { of: ['appeal.accepted'], open: true },
  'case.redirected': { of: ['appeal.redirected', 'appeal.part_redirected'], open: true },
  'case.extended': { of: ['appeal.extended'], open: true },
  'case.overdue': { of: ['obligation.lapsed'], open: true },
  'case.due_corrected': { of: ['obligation.corrected'], open: true },
  'case.answered': { of: ['appeal.answered'], open: true },
  'case.noted': { of: ['appeal.noted'], open: true },
  'case.terminated': { of: ['appeal.terminated'], open: true },
  'case.returned': { of: ['appeal.returned'], open: true },
  'case.withdrawn': { of: ['appeal.withdrawn'], open: true },
  'case.judged': { of: ['appeal.judged'], open: true },
  'case.promises': { of: ['appeal.promised', 'appeal.promise_reported', 'appeal.promise_judged'], open: true },
  'case.suspension': { of: ['appeal.complained', 'appeal.complaint_ended'], open: true },
  'case.joined': { of: ['appeal.joined'], open: true },
  'case.redacted': { of: ['appeal.redacted', 'appeal.restored', 'record.erased'], open: true },
  'case.external_number': { of: ['appeal.external_set'], open: true },
  'case.cure': { of: ['appeal.cure_asked', 'appeal.cured'], open: false },
  'case.hearing': {
    of: [
      'appeal.hearing_called',
      'appeal.objected',
      'appeal.hearing_set',
      'appeal.heard',
      'appeal.protocol_remarked',
      'appeal.remarks_decided',
    ],
    open: false,
  },
  'case.file_access': { of: ['appeal.file_asked', 'appeal.file_given'], open: false },
  'case.notices': { of: ['appeal.notice_unserved', 'appeal.notice_served'], open: false },
  'case.letter': { of: ['appeal.letter_received'], open: false },
  'case.public_day': { of: ['appeal.publicity_set'], open: false },
  'case.executed': { of: ['appeal.executed', 'appeal.execution_judged'], open: false },
  'round.opened': { of: ['round.opened'], open: true },
  'round.period_moved': { of: ['round.extended', 'round.shortened', 'round.reopened'], open: true },
  'round.due_corrected': { of: ['obligation.corrected'], open: true },
  'round.documents': { of: ['round.document_added'], open: true },
  'round.hearing_held': { of: ['round.hearing_held'], open: true },
  'round.comments_answered': { of: ['point.approved'], open: true },
  'round.view_given': { of: ['round.view_given', 'round.view_not_adopted'], open: true },
  'round.council_answered': { of: ['round.council_answered'], open: true },
  'round.decided': { of: ['round.decided'], open: true },
  'round.outcome_published': { of: ['round.outcome_published'], open: true },
  'round.commitments': { of: ['round.commitment_made', 'round.commitment_judged'], open: true },
  'round.followed_up': { of: ['round.commitment_reported', 'round.followed_up'], open: true },
  'comment.made': { of: ['comment.made'], open: false },
  'comment.answered': { of: ['comment.disposed'], open: false },
  'comment.moderated': { of: ['comment.moderated', 'comment.restored', 'record.erased'], open: false },
  'comment.withdrawn': { of: ['comment.withdrawn'], open: false },
} as const satisfies Record<string, { of: readonly EventType[]; open: boolean }>;
export type WebhookKind = keyof typeof KINDS;
export const WEBHOOK_KINDS = Object.keys(KINDS) as WebhookKind[];
/** The kind of a message that somebody asks for to try their program. */
export const TEST_KIND = 'webhook.test';

/** own: the owner's cases, and a body's own rounds; the rest is what is public: of everything, one body, one topic, one round. */
export const WEBHOOK_SCOPES = ['own', 'public', 'body', 'topic', 'round'] as const;
export type WebhookScope = (typeof WEBHOOK_SCOPES)[number];

/** What kinds of messages are about, by the first word of each. */
const NOUNS = { case: 'appeal', round: 'round', comment: 'comment' } as const;
type ToldNoun = (typeof NOUNS)[keyof typeof NOUNS];
const nounOf = (kind: WebhookKind): ToldNoun => NOUNS[kind.slice(0, kind.indexOf('.')) as keyof typeof NOUNS];

/** Events of all streams, such as a corrected day, are told as what they are in the stream of that noun. */
const BY_EVENT = new Map<string, WebhookKind>(
  WEBHOOK_KINDS.flatMap((kind) => KINDS[kind].of.map((type) => [`${nounOf(kind)}/${type}`, kind] as const)),
);
const kindOf = (noun: string, type: EventType): WebhookKind | null => BY_EVENT.get(`${noun}/${type}`) ?? null;

/** What everyone may hear of an event where its object is public; null for nothing. Of passed terms only that of the decision is told. */
export function openKind(noun: string, type: EventType): WebhookKind | null {
  const kind = kindOf(noun, type);
  return kind && KINDS[kind].open ? kind : null;
}
/** Events of a noun's streams that everyone may hear of. */
export const openTypes = (noun: ToldNoun): EventType[] =>
  WEBHOOK_KINDS.flatMap((kind): readonly EventType[] =>
    nounOf(kind) === noun && KINDS[kind].open ? KINDS[kind].of : [],
  );

/** The object as it is after the act; `open`: everyone may read it today. */
export type Told = { noun: ToldNoun; number: string; open: boolean };
/** A message before it has a reader. */
export type News = { kind: WebhookKind; number: string; open: boolean; payload: string };

/** What is told of an event that `timestamp` (ISO 8601) says the instant of; null for nothing. Of passed terms only that of the decision is told. */
export function newsOf(
  event: Event,
  { noun, number, open }: Told,
  { origin, timestamp }: { origin: string; timestamp: string },
): News | null {
  const kind = kindOf(noun, event.type);
  if (!kind || (event.type === 'obligation.lapsed' && event.payload.rule !== 'decide')) return null;
  const path = `${noun}s/${number}`;
  const page = `${origin}/kk/${path}`;
  const data = { object: noun, number, version: event.version, page, api: `${origin}/api/v1/${path}` };
  return { kind, number, open: open && KINDS[kind].open, payload: payloadOf(kind, timestamp, data) };
}

/** The body of a message (Standard Webhooks: type, timestamp, data). */
export const payloadOf = (type: WebhookKind | typeof TEST_KIND, timestamp: string, data: object): string =>
  JSON.stringify({ type, timestamp, data });
