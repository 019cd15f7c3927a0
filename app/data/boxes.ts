// The boxes of open waves. Putting an answer in rewrites the whole row, so that neither the order of rows nor anything else in the
// table tells which answer came when. An answer lies under a name that only the seal makes out of a credential (sealing.ts), once or not
// at all: so backups tell when an answer came and not which receipt it has.
import type { Day } from '../core/day';
import type { Database } from './connect';

/** Answers that a slot is meant for: each is as long as the longest, and putting one in rewrites its slot. */
const SLOT_SIZE = 64;

/** How many slots a panel of so many invited has. */
export const slotsFor = (invited: number): number => Math.max(1, Math.floor(invited / SLOT_SIZE));
/** The slot of a name among so many. */
export const slotOf = (name: string, slots: number): number => Number.parseInt(name.slice(0, 8), 16) % slots;

/** `name`: in the box; `hash`: of the credential, as receipts have it. */
type Place = { panelId: string; name: string; hash: string };
export type Put = Place & { sealed: string; slots: number; today: Day };

/** Puts a sealed answer in: `counted`, `already` where the credential was used, `closed` where nothing goes in any more. */
export async function putAnswer(
  db: Database,
  { panelId, name, hash, sealed, slots, today }: Put,
): Promise<'counted' | 'already' | 'closed'> {
  const { rowCount } = await db.pool.query({
    name: 'put_answer',
    text: `UPDATE "SurveyBox" b SET sealed = b.sealed || jsonb_build_object($3::text, $4::text)
      FROM "Panel" p JOIN "Wave" w ON w.id = p."waveId"
      WHERE b."panelId" = $1 AND b.slot = $2 AND NOT b.closed AND NOT b.sealed ? $3
        AND p.id = b."panelId" AND w.phase = 'opened' AND w."closesDay" >= $5`,
    values: [panelId, slotOf(name, slots), name, sealed, today],
  });
  if (rowCount === 1) return 'counted';
  return (await isUsed(db, { panelId, name, hash })) ? 'already' : 'closed';
}

/** Whether an answer with this credential is in the box of the panel, or was counted; without a name (the seal is gone) only the latter. */
export async function isUsed(
  { pool }: Database,
  { panelId, name, hash }: Omit<Place, 'name'> & { name: string | null },
): Promise<boolean> {
  const { rows } = await pool.query<{ used: boolean }>({
    name: 'find_answer',
    text: `SELECT coalesce(sealed ? $2, false) AS used FROM "SurveyBox" WHERE "panelId" = $1
      UNION ALL SELECT true FROM "SurveyReceipt" r JOIN "Panel" p ON p."waveId" = r."waveId" WHERE p.id = $1 AND r.hash = $3`,
    values: [panelId, name, hash],
  });
  return rows.some(({ used }) => used);
}

/** Closes the boxes of a wave for good and gives what is in them. Done again, it gives the same. */
export async function closeBoxes({ pool }: Database, waveId: string): Promise<{ panelId: string; name: string; sealed: string }[]> {
  const { rows } = await pool.query<{ panelId: string; sealed: Record<string, string> }>(
    `UPDATE "SurveyBox" b SET closed = true FROM "Panel" p WHERE p.id = b."panelId" AND p."waveId" = $1 RETURNING b."panelId", b.sealed`,
    [waveId],
  );
  return rows.flatMap(({ panelId, sealed }) => Object.entries(sealed).map(([name, answer]) => ({ panelId, name, sealed: answer })));
}
