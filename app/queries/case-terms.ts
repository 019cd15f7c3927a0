// Why each day of a case: its duties by key, each with the term as it was counted, in the reader's words. Read by the API.
import type { Locale } from '../../guide/schema';
import { foldObligations } from '../core/obligation';
import type { World } from '../world';
import type { CaseFacts } from './case-facts';
import { reasoned, type ReasonedTerm } from './reasons';

export function termsOf(
  { guide }: Pick<World, 'guide'>,
  { appeal, events }: Pick<CaseFacts, 'appeal' | 'events'>,
  locale: Locale,
): ReadonlyMap<string, ReasonedTerm> {
  const edition = guide.edition(appeal.edition);
  const owed = [...foldObligations(events).values()];
  return new Map(owed.map(({ key, reckoning }) => [key, reasoned(edition, locale, reckoning)]));
}
