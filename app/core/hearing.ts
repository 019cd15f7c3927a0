// The protocol of a hearing: a public hearing ends with a final protocol that is published with its reasons, so that a round which is one
// has no outcome before its protocol is there. Asked when an outcome is published, and by the pages that say what is still missing.
import type { RoundKindRules } from '../../guide/schema';
import type { Day } from './day';
import { refuse, type Citation, type Refusal } from './refusal';
import type { Round } from './round';
import type { RoundSurroundings } from './round-owing';
import { reckon } from './term';

/** The final protocol is published, with its reasons. */
export const PROTOCOL: Citation = { act: 'councils_law', article: '21(2) 4)' };

/**
 * The day of the hearing whose protocol is still owed, or null. Of public hearings alone, which the guide has announced before the day of
 * the hearing: of the hearing before a decision on a document of public control the law asks for the notice only.
 */
export const protocolOwed = (
  { settings, hearing }: Pick<Round, 'settings' | 'hearing'>,
  { rules }: Pick<RoundKindRules, 'rules'>,
): Day | null =>
  rules.hearing_call?.term.from === 'hearing' && hearing === null ? (settings.hearing?.day ?? null) : null;

type Called = Pick<Round, 'settings' | 'openedDay'>;

/**
 * What keeps the body from deciding on a document of public control for which it called a hearing, or null: the hearing is still to come, or
 * was announced, when the round opened, later than the guide has it before the decision. The term is counted backward from the day of the
 * decision and never moves to a later day. Refuses hearing_to_come, hearing_notice_short.
 */
export function faultOfNotice(
  { settings: { hearing }, openedDay }: Called,
  { kind, calendar, edition, today }: Pick<RoundSurroundings, 'kind' | 'calendar' | 'edition' | 'today'>,
): { ok: false; refusal: Refusal } | null {
  const rule = kind.rules.hearing_call;
  if (!rule || rule.term.from !== 'decision_on_document' || !hearing || !openedDay) return null;
  const [first] = rule.basis;
  const basis = first && { basis: { act: first.act, article: first.article } };
  if (today < hearing.day) return refuse('hearing_to_come', { params: { day: hearing.day }, ...basis });
  const last = reckon({ calendar, from: today, term: rule.term, conventions: edition.counting }).due;
  return openedDay <= last
    ? null
    : refuse('hearing_notice_short', { params: { announced: openedDay, last, days: rule.term.n }, ...basis });
}
