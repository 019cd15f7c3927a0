// The words that search knows, gathered from what was said: looked up when a word was not found, and to tell rare words from common ones.
// Filled by the job search in small batches; how many entries have a word is about right, and only used to weigh.
import { slipKeys } from '../core/search/typo';
import { textsOf } from '../core/search/texts';
import { stemOf, wordsOf } from '../core/search/words';
import { plainKazakh } from '../core/spelling';
import type { Database } from './connect';
import { openStreams } from './ledger';
import { OPEN_TEXTS } from './search-files';

/** Letters of a word that is kept: shorter ones are everywhere, longer ones are no words. */
const SHORTEST = 3;
const LONGEST = 40;

type Known = { stem: string; word: string; entries: number; keys: number[] };

/** Adds the words of at most `limit` entries that are not among the known ones yet. Gives how many entries it were. */
export async function learnWords(db: Database, limit: number): Promise<number> {
  const { rows } = await db.pool.query<{ id: string; stream: string; written: string }>({
    name: 'search_unspelt',
    text: `SELECT id, kind || ':' || id AS stream, xmin::text AS written FROM "SearchEntry" WHERE NOT spelt LIMIT $1`,
    values: [limit],
  });
  if (rows.length === 0) return 0;
  const streams = rows.map(({ stream }) => stream);
  const [events, files] = await Promise.all([openStreams(db, streams), fileTexts(db, streams)]);
  const known = new Map<string, Known>();
  for (const stream of streams) {
    const { head, body, said } = textsOf(events.get(stream)?.events ?? []);
    addWords(known, [...head, ...body, ...said, ...(files.get(stream) ?? [])]);
  }
  await keep(db, [...known.values()]);
  // An entry that an act wrote meanwhile is another row now, and stays to be learnt.
  await db.pool.query({
    name: 'search_spelt',
    text: `UPDATE "SearchEntry" e SET spelt = true FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, written text) WHERE e.id = x.id AND e.xmin::text = x.written`,
    values: [JSON.stringify(rows)],
  });
  return rows.length;
}

function addWords(known: Map<string, Known>, texts: readonly string[]): void {
  const own = new Map<string, string>();
  for (const word of texts.flatMap(wordsOf)) {
    const stem = stemOf(word);
    if (!own.has(stem)) own.set(stem, word);
  }
  for (const [stem, word] of own) {
    if (word.length < SHORTEST || word.length > LONGEST || /\p{N}/u.test(word)) continue;
    const before = known.get(stem);
    if (before) before.entries += 1;
    else known.set(stem, { stem, word, entries: 1, keys: [...new Set([...slipKeys(stem), ...slipKeys(plainKazakh(word))])] });
  }
}

/** In the order of stems, so that two that learn at once never wait for each other in a circle. */
async function keep({ pool }: Database, words: readonly Known[]): Promise<void> {
  await pool.query({
    name: 'search_words',
    text: `INSERT INTO "SearchWord" (stem, word, entries, keys)
           SELECT x.stem, x.word, x.entries, x.keys FROM jsonb_to_recordset($1::jsonb) AS x(stem text, word text, entries int, keys int[]) ORDER BY x.stem
           ON CONFLICT (stem) DO UPDATE SET entries = "SearchWord".entries + excluded.entries`,
    values: [JSON.stringify(words)],
  });
}

async function fileTexts({ pool }: Database, streams: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ stream: string; text: string }>({
    name: 'search_file_texts',
    text: `SELECT f.stream, t.text FROM ${OPEN_TEXTS} WHERE f.stream = ANY ($1::text[])`,
    values: [streams],
  });
  const found = new Map<string, string[]>();
  for (const { stream, text } of rows) found.set(stream, [...(found.get(stream) ?? []), text]);
  return found;
}
