// A record by its public number, whatever it is: what erasure and receipts are asked for by.
import type { Database } from './connect';

export type Numbered = { stream: string; noun: 'appeal' | 'comment' | 'contest'; id: string; bodyId: string };

/** Null where no case, comment or contest has this number. */
export async function recordNumbered({ pool }: Pick<Database, 'pool'>, number: string): Promise<Numbered | null> {
  const { rows } = await pool.query<Omit<Numbered, 'stream'>>({
    name: 'record_numbered',
    text: `SELECT 'appeal' AS noun, id, "bodyId" FROM "Appeal" WHERE number = $1
           UNION ALL SELECT 'comment', id, "bodyId" FROM "Comment" WHERE number = $1
           UNION ALL SELECT 'contest', id, "bodyId" FROM "Contest" WHERE number = $1`,
    values: [number],
  });
  const [found] = rows;
  return found ? { ...found, stream: `${found.noun}:${found.id}` } : null;
}
