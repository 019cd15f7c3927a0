// What somebody typed as a question to the index of words (data/search-entries): every word by its stems in three languages, or by its
// beginning. Whatever is typed gives a question; one in which no word can be read finds nothing.
import { stemOf, wordsOf } from '../core/search/words';

/** Words of a question that are asked for; who types more means the first ones. */
const MOST_ASKED = 12;
/** Letters from which a word may be the beginning of a longer one. */
const BEGINNING = 3;

/** Kazakh words that every text has: asked for, they would only leave texts out. PostgreSQL knows the Russian and English ones. */
const EVERYWHERE = new Set([
  'және',
  'мен',
  'пен',
  'бен',
  'үшін',
  'туралы',
  'бойынша',
  'бұл',
  'осы',
  'сол',
  'да',
  'де',
  'та',
  'те',
]);

/** The words that are asked for, as search spells them. */
export function askedWords(q: string): string[] {
  const words = [...new Set(wordsOf(q.slice(0, 400)))];
  const telling = words.filter((word) => !EVERYWHERE.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_ASKED);
}

type Given = (value: unknown) => string;

/** One word as a tsquery: its Kazakh stem, or its Russian or English one; with `beginnings` also whatever begins with it. Nothing for a stop word. */
function wordQuery(word: string, given: Given, beginnings: boolean): string {
  const stems = [
    `'${stemOf(word)}'`,
    ...(beginnings && word.length >= BEGINNING ? [`'${stemOf(word)}':*`, `'${word}':*`] : []),
  ];
  const ofDatabase = `to_tsquery('russian', ${given(`'${word}'`)})`;
  return `CASE WHEN numnode(${ofDatabase}) = 0 THEN ''::tsquery ELSE ${ofDatabase} || ${given(stems.join(' | '))}::tsquery END`;
}

/** All words of `q` together as an SQL expression of type tsquery; null when no word can be read. */
export function wordsQuery(q: string, given: Given, { beginnings }: { beginnings: boolean }): string | null {
  const words = askedWords(q);
  return words.length > 0 ? words.map((word) => `(${wordQuery(word, given, beginnings)})`).join(' && ') : null;
}
