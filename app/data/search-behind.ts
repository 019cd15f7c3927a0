// What the index of words lacks: rows of what was said before there was an index, and rows made by an older scheme. Asked by the job
// search; acts write their own rows (search-entries).
import type { Database } from './connect';
import { openStreams } from './ledger';
import { entryRow, makeRows, SCHEME } from './search-entries';
import { batch } from './write';

/** Streams whose row is missing, or was made by an older scheme: at most `limit`. */
export async function behind({ pool }: Database, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ stream: string }>({
    name: 'search_behind',
    text: `SELECT 'appeal:' || a.id AS stream FROM "Appeal" a
            WHERE NOT EXISTS (SELECT 1 FROM "SearchEntry" e WHERE e.id = a.id AND e.scheme >= $1) LIMIT $2`,
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
