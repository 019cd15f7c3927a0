// The words of a text as search keeps and compares them: small letters, one spelling, and for each Cyrillic word its Kazakh stem. Russian
// and English stems are added by the database (data/search-entries, queries/search-words), in whatever language a text claims to be.
import { cyrillic } from '../spelling';
import { kazakhStem } from './kazakh-stem';

/** Letters of a word that are looked at, and words of a text: nobody looks for what comes after. */
const LONGEST = 60;
const MOST_WORDS = 30_000;

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The words of a text in order. Latin look-alikes within a Cyrillic word are Cyrillic (әкiм), ё is е, invisible characters are nothing. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  const words: string[] = [];
  for (const [word] of plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (words.length === MOST_WORDS) break;
    const spelt = CYRILLIC.test(word) ? cyrillic(word) : word;
    words.push(spelt.length > LONGEST ? [...spelt].slice(0, LONGEST).join('') : spelt);
  }
  return words;
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
