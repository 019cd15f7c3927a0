// What the index of words lacks: rows of what was said before there was an index, and rows made by an older scheme. Asked by the job
// search; acts write their own rows (search-entries).
import type { Database } from './connect';
import { openStreams } from './ledger';
import { entryRow, makeRows, SCHEME } from './search-entries';
import { batch } from './write';

/** The nouns that can be found, each with its table. */
const TABLES = { appeal: 'Appeal', round: 'Round', comment: 'Comment' } as const;
const KINDS = Object.keys(TABLES) as (keyof typeof TABLES)[];
const missing = (kind: keyof typeof TABLES): string => `SELECT '${kind}:' || t.id AS stream FROM "${TABLES[kind]}" t
  WHERE NOT EXISTS (SELECT 1 FROM "SearchEntry" e WHERE e.id = t.id AND e.scheme >= $1) LIMIT $2`;

/** Streams whose row is missing, or was made by an older scheme: at most `limit` of each noun. */
export async function behind({ pool }: Database, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ stream: string }>({
    name: 'search_behind',
    text: KINDS.map((kind) => `(${missing(kind)})`).join(' UNION ALL '),
    values: [SCHEME, limit],
  });
  return rows.map(({ stream }) => stream);
}

/** Makes the rows of these streams anew. A row that an act wrote meanwhile is the newer one and stays. */
export async function catchUp(db: Database, streams: readonly string[]): Promise<number> {
  const found = await openStreams(db, streams);
  const write = batch();
  makeRows(write, [...found].map(([stream, { events }]) => entryRow(stream, events)), ` WHERE "SearchEntry".scheme < excluded.scheme`);
  const statement = write.statement();
  if (statement) await db.pool.query(statement);
  return found.size;
}
