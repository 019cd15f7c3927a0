// What the looking at a table, its application and its taking back ask of each kind (data/imports/<kind>): what stands in the registers, how rows
// are written, how what a row added is removed. `importKind` makes the three acts out of these, the same for all kinds.
import { readRow, refused, type Kept, type Plan, type Table, type Words } from '../../core/imports/table';
import type { World } from '../../world';
import type { Asking } from '../connect';

export type Looking = Pick<World, 'guide' | 'now'>;
export type TableRow = { line: number; values: Words };
/** Whose table it is: who began what is done, as people (letters name them). */
export type Bringing = { id: string; by: { personId: string; name: string } };
/** A row that is to be done: what it says, what it would do, and the id of what it is about. */
export type Doing<Row> = { line: number; row: Row; plan: Extract<Plan, { state: 'new' | 'changed' }>; objectId: string };

export type Entry<Row, Known> = Table<Row, Known> & {
  /** The tree of bodies must not change while rows are judged and written (commands/bodies/edit-body). */
  holdsTree: boolean;
  /** What stands in the registers about these rows. `before`: what was known for the rows before them, as they left it. */
  known(db: Asking, world: Looking, rows: readonly Row[], before: Known | null): Promise<Known>;
  /** Writes what `doing` says, in its order, within the transaction `tx`: whatever it throws undoes all of it. */
  write(tx: Asking, world: World, work: { table: Bringing; doing: readonly Doing<Row>[]; known: Known }): Promise<void>;
  /** Removes what a row added; or says why that stays. */
  remove(tx: Asking, world: World, objectId: string, table: Bringing): Promise<Kept | null>;
} & Partial<Ends>;
/** What is to be done with all rows together, in the transaction in which the last of them is settled. */
type Ends = Record<'applied' | 'undone', (tx: Asking, world: World, table: Bringing) => Promise<void>>;

export type Judged = { line: number; key: string; plan: Plan };
/** A row as it was done: `objectId` also of a new one. */
export type Done = Judged & { objectId: string | null };
export type Applied = { line: number; values: Words; state: 'new' | 'changed'; objectId: string; before: Words; after: Words };

export type Kind = {
  holdsTree: boolean;
  /** Judges rows in their order, chunk by chunk: a row may rest on those before it. */
  looking(db: Asking, world: Looking): (rows: readonly TableRow[]) => Promise<Judged[]>;
  /** Judges a chunk and does it. `taken`: which of these keys earlier rows have. */
  apply(tx: Asking, world: World, chunk: Chunk): Promise<Done[]>;
  ends: Partial<Ends>;
  /** Takes one row back; or says why it stays. */
  takeBack(tx: Asking, world: World, table: Bringing, row: Applied): Promise<Kept | null>;
};
type Chunk = { table: Bringing; rows: readonly TableRow[]; taken(keys: readonly string[]): Promise<readonly string[]> };

export function importKind<Row, Known>(entry: Entry<Row, Known>): Kind {
  const { columns, shape, keyOf, plan } = entry;
  const [first] = columns;
  const read = (rows: readonly TableRow[]) =>
    rows.map(({ line, values }) => ({ line, said: (values[first] ?? '').trim(), read: readRow(shape, values) }));
  const readable = (all: ReturnType<typeof read>) => all.flatMap(({ read: it }) => (it.ok ? [it.row] : []));

  const judge = (all: ReturnType<typeof read>, known: Known, seen: Set<string>) =>
    all.map(({ line, said, read: it }): Judged & { row: Row | null } => {
      if (!it.ok) return { line, key: said, row: null, plan: { state: 'refused', wrong: it.wrong } };
      const key = keyOf(it.row);
      const planned = seen.has(key) ? refused(first, 'twice') : plan(it.row, known);
      if (planned.state !== 'refused') seen.add(key);
      return { line, key, row: it.row, plan: planned };
    });

  const one = async (tx: Asking, world: World, row: TableRow) => {
    const all = read([row]);
    const known = await entry.known(tx, world, readable(all), null);
    return { known, judged: judge(all, known, new Set())[0] };
  };

  return {
    holdsTree: entry.holdsTree,
    ends: { applied: entry.applied, undone: entry.undone },
    looking(db, world) {
      let known: Known | null = null;
      const seen = new Set<string>();
      return async (rows) => {
        const all = read(rows);
        known = await entry.known(db, world, readable(all), known);
        return judge(all, known, seen).map(({ line, key, plan: planned }) => ({ line, key, plan: planned }));
      };
    },
    async apply(tx, world, { table, rows, taken }) {
      const all = read(rows);
      const there = readable(all);
      const known = await entry.known(tx, world, there, null);
      const judged = judge(all, known, new Set(await taken(there.map(keyOf))));
      const doing: Doing<Row>[] = [];
      const done = judged.map(({ line, key, row, plan: it }): Done => {
        const objectId = it.state === 'new' ? world.newId() : it.state === 'refused' ? null : it.objectId;
        if (row && objectId && (it.state === 'new' || it.state === 'changed')) doing.push({ line, row, plan: it, objectId });
        return { line, key, plan: it, objectId };
      });
      if (doing.length > 0) await entry.write(tx, world, { table, doing, known });
      return done;
    },
    async takeBack(tx, world, table, { line, values, state, objectId, before, after }) {
      if (state === 'new') return entry.remove(tx, world, objectId, table);
      // What the table said, over what stands there now, has to change nothing: else somebody changed it since.
      const now = await one(tx, world, { line, values: { ...values, ...after } });
      if (now.judged?.plan.state !== 'same') return 'changed_since';
      const { known, judged: back } = await one(tx, world, { line, values: { ...values, ...after, ...before } });
      if (!back?.row || back.plan.state !== 'changed') return 'changed_since';
      await entry.write(tx, world, { table, doing: [{ line, row: back.row, plan: back.plan, objectId }], known });
      return null;
    },
  };
}
