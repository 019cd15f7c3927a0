// The case whose act a complaint is about, up the chain of bodies that passed it on. Asked when a complaint ends, and by its page.
import type { Kind } from '../../guide/schema';
import type { Database } from './connect';

const COMPLAINT: Kind = 'complaint';
const UP = `
WITH RECURSIVE up AS (
  SELECT id, kind, "originId" FROM "Appeal" WHERE id = $1::uuid
  UNION SELECT a.id, a.kind, a."originId" FROM "Appeal" a JOIN up ON a.id = up."originId" AND up.kind = $2)
SELECT id FROM up WHERE kind <> $2`;

/** Its id; null where the complaint names no case. */
export async function actComplainedOf({ pool }: Pick<Database, 'pool'>, complaintId: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({ name: 'act_complained_of', text: UP, values: [complaintId, COMPLAINT] });
  return rows[0]?.id ?? null;
}
