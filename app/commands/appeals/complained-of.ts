// Who may not decide a complaint: the body complained of, unless it satisfies it in full and in time (APPC 91(4), 95), and whoever signed
// what is complained of, up the chain of cases that it came from (97(2)). Asked by the commands that answer and terminate.
import { whyForward } from '../../core/complaint';
import type { Refusal } from '../../core/refusal';
import type { World } from '../../world';
import type { Scene } from './act';

const SIGNERS = `
WITH RECURSIVE chain AS (
  SELECT id, "originId" FROM "Appeal" WHERE id = $1::uuid
  UNION SELECT a.id, a."originId" FROM "Appeal" a JOIN chain c ON a.id = c."originId")
SELECT EXISTS (SELECT 1 FROM chain c JOIN "Event" e ON e.stream = 'appeal:' || c.id
  WHERE e.type IN ('appeal.answered', 'appeal.noted', 'appeal.terminated', 'appeal.returned') AND e.payload #>> '{signatory,personId}' = $2) AS found`;

/** Why this official at this body can't end the complaint with this outcome; null when they can, and for all other kinds. */
export async function whyNotEnd(
  world: World,
  { appeal, around, signatory, hasSuperior }: Scene,
  outcome: string,
): Promise<Refusal | null> {
  const upward = whyForward(appeal, around, { outcome, hasSuperior });
  if (upward) return upward;
  const { steps, originId } = appeal;
  if (steps.arrived !== 'forwarding' || originId === null) return null;
  return (await signedWhatIsComplainedOf(world, { originId, personId: signatory.personId }))
    ? { code: 'official_complained_of', basis: { act: 'appc', article: '97(2)' } }
    : null;
}

/** Whether this person signed the act in the case `originId`, or in one that it came from. */
async function signedWhatIsComplainedOf(
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
