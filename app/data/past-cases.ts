// Tables of appeals from before Kenes in the ledger: that one was brought, with the hash of its rows, and that it was taken back. The rows of a
// table are public from the one to the other. Used by the import of past cases and by verify.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { dayOf, type Instant } from '../core/day';
import type { FactOf } from '../core/event';
import { foldPast, pastStream, type PastTable } from '../core/past';
import type { World } from '../world';
import type { Asking, Database } from './connect';
import { NO_HEAD, openStreams, record } from './ledger';
import type { Row } from './write';

/** Joins the table (`t`) in which a past case came, where it was brought and not taken back. */
export const broughtIn = (alias: string): string => `JOIN "PastTable" t ON t.id = ${alias}."tableId" AND t."takenBackAt" IS NULL`;

const BATCH = 5000;
const TABLE = 'PastTable';

export const pastRow = ({ broughtAt, takenBackAt, ...rest }: PastTable): Row => ({
  ...rest,
  ...{ broughtAt: iso(broughtAt), takenBackAt: takenBackAt === null ? null : iso(takenBackAt) },
});
const iso = (at: Instant): string => new Date(at).toISOString();

/** How many rows a table has, and SHA-256 over them in their order: each in canonical JSON (RFC 8785) with a line feed after it. */
export async function hashOfRows({ pool }: { pool: Asking }, tableId: string): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for (let after = 0; ; ) {
    const { rows } = await pool.query<{ line: number }>({
      name: 'past_rows',
      text: `SELECT p.line, b.slug AS body, p.register, p.number, p.bin, p.kind, p.subject, p."filedDay", p."dueDay", p."answeredDay", p.outcome
               FROM "PastCase" p JOIN "Body" b ON b.id = p."bodyId" WHERE p."tableId" = $1 AND p.line > $2 ORDER BY p.line LIMIT ${BATCH}`,
      values: [tableId, after],
    });
    for (const row of rows) hash.update(`${canonicalize(row) ?? ''}\n`);
    count += rows.length;
    after = rows.at(-1)?.line ?? after;
    if (rows.length < BATCH) return { rows: count, sha256: hash.digest('hex') };
  }
}

type Bringing = { id: string; by: { personId: string; name: string } };

/** Records that the rows which stand under this table were brought. Once: asked again, or where there are none, it does nothing. */
export async function recordBrought(tx: Asking, world: World, table: Bringing): Promise<void> {
  const { events } = await past(tx, table);
  const found = await hashOfRows({ pool: tx }, table.id);
  if (events.length > 0 || found.rows === 0) return;
  const named = await tx.query<{ fileName: string }>({ name: 'past_file', text: 'SELECT "fileName" FROM "Import" WHERE id = $1', values: [table.id] });
  await append(tx, world, table, { type: 'past.brought', payload: { fileName: named.rows[0]?.fileName ?? '', ...found } });
}

/** Records that a table was taken back, and its rows go. Once: asked again it does nothing more. */
export async function recordTakenBack(tx: Asking, world: World, table: Bringing): Promise<void> {
  const state = foldPast((await past(tx, table)).events);
  if (state && state.takenBackAt === null) await append(tx, world, table, { type: 'past.taken_back', payload: { rows: state.rows } });
  await tx.query({ name: 'past_gone', text: 'DELETE FROM "PastCase" WHERE "tableId" = $1', values: [table.id] });
}

async function past(tx: Asking, { id }: Bringing) {
  const stream = pastStream(id);
  return { stream, ...((await openStreams({ pool: tx }, [stream])).get(stream) ?? { events: [], head: NO_HEAD }) };
}

async function append(tx: Asking, world: World, table: Bringing, fact: FactOf<'past.brought' | 'past.taken_back'>): Promise<void> {
  const { stream, events: before, head } = await past(tx, table);
  const [at, day] = [world.now(), dayOf(world.now())];
  const actor = { kind: 'person' as const, ...table.by, post: null };
  const does = { opens: [], moves: [], closes: [] };
  const state = foldPast([...before, { ...fact, ...does, stream, version: head.version + 1, at, day, actor }]);
  const about = { number: '', title: '', edition: '', procedure: 'past' };
  const chapter = { stream, head, before, entries: [{ fact, ...does }], plans: new Map(), about, state: state && { table: TABLE, row: pastRow(state) } };
  await record(world, { actor, at, day, chapters: [chapter], letters: [] }, tx);
}

/** Tables whose rows are not those of which the ledger has the hash. */
export async function pastFaults(db: Database): Promise<{ stream: string; what: string }[]> {
  const faults: { stream: string; what: string }[] = [];
  for (const { id, sha256, takenBackAt } of await db.prisma.pastTable.findMany({ orderBy: { id: 'asc' } })) {
    const found = await hashOfRows(db, id);
    if (takenBackAt ? found.rows > 0 : found.sha256 !== sha256)
      faults.push({ stream: pastStream(id), what: takenBackAt ? 'rows that were taken back are there' : 'the rows are not those that were brought' });
  }
  return faults;
}
