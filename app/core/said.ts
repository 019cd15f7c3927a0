// Texts that stand in both state languages, as a page shows one of them: the words with the language they are in, so that they are
// read aloud and hyphenated as what they are. English readers read Russian unless they choose Kazakh.
import type { Locale, StateLanguage } from '../../guide/schema';
import type { Bilingual } from './shape';

export type Said = { text: string; lang: StateLanguage };

/** In which of the state languages a reader of `locale` reads what was said in both. */
export const readsIn = (locale: Locale): StateLanguage => (locale === 'kk' ? 'kk' : 'ru');

/** The text in the wanted language; in the other where it is missing. Empty only when both are. */
export function saidIn(texts: Bilingual, wanted: StateLanguage): Said {
  const other = wanted === 'kk' ? 'ru' : 'kk';
  return texts[wanted].trim() === '' && texts[other].trim() !== ''
    ? { text: texts[other], lang: other }
    : { text: texts[wanted], lang: wanted };
}
