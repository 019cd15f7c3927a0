// How many comments of a round are still unanswered, and how many there are that were not withdrawn. Asked by commands before they
// decide; the database counts once more itself when a round is completed.
import type { Database } from './connect';

export type RoundCounts = { open: number; total: number };

export async function countComments({ pool }: Database, roundId: string): Promise<RoundCounts> {
  const { rows } = await pool.query<RoundCounts>({
    name: 'count_comments',
    text: `SELECT count(*) FILTER (WHERE phase = 'open')::int AS open, count(*) FILTER (WHERE phase <> 'withdrawn')::int AS total
             FROM "Comment" WHERE "roundId" = $1::uuid`,
    values: [roundId],
  });
  return rows[0] ?? { open: 0, total: 0 };
}
