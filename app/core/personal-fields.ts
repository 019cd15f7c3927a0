// Which fields of an event may say who somebody is: what people wrote and what they are called. The ledger's hash covers them by commitments
// (data/chain), so that they can be erased on a lawful request while every proof holds. A new event without its row does not compile.
import type { Event, EventType, FactOf } from './event';
import type { Day } from './day';

export const PERSONAL = {
  'appeal.filed': ['subject', 'text', 'files'],
  'appeal.accepted': ['officer'],
  'appeal.assigned': ['official'],
  'appeal.redirected': ['reason', 'officer'],
  'appeal.extension_proposed': ['reason', 'officer'],
  'appeal.extension_declined': ['reason', 'officer'],
  'appeal.extended': ['reason', 'officer'],
  'appeal.answered': ['text', 'requirements', 'signatory', 'files', 'unheard', 'enforced'],
  'appeal.noted': ['text', 'requirements', 'signatory', 'files', 'unheard', 'enforced'],
  'appeal.terminated': ['text', 'signatory'],
  'appeal.withdrawn': ['statement'],
  'appeal.judged': ['comment'],
  'appeal.cure_asked': ['defects', 'officer'],
  'appeal.cured': ['text', 'files'],
  'appeal.letter_received': ['text', 'files', 'officer'],
  'appeal.letter_set_aside': [],
  'appeal.letter_settled': ['reason', 'officer'],
  'appeal.returned': ['text', 'signatory'],
  'appeal.hearing_called': ['text', 'place', 'officer'],
  'appeal.objected': ['text'],
  'appeal.heard': ['protocol', 'officer'],
  'appeal.hearing_set': ['place', 'officer'],
  'appeal.protocol_remarked': ['text'],
  'appeal.remarks_decided': ['reason', 'officer'],
  'appeal.file_asked': ['what'],
  'appeal.file_given': ['text', 'files', 'officer'],
  'appeal.complained': ['exception'],
  'appeal.complaint_ended': [],
  'appeal.executed': ['text', 'officer'],
  'appeal.execution_judged': ['comment'],
  'appeal.part_redirected': ['part', 'reason', 'officer'],
  'appeal.errand_given': ['unit', 'question', 'officer'],
  'appeal.errand_answered': ['text', 'officer'],
  'appeal.answer_drafted': ['text', 'requirements', 'files', 'drafter', 'unheard', 'enforced'],
  'appeal.draft_returned': ['remark', 'officer'],
  'appeal.remarked': ['text', 'officer'],
  'appeal.joined': ['reason', 'officer'],
  'appeal.parted': ['reason', 'officer'],
  'appeal.redacted': ['text', 'reason', 'signatory'],
  'appeal.restored': ['text', 'reason', 'signatory'],
  'appeal.notice_unserved': [],
  'appeal.notice_served': ['officer'],
  'round.prepared': [],
  'round.revised': [],
  'round.document_added': [],
  'round.invited': [],
  'round.checked': ['signatory'],
  'round.waived': ['reason', 'signatory'],
  'round.opened': ['signatory'],
  'round.extended': ['signatory'],
  'round.shortened': ['signatory'],
  'round.reopened': ['signatory'],
  'round.hearing_held': ['protocol', 'chair', 'files', 'signatory'],
  'round.contribution_entered': [],
  'point.made': ['title', 'signatory'],
  'point.renamed': ['title'],
  'point.drafted': ['edits', 'drafter'],
  'point.returned': ['reason', 'signatory'],
  'point.approved': ['signatory'],
  'round.conflict_declared': ['name', 'explanation'],
  'round.view_given': ['votes', 'recused', 'signatory'],
  'round.view_not_adopted': ['votes', 'recused', 'signatory'],
  'round.council_answered': ['signatory'],
  'round.decided': ['signatory'],
  'round.commitment_made': ['signatory'],
  'round.commitment_reported': ['evidence', 'files', 'signatory'],
  'round.commitment_judged': ['comment'],
  'round.followed_up': ['signatory'],
  'round.outcome_published': ['said', 'signatory'],
  'comment.made': ['givenName', 'enteredBy', 'text', 'wording', 'files'],
  'comment.due_moved': [],
  'comment.moderated': ['reason', 'signatory'],
  'comment.restored': ['reason', 'signatory'],
  'comment.grouped': ['signatory'],
  'comment.disposed': ['drafter', 'approver'],
  'comment.withdrawn': ['statement'],
  'contest.made': ['title', 'reasons', 'files', 'signatory'],
  'contest.conflict_declared': ['name', 'explanation'],
  'contest.passed_on': ['reason', 'signatory'],
  'contest.ruled': ['reasons', 'votes', 'recused', 'signatory'],
  'contest.withdrawn': ['reason', 'signatory'],
  'meeting.called': ['agenda'],
  'meeting.changed': ['agenda'],
  'meeting.held': ['attendance', 'guests', 'minutes', 'signatory'],
  'wave.planned': ['signatory'],
  'wave.opened': [],
  'wave.cancelled': ['signatory'],
  'wave.counted': [],
  'instrument.published': ['reason', 'signatory'],
  'appeal.publicity_set': [],
  'appeal.external_set': ['number'],
  'appeal.promised': ['promises'],
  'appeal.promise_reported': ['text', 'officer'],
  'appeal.promise_judged': ['comment'],
  'office.four_eyes_chosen': ['officer'],
  'office.handed_over': ['from', 'to', 'reason', 'officer'],
  'template.written': ['officer'],
  'template.retired': ['officer'],
  'absence.announced': ['person', 'cover', 'officer'],
  'absence.ended': ['officer'],
  'audit.drawn': [],
  'audit.coded': [],
  'past.brought': ['fileName'],
  'past.taken_back': [],
  'obligation.lapsed': [],
  'obligation.corrected': [],
  'record.erased': [],
} as const satisfies { [T in EventType]: readonly (keyof FactOf<T>['payload'])[] };

