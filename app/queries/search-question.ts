// What somebody typed, as a question to the index of words (data/search-entries): every word by its stems in three languages. Whatever is
// typed gives a question; one in which no word can be read finds nothing.
import { stemOf, wordsOf } from '../core/search/words';
import type { World } from '../world';

/** Letters that are read, and words that are asked for; who types more means the first ones. */
const READ = 400;
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

export type AskedWord = { word: string; stems: string[] };
export type Question = {
  words: AskedWord[];
  /** As PostgreSQL reads it; null when no word can be read. */
  tsquery: string | null;
  /** How many entries have the rarest of the words, about; 0 where that is not known. */
  entries: number;
  /** How many entries there are, about. */
  all: number;
};

/** The words that are asked for, as search spells them. */
export function askedWords(q: string): string[] {
  const words = [...new Set(wordsOf(q.slice(0, READ)))];
  const telling = words.filter((word) => !EVERYWHERE.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_ASKED);
}

type Row = { word: string; lexemes: string[]; entries: number; all: number };

/** Reads what was typed. `beginnings`: a word also finds longer words that begin with it. */
export async function readQuestion(
  { db }: Pick<World, 'db'>,
  q: string,
  { beginnings = false } = {},
): Promise<Question> {
  const words = askedWords(q);
  if (words.length === 0) return { words: [], tsquery: null, entries: 0, all: 0 };
  const { rows } = await db.pool.query<Row>({
    name: 'search_question',
    text: `SELECT x.word, tsvector_to_array(to_tsvector('russian', x.word)) AS lexemes, coalesce(CASE WHEN $3 THEN (SELECT sum(b.entries) FROM "SearchWord" b WHERE b.stem >= x.stem AND b.stem < x.stem || chr(65535)) ELSE k.entries END, 0)::float8 AS entries,
                  (SELECT greatest(0, reltuples) FROM pg_class WHERE oid = '"SearchEntry"'::regclass) AS all
             FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS x(word, stem, place) LEFT JOIN "SearchWord" k ON k.stem = x.stem ORDER BY x.place`,
    values: [words, words.map(stemOf), beginnings],
  });
  // PostgreSQL leaves nothing of a word that every Russian or English text has.
  const telling = rows.filter(({ lexemes }) => lexemes.length > 0);
  const asked = telling.map(({ word, lexemes }) => ({ word, stems: [...new Set([stemOf(word), ...lexemes])] }));
  return {
    words: asked,
    tsquery: asked.length > 0 ? asked.map((one) => alternatives(one, beginnings)).join(' & ') : null,
    entries: Math.min(...telling.map(({ entries }) => entries), Number.MAX_SAFE_INTEGER),
    all: telling[0]?.all ?? 0,
  };
}

const alternatives = ({ word, stems }: AskedWord, beginnings: boolean): string => {
  const whole = stems.map((stem) => `'${stem}'`);
  const begun =
    beginnings && word.length >= BEGINNING ? [...new Set([word, ...stems])].map((stem) => `'${stem}':*`) : [];
  return `(${[...whole, ...begun].join(' | ')})`;
};

/** Which asked word a word of a text is, or null: for marking. A Russian or English stem is the beginning of its forms. */
export function hitsIn({ words }: Pick<Question, 'words'>): (word: string) => string | null {
  const known = new Map<string, string | null>();
  const find = (text: string): string | null => {
    const [spelt] = wordsOf(text);
    if (spelt === undefined) return null;
    const stem = stemOf(spelt);
    const hit = words.find(
      (one) =>
        one.stems.includes(stem) ||
        one.stems.some((lexeme) => {
          const root = /[a-z]/.test(lexeme) ? lexeme.replace(/[ie]$/, '') : lexeme;
          return root.length > 2 && spelt.startsWith(root) && spelt.length - root.length <= ENDING;
        }),
    );
    return hit?.word ?? null;
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

/** Letters that an ending of Russian or English may have. */
const ENDING = 4;
