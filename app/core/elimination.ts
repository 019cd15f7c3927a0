// Elimination in whole numbers over sparse rows: no rounding, so that "follows from" means exactly that. Used by derivation.
import type { Line } from './least-group';

/** A row: whole numbers by column; columns that are not in it are nought. */
export type Sum = ReadonlyMap<number, number>;

/** A row of an echelon form and the column it begins with. */
export type Row = { head: number; of: Sum };

/** Where each column comes in the order of elimination. Columns without a place are carried along. */
export type Rank = (column: number) => number | undefined;

const gcd = (a: number, b: number): number => {
  let [big, small] = [Math.abs(a), Math.abs(b)];
  while (small !== 0) [big, small] = [small, big % small];
  return big;
};
const safe = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new Error('the numbers of an elimination have outgrown whole numbers');
  return value;
};

/** Takes a multiple of the row from `work` so that the row's first column vanishes there. */
function subtract(work: Map<number, number>, { head, of }: Row) {
  const [lead, value] = [of.get(head) ?? 1, work.get(head) ?? 0];
  const shared = gcd(lead, value);
  const [times, less] = [lead / shared, value / shared];
  if (times !== 1) for (const [column, old] of work) work.set(column, safe(old * times));
  for (const [column, by] of of) {
    const left = safe((work.get(column) ?? 0) - less * by);
    if (left === 0) work.delete(column);
    else work.set(column, left);
  }
}

/** The same row in the smallest whole numbers. */
function lowest(work: Map<number, number>): Map<number, number> {
  let shared = 0;
  for (const value of work.values()) if ((shared = gcd(shared, value)) === 1) return work;
  for (const [column, value] of work) work.set(column, value / shared);
  return work;
}

/** The column of the row that comes first; null where it has none with a place. */
function headOf(row: Sum, rank: Rank): number | null {
  let [head, first]: [number | null, number] = [null, Infinity];
  for (const column of row.keys()) {
    const at = rank(column) ?? Infinity;
    if (at < first) [head, first] = [column, at];
  }
  return head;
}

/**
 * Brings rows into an echelon form, in which no two rows begin with the same column: `heads` holds its rows by that column and grows by
 * those that do not follow from others. Returns what was added.
 */
export function insert(heads: Map<number, Row>, sums: readonly Sum[], rank: Rank): Row[] {
  const added: Row[] = [];
  for (const sum of [...sums].sort((a, b) => a.size - b.size)) {
    const work = new Map(sum);
    for (let head = headOf(work, rank); head !== null; head = headOf(work, rank)) {
      const known = heads.get(head);
      if (!known) {
        const row = { head, of: lowest(work) };
        heads.set(head, row);
        added.push(row);
        break;
      }
      subtract(work, known);
    }
  }
  return added;
}

/**
 * Rows of an echelon form, each made free of the others' first columns and brought to the same whole. A vector of noughts and ones
 * that follows from them is then the sum of those lines in whose first column it has a one. Columns from `width` on are carried along.
 */
export function linesOf(rows: readonly Row[], rank: Rank, width: number): Line[] {
  const done = new Map<number, Row>();
  for (const { head, of } of [...rows].sort((a, b) => (rank(b.head) ?? 0) - (rank(a.head) ?? 0))) {
    const work = new Map(of);
    for (const column of of.keys()) {
      const later = done.get(column);
      if (later) subtract(work, later);
    }
    done.set(head, { head, of: lowest(work) });
  }
  const reduced = [...done.values()].reverse();
  const lead = ({ head, of }: Row) => of.get(head) ?? 1;
  const whole = reduced.reduce((all, row) => safe((all / gcd(all, lead(row))) * Math.abs(lead(row))), 1);
  return reduced.map((row) => {
    const times = whole / lead(row);
    const [at, along] = [new Map<number, number>(), new Map<number, number>()];
    for (const [column, value] of row.of) (column < width ? at : along).set(column, safe(value * times));
    return { head: row.head, at, along, whole };
  });
}
