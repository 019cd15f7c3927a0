// Time applies tables and takes them back, chunk by chunk, each in one transaction with the notes of what its rows did: killed in between, the
// next one goes on where this one stopped, and no row is done twice. Called by the worker imports; two at once take turns.
import { stepOf, type Standing } from '../../core/imports/kinds';
import type { Asking } from '../../data/connect';
import type { Bringing } from '../../data/imports/kind';
import { entryOf, kindNamed } from '../../data/imports/kinds';
import { noteDone, noteTakenBack, rowsThatDid, takenKeys, waitingRows } from '../../data/imports/rows';
import { inTransaction } from '../../data/transaction';
import type { World } from '../../world';

/** Rows of one transaction: the tree of bodies stands still for so long. */
const CHUNK = 200;
/** Somebody wrote what a row was about to write: the chunk is judged again. */
const TRIES = 5;

const UNDER_WAY = `("applyBegunAt" IS NOT NULL AND "appliedAt" IS NULL) OR ("undoBegunAt" IS NOT NULL AND "undoneAt" IS NULL)`;

/** Does what was begun. Gives the number of rows; a table that fails does not keep the others waiting. */
export async function goOn(world: World, signal?: AbortSignal, { chunk = CHUNK } = {}): Promise<number> {
  const { rows } = await world.db.pool.query<{ id: string }>({
    text: `SELECT id FROM "Import" WHERE ${UNDER_WAY} ORDER BY coalesce("undoBegunAt", "applyBegunAt"), id`,
  });
  const faults: unknown[] = [];
  let count = 0;
  for (const { id } of rows)
    try {
      while (!signal?.aborted) {
        const did = await tried(world, id, chunk);
        if (did === null) break;
        count += did;
      }
    } catch (fault) {
      faults.push(fault);
    }
  if (faults.length > 0) throw faults[0];
  return count;
}

async function tried(world: World, id: string, chunk: number): Promise<number | null> {
  for (let tries = 1; ; tries++)
    try {
      return await goOneChunk(world, id, chunk);
    } catch (error) {
      if (tries === TRIES || !isTaken(error)) throw error;
    }
}
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';

type Held = Standing & { kind: string; personId: string; name: string };
const HOLD = `
SELECT i.kind, i."applyBegunAt", i."appliedAt", i."undoBegunAt", i."undoneAt", p.id AS "personId", p.name
  FROM "Import" i JOIN "Person" p ON p.id = coalesce(i."undoneById", i."appliedById")
 WHERE i.id = $1::uuid FOR UPDATE OF i SKIP LOCKED`;

/** The number of rows that were done; null where none is left, or another worker is at it. */
async function goOneChunk(world: World, id: string, chunk: number): Promise<number | null> {
  const did = await inTransaction(world.db, async (tx) => {
    const { rows } = await tx.query<Held>({ name: 'import_held', text: HOLD, values: [id] });
    const [held] = rows;
    if (!held) return null;
    const { personId, name, ...standing } = held;
    const work = { world, tx, chunk, kind: entryOf(kindNamed(held.kind)), table: { id, by: { personId, name } } };
    const step = stepOf(standing);
    if (step === 'applying') return applyChunk(work);
    return step === 'undoing' ? takeBackChunk(work) : null;
  });
  if (did !== null) {
    world.db.position++;
    // Those who were invited.
    world.wake('deliver');
  }
  return did;
}

type Chunk = { world: World; tx: Asking; chunk: number; kind: ReturnType<typeof entryOf>; table: Bringing };

async function applyChunk({ world, tx, chunk, kind, table }: Chunk): Promise<number | null> {
  const rows = await waitingRows(tx, table.id, chunk);
  if (rows.length === 0) return ended({ world, tx, kind, table }, 'applied');
  if (kind.holdsTree) await holdTree(tx);
  const done = await kind.apply(tx, world, { table, rows, taken: (keys) => takenKeys(tx, table.id, keys) });
  await noteDone(tx, table.id, done);
  return rows.length;
}

async function takeBackChunk({ world, tx, chunk, kind, table }: Chunk): Promise<number | null> {
  const rows = await rowsThatDid(tx, table.id, chunk);
  if (rows.length === 0) return ended({ world, tx, kind, table }, 'undone');
  if (kind.holdsTree) await holdTree(tx);
  const back: { line: number; why: string | null }[] = [];
  for (const row of rows) back.push({ line: row.line, why: await kind.takeBack(tx, world, table, row) });
  await noteTakenBack(tx, table.id, back);
  return rows.length;
}

/** The tree of bodies is changed by one at a time (commands/bodies/edit-body). */
const holdTree = (tx: Asking) => tx.query({ text: `SELECT pg_advisory_xact_lock(hashtext('body tree'))` });

async function ended({ world, tx, kind, table }: Omit<Chunk, 'chunk'>, what: 'applied' | 'undone'): Promise<null> {
  await kind.ends[what]?.(tx, world, table);
  const at = new Date(world.now()).toISOString();
  await tx.query({
    text: `UPDATE "Import" SET "${what}At" = $2::timestamptz WHERE id = $1::uuid`,
    values: [table.id, at],
  });
  return null;
}
