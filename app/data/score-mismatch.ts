// Figures that are withheld, because what they are counted from is told otherwise elsewhere, and how they are given free again.
import type { Mark } from '../core/score/stale';
import type { World } from '../world';
import type { Database } from './connect';

/** The part that a mismatch names whose figures the open data do not give. */
export const DUMP = 'dump';

/**
 * Opens a mismatch, or settles the one that is open where nothing differs. Gives whether anything changed. What the ledger contradicts and
 * what the open data (`parts` is DUMP or nothing) contradict are judged apart: neither settles the other.
 */
export async function judge(
  db: Database,
  { newId, now }: Pick<World, 'newId' | 'now'>,
  { bodyId, period }: Mark,
  parts: readonly string[],
  by: 'ledger' | typeof DUMP = 'ledger',
): Promise<boolean> {
  const at = new Date(now());
  const ofDump = { parts: { has: DUMP } };
  const where = { bodyId, period, settledAt: null, ...(by === DUMP ? ofDump : { NOT: ofDump }) };
  if (parts.length === 0) return (await db.prisma.scoreMismatch.updateMany({ where, data: { settledAt: at } })).count > 0;
  if (await db.prisma.scoreMismatch.findFirst({ where, select: { id: true } })) return false;
  await db.prisma.scoreMismatch.create({ data: { id: newId(), bodyId, period, foundAt: at, parts: [...parts] } });
  return true;
}
