// An administrator takes back a table that was applied, the last row first: what was added goes where nothing was built upon it, what was changed is
// again what it was where nobody changed it since. What can't be taken back stays, and its row says why.
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { kindOf, takeBack } from '../../data/import-rows';
import type { World } from '../../world';
import { holdingTable } from './held';

export { input } from './held';

/** Refuses: not_signed_in, not_allowed, invalid, not_found, import_settled (not applied, or undone before). */
export const undoTable = (world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ kept: number }>> =>
  holdingTable(world, viewer, raw, async (tx, { id, kind, appliedAt, undoneAt }) => {
    if (!appliedAt || undoneAt) return refuse('import_settled');
    const kept = await takeBack(tx, id, kindOf(kind));
    await tx.import.update({ where: { id }, data: { undoneAt: new Date(world.now()) } });
    return done({ kept });
  });
