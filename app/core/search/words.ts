// The words of a text as search keeps and compares them: small letters, one spelling, and for each Cyrillic word its Kazakh stem. Russian
// and English stems are added by the database (data/search-entries, queries/search-words), in whatever language a text claims to be.
import { cyrillic } from '../spelling';
import { kazakhStem } from './kazakh-stem';

/** Letters of a word that are looked at, and words of a text: nobody looks for what comes after. */
const LONGEST = 60;
const MOST_WORDS = 30_000;

const CYRILLIC = /[\u0400-\u052f]/;
/** What a Cyrillic word has to be respelt for: Latin look-alikes and ё. */
const RESPELT = /[a-zəɵё]/;

/** The words of a text in order. Latin look-alikes within a Cyrillic word are Cyrillic (әкiм), ё is е, invisible characters are nothing. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\p{Default_Ignorable_Code_Point}+/gu, '');
  const found = plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return found.slice(0, MOST_WORDS).map((word) => {
    const spelt = RESPELT.test(word) && CYRILLIC.test(word) ? cyrillic(word) : word;
    return spelt.length > LONGEST ? [...spelt].slice(0, LONGEST).join('') : spelt;
  });
}

const stems = new Map<string, string>();
const STEMS_KEPT = 50_000;

/** The Kazakh stem of a Cyrillic word; other words are their own. */
export function stemOf(word: string): string {
  if (!CYRILLIC.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= STEMS_KEPT) stems.clear();
  const stem = kazakhStem(word);
  stems.set(word, stem);
  return stem;
}

/** Letters that only Kazakh has. */
const KAZAKH = /[әғқңөұүһі]/i;

/** The different Kazakh stems of texts, and the different words that are left to be stemmed as Russian and English. */
type Lexemes = { stems: Set<string>; words: string[] };

/**
 * What stands of texts in the index. A text with a letter that only Kazakh has (or with `kazakh`, where its author says so) may be Kazakh
 * in every word; a word with such a letter is never Russian.
 */
export function lexemesOf(texts: readonly string[], kazakh: boolean): Lexemes {
  const stems = new Set<string>();
  const words = new Set<string>();
  for (const text of texts) {
    const maybe = kazakh || KAZAKH.test(text);
    for (const word of wordsOf(text)) {
      if (maybe) stems.add(stemOf(word));
      if (!maybe || !KAZAKH.test(word)) words.add(word);
    }
  }
  return { stems, words: [...words] };
}
