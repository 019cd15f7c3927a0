// Who signed what a complaint complains of: up the chain of cases that it came from. Such an official may not decide it (APPC 97(2)).
import type { World } from '../../world';

const SIGNERS = `
WITH RECURSIVE chain AS (
  SELECT id, "originId" FROM "Appeal" WHERE id = $1::uuid
  UNION SELECT a.id, a."originId" FROM "Appeal" a JOIN chain c ON a.id = c."originId")
SELECT EXISTS (SELECT 1 FROM chain c JOIN "Event" e ON e.stream = 'appeal:' || c.id
  WHERE e.type IN ('appeal.answered', 'appeal.noted', 'appeal.terminated', 'appeal.returned') AND e.payload #>> '{signatory,personId}' = $2) AS found`;

/** Whether this person signed the act in the case `originId`, or in one that it came from. */
export async function signedWhatIsComplainedOf(
  { db }: World,
  { originId, personId }: { originId: string; personId: string },
): Promise<boolean> {
  const { rows } = await db.pool.query<{ found: boolean }>({
    name: 'signed_complained_of',
    text: SIGNERS,
    values: [originId, personId],
  });
  return rows[0]?.found === true;
}
