// The protocol of a hearing: a public hearing ends with a final protocol that is published with its reasons, so that a round which is one
// has no outcome before its protocol is there. Asked when an outcome is published, and by the pages that say what is still missing.
import type { RoundKindRules } from '../../guide/schema';
import type { Day } from './day';
import type { Citation } from './refusal';
import type { Round } from './round';

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
