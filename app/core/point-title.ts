// What a point is called. Analysts give it a working title in the language they work in; the report stands in both state languages, so
// whoever publishes the outcome names every answered point in both. Asked wherever people read of a point.
import type { StateLanguage } from '../../guide/schema';
import type { Round } from './round';
import type { Bilingual } from './shape';

/** A point's title for a reader of `lang`: as it was published; before that the working title. */
export const titleOf = (
  { outcome }: Pick<Round, 'outcome'>,
  { id, title }: { id: string; title: string },
  lang: StateLanguage,
): string => outcome?.titles?.find(({ pointId }) => pointId === id)?.title[lang] ?? title;

/** Letters that Kazakh has and Russian has not. */
const KAZAKH = /[әғқңөұүһі]/i;
const BOTH = ' / ';

/**
 * What a working title offers for either language: both, where the analyst wrote them beside each other ('Мерзім / Срок'); else itself in
 * the one it seems to be in, and nothing in the other.
 */
export function suggestedTitle(title: string): Bilingual {
  const [kk = '', ru = '', ...more] = title.split(BOTH).map((part) => part.trim());
  if (kk && ru && more.length === 0) return { kk, ru };
  return KAZAKH.test(title) ? { kk: title, ru: '' } : { kk: '', ru: title };
}
