// The comment that an answer names as the one which it is the same as, and what the chain of such answers leads to. Asked when an answer is
// drafted and again when it is approved.
import type { Target } from '../core/duplicates';
import type { Database } from './connect';

/**
 * The comment of this number in the round, and every one that approved answers lead on to from it, in their order; empty where there is no
 * such comment. A circle that was recorded before there was a rule against it ends where it closes.
 */
export async function chainOf({ pool }: Database, roundId: string, number: string): Promise<Target[]> {
  const { rows } = await pool.query<Target>({
    name: 'same_comments',
    text: `
WITH RECURSIVE chain AS (
  SELECT c.number, c.phase, c."pointId", c.disposition ->> 'duplicateOf' AS "sameAs", ARRAY[c.number] AS seen, 1 AS n
    FROM "Comment" c WHERE c."roundId" = $1::uuid AND c.number = $2
   UNION ALL
  SELECT c.number, c.phase, c."pointId", c.disposition ->> 'duplicateOf', p.seen || c.number, p.n + 1
    FROM chain p JOIN "Comment" c ON c."roundId" = $1::uuid AND c.number = p."sameAs" AND NOT c.number = ANY (p.seen)
)
SELECT number, phase, "pointId", "sameAs" FROM chain ORDER BY n`,
    values: [roundId, number],
  });
  return rows;
}
