// Public numbers of cases: year and a running number, never given twice; a number lost to a failed act leaves a gap.
import { dayOf } from '../core/day';
import type { World } from '../world';

/** '2026-000123'. */
export async function nextNumber({ db, now }: Pick<World, 'db' | 'now'>): Promise<string> {
  const { rows } = await db.pool.query<{ n: string }>({ name: 'next_number', text: `SELECT nextval('appeal_number') AS n` });
  return `${dayOf(now()).slice(0, 4)}-${String(rows[0]?.n).padStart(6, '0')}`;
}
