// An administrator applies a table that was looked at: all rows that may be, in one transaction, judged again by what stands there then. Killed in
// between, nothing was done, and it is applied again. Rows that are refused are left out, each with why.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { kindOf, rowsOf, TREE_LOCK, writeRow } from '../../data/import-rows';
import { planned } from '../../data/imports';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ importId: z.uuid() });

/** Milliseconds that the rows of one table may take. */
const PATIENCE = 60_000;

/** Refuses: not_signed_in, not_allowed, invalid, not_found, import_settled. */
export async function applyTable(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'import', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'register.import', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { importId: id } = read.value;
    const outcome: Outcome<{ id: string }> = await world.db.prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${TREE_LOCK}))`;
        const found = await tx.import.findUnique({ where: { id } });
        if (!found) return refuse('not_found');
        if (found.appliedAt) return refuse('import_settled');
        const kind = kindOf(found.kind);
        for (const plan of await planned(tx, kind, await rowsOf(tx, id))) await writeRow(tx, world, { id, kind, plan });
        await tx.import.update({ where: { id }, data: { appliedAt: new Date(world.now()) } });
        return done({ id });
      },
      { timeout: PATIENCE, maxWait: PATIENCE },
    );
    if (outcome.ok) world.db.position++;
    return outcome;
  });
}