/** The name of whoever acted, beside the fields of the payload. */
export const ACTOR = 'actor';

/** The personal fields that an event has, in their order: of its payload, and the actor's name. */
export function personalFieldsOf({ type, payload, actor }: Event): string[] {
  const there = payload as Readonly<Record<string, unknown>>;
  return [...PERSONAL[type].filter((field) => there[field] !== undefined), ...(actor.kind === 'person' ? [ACTOR] : [])];
}

/** What such a field says. Of the actor: the name, and whose place it was acted in. */
export function personalValue({ payload, actor }: Event, field: string): unknown {
  if (field !== ACTOR || actor.kind !== 'person') return (payload as Readonly<Record<string, unknown>>)[field];
  const { name, actingFor } = actor;
  return { name, ...(actingFor && { actingFor }) };
}

/** The event with other values in these fields. */
export function withPersonal<E extends Event>(event: E, values: ReadonlyMap<string, unknown>): E {
  const payload = { ...event.payload, ...Object.fromEntries([...values].filter(([field]) => field !== ACTOR)) };
  if (!values.has(ACTOR) || event.actor.kind !== 'person') return { ...event, payload } as E;
  const { name: _name, actingFor: _actingFor, ...who } = event.actor;
  return { ...event, payload, actor: { ...who, ...(values.get(ACTOR) as object) } } as E;
}

/** What stands in the place of erased words, wherever they stood, in every language at once: lists, papers and feeds have it too. */
export const erasedWords = (day: Day): string => `Өшірілді / Удалено / Erased: ${day}`;

/** Keys that tell who is meant only to Kenes itself, or nobody at all. */
const KEPT = new Set([
  'id',
  'itemId',
  'personId',
  'post',
  'vote',
  'conflict',
  'origin',
  'present',
  'commentId',
  'day',
  'ground',
]);

/** A value without its words. Files go altogether; what has nothing to erase stays. */
export function blanked(value: unknown, words: string): unknown {
  if (typeof value === 'string') return value === '' ? '' : words;
  if (Array.isArray(value)) return value.some(isFile) ? [] : value.map((one) => blanked(one, words));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, KEPT.has(key) ? inner : blanked(inner, words)]),
  );
}

const isFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'sha256' in value;
