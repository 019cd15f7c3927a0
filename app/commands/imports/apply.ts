// An administrator applies a table that was looked at: all rows that may be, in one transaction, judged again by what stands there then. Killed in
// between, nothing was done, and it is applied again. Rows that are refused are left out, each with why.
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { kindOf, rowsOf, writeRow } from '../../data/import-rows';
import { planned } from '../../data/imports';
import type { World } from '../../world';
import { holdingTable } from './held';

export { input } from './held';

/** Refuses: not_signed_in, not_allowed, invalid, not_found, import_settled. */
export const applyTable = (world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> =>
  holdingTable(world, viewer, raw, async (tx, { id, kind: named, appliedAt }) => {
    if (appliedAt) return refuse('import_settled');
    const kind = kindOf(named);
    for (const plan of await planned(tx, kind, await rowsOf(tx, id))) await writeRow(tx, world, { id, kind, plan });
    await tx.import.update({ where: { id }, data: { appliedAt: new Date(world.now()) } });
    return done({ id });
  });
