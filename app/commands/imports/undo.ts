// An administrator takes back a table that was applied, the last row first: what was added goes where nothing was built upon it, what was changed is
// again what it was where nobody changed it since. What can't be taken back stays, and its row says why.
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { kindOf, takeBack, TREE_LOCK } from '../../data/import-rows';
import type { World } from '../../world';
import { limited } from '../limited';
import { input } from './apply';

const PATIENCE = 60_000;

/** Refuses: not_signed_in, not_allowed, invalid, not_found, import_settled (not applied, or undone before). */
export async function undoTable(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ kept: number }>> {
  return limited(world, viewer, 'import', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'register.import', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { importId: id } = read.value;
    const outcome: Outcome<{ kept: number }> = await world.db.prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${TREE_LOCK}))`;
        const found = await tx.import.findUnique({ where: { id } });
        if (!found) return refuse('not_found');
        if (!found.appliedAt || found.undoneAt) return refuse('import_settled');
        const kept = await takeBack(tx, id, kindOf(found.kind));
        await tx.import.update({ where: { id }, data: { undoneAt: new Date(world.now()) } });
        return done({ kept });
      },
      { timeout: PATIENCE, maxWait: PATIENCE },
    );
    if (outcome.ok) world.db.position++;
    return outcome;
  });
}
