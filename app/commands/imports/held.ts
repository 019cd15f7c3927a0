// A table that was brought, held by an administrator who does something to all of its rows: in one transaction, with the tree of bodies to itself.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { TREE_LOCK } from '../../data/import-rows';
import type { Transaction } from '../../data/passes';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ importId: z.uuid() });

/** Milliseconds that the rows of one table may take. */
const PATIENCE = 60_000;

type Table = { id: string; kind: string; appliedAt: Date | null; undoneAt: Date | null };

/** Does `work` with the table. Refuses: not_signed_in, not_allowed, invalid, not_found, or what `work` refuses; then nothing was done. */
export const holdingTable = <T>(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
  work: (tx: Transaction, table: Table) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  limited(world, viewer, 'import', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'register.import', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const outcome = await world.db.prisma.$transaction(
      async (tx): Promise<Outcome<T>> => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${TREE_LOCK}))`;
        const found = await tx.import.findUnique({ where: { id: read.value.importId } });
        return found ? work(tx, found) : refuse('not_found');
      },
      { timeout: PATIENCE, maxWait: PATIENCE },
    );
    if (outcome.ok) world.db.position++;
    return outcome;
  });
