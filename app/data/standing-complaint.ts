// Which complaint about a case stands in the way of another one? Asked by the filing and by the page that offers it.
import type { Kind, OutcomeId } from '../../guide/schema';
import type { Phase } from '../core/standing';
import type { Database } from './connect';

const COMPLAINT: Kind = 'complaint';
/** After these one may complain again: what was withdrawn or returned (APPC 64(8)-(9)), or left without consideration (95(3)). */
const OVER: readonly string[] = ['withdrawn', 'returned', 'terminated', 'redirected'] satisfies Phase[];
const LEFT: OutcomeId = 'without_consideration';

/** The complaints about a case with what they became when they were passed on. */
const STANDING = `
WITH RECURSIVE chain AS (
  SELECT id, number, phase, outcome FROM "Appeal" WHERE "originId" = $1::uuid AND kind = $2
  UNION SELECT a.id, a.number, a.phase, a.outcome FROM "Appeal" a JOIN chain c ON a."originId" = c.id AND c.phase = 'redirected')
SELECT number FROM chain WHERE phase <> ALL ($3::text[]) AND outcome IS DISTINCT FROM $4 LIMIT 1`;

/** Its number; null where there is none, or only such as were withdrawn, returned or left without consideration. */
export async function standingComplaint({ pool }: Pick<Database, 'pool'>, caseId: string): Promise<string | null> {
  const { rows } = await pool.query<{ number: string }>({
    name: 'standing_complaint',
    text: STANDING,
    values: [caseId, COMPLAINT, OVER, LEFT],
  });
  return rows[0]?.number ?? null;
}
