// Can somebody who adds and subtracts published sums arrive at a group of people that is too small? Asked by suppression, again and
// again, until nobody can. Exact: whole numbers, no tolerance.
//
// Sums over atoms (the smallest groups that any table tells apart) are rows of a matrix. Whatever follows from them by adding and
// subtracting is their span, and a group is a vector of noughts and ones in it. In echelon form, with the largest atoms eliminated
// first, the rows that begin at a small atom span exactly what is known of small atoms alone; in reduced form every group among them
// is the sum of some of these rows, so that looking through those finds every small group there is.
// L. H. Cox, "Suppression methodology and statistical disclosure control", JASA 75 (1980) 377-385; A. Hundepool et al., Statistical
// Disclosure Control (Wiley 2012), chapter 4.
import { insert, linesOf, type Row, type Sum } from './elimination';
import { apart, leastGroup, type Line } from './least-group';

/** A group smaller than it may be: how many people, and the known sums, by their places, that it follows from. */
export type SmallGroup = {
  /** Null where the search was given up: then the worst is taken for true. */
  n: number | null;
  from: number[];
};

/** What is known: sums over atoms, in echelon form. */
export type Known = {
  /** Atoms that every sum treats alike, so that nobody can tell them apart; one column each. */
  classes: readonly (readonly number[])[];
  /** People in each class, and whether these are fewer than `below`. */
  weights: readonly number[];
  small: readonly boolean[];
  below: number;
  rank: readonly number[];
  heads: ReadonlyMap<number, Row>;
};

/** Groups of atoms that every sum treats alike; what no sum touches is left out. */
function alike(sums: readonly (readonly number[])[]): number[][] {
  const keys = new Map<number, string>();
  sums.forEach((atoms, row) => {
    for (const atom of atoms) keys.set(atom, `${keys.get(atom) ?? ''} ${row}`);
  });
  const groups = new Map<string, number[]>();
  for (const [atom, key] of [...keys].sort(([a], [b]) => a - b)) {
    const group = groups.get(key);
    if (group) group.push(atom);
    else groups.set(key, [atom]);
  }
  return [...groups.values()];
}

type Told = { sizes: readonly number[]; sums: readonly (readonly number[])[]; below: number };

/** What somebody knows who is told these sums: each a list of atoms. `sizes`: people in each atom, at least one. */
export function knownFrom({ sizes, sums, below }: Told): Known {
  const classes = alike(sums);
  const weights = classes.map((atoms) => atoms.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0));
  const small = weights.map((weight) => weight < below);
  const order = weights
    .map((weight, one) => ({ weight, one }))
    .sort((a, b) => b.weight - a.weight || a.one - b.one)
    .map(({ one }) => one);
  const rank: number[] = [];
  order.forEach((one, place) => (rank[one] = place));
  const first = new Map(classes.map((atoms, one) => [atoms[0], one]));
  const rows = sums.map((atoms, place): Sum => {
    const inClasses = atoms.flatMap((atom) => first.get(atom) ?? []).map((one): [number, number] => [one, 1]);
    return new Map([...inClasses, [classes.length + place, 1]]);
  });
  const heads = new Map<number, Row>();
  insert(heads, rows, (column) => rank[column]);
  return { classes, weights, small, below, rank, heads };
}

/**
 * Groups of fewer people than `below` that follow from what is known. Empty: there is none. Else at least one comes back, not every
 * one: who takes a sum away asks again. The same for the same question.
 */
export function smallGroups({ classes, weights, small, below, rank, heads }: Known): SmallGroup[] {
  const width = classes.length;
  const rows = [...heads.values()].filter(({ head }) => small[head]);
  const lines = linesOf(rows, (column) => rank[column], width);
  const named = (found: readonly Line[]): SmallGroup => {
    const [at, along] = [total(found.map((line) => line.at)), total(found.map((line) => line.along))];
    const n = [...at.keys()].reduce((sum, one) => sum + (weights[one] ?? 0), 0);
    return { n, from: [...along.keys()].map((column) => column - width) };
  };
  const weightOf = (one: number) => weights[one] ?? 0;
  const alone = lines.filter(({ at, whole }) => {
    let n = 0;
    for (const [one, value] of at) n += value === whole ? weightOf(one) : below;
    return n < below;
  });
  if (alone.length > 0) return alone.map((line) => named([line]));
  const { found, exhausted } = leastGroup({ lines, weightOf, counts: () => true, below });
  if (found) return [named(found)];
  return exhausted ? [{ ...named(lines), n: null }] : [];
}

function total(rows: readonly Sum[]): Map<number, number> {
  const all = new Map<number, number>();
  for (const row of rows) for (const [one, value] of row) all.set(one, (all.get(one) ?? 0) + value);
  for (const [one, value] of all) if (value === 0) all.delete(one);
  return all;
}

type More = {
  /** What everyone knows; free of small groups. */
  known: Known;
  sizes: readonly number[];
  /** What one party knows besides: lists of its own atoms. */
  sums: readonly (readonly number[])[];
  own: ReadonlySet<number>;
  /** A group of its own alone is small below so many; `known.below` holds for groups with others in them, and is not less. */
  ownBelow: number;
};

/** Columns from here on say of which new sums a row is made. */
const MADE_OF = 2 ** 32;

/**
 * Which of the new sums, by their places, a small group follows from for a party that knows more of its own than everyone does; null
 * where there is no such group. Only what the new sums touch is eliminated again.
 */
export function toldTooMuch({ known, sizes, sums, own, ownBelow }: More): number[] | null {
  const split = partsOf({ known, sizes, sums, own });
  const parts = new Map([...split.values()].flat().map((part) => [part.column, part]));
  const isOwn = (column: number) => parts.get(column)?.own ?? false;
  // The own atoms last: the rows that begin there are about nobody else.
  const last = known.classes.length + parts.size;
  const rank = (column: number) =>
    parts.has(column) ? (isOwn(column) ? 2 * last : last) + column : known.rank[column];
  const heads = new Map<number, Row>();
  const again: Sum[] = [];
  for (const { head, of } of known.heads.values()) {
    const wide = inParts(of, split);
    if (split.has(head)) again.push(wide);
    else heads.set(head, { head, of: wide });
  }
  sums.forEach((atoms, place) => {
    const inside = [...parts.values()].filter((part) => part.atoms.some((atom) => atoms.includes(atom)));
    again.push(new Map([...inside.map(({ column }): [number, number] => [column, 1]), [MADE_OF + place, 1]]));
  });
  const added = new Set(insert(heads, again, rank));
  const rows = [...heads.values()].filter(({ head }) => parts.has(head) || known.small[head]);
  const groups = apart(rows.map((row) => ({ at: row.of, row })));
  const touched = groups.filter((group) => group.some(({ row }) => added.has(row))).flat();
  const lines = linesOf(
    touched.map(({ row }) => row),
    rank,
    MADE_OF,
  );
  const weightOf = (column: number) => parts.get(column)?.n ?? known.weights[column] ?? 0;
  const ownLines = lines.filter(({ head }) => isOwn(head));
  for (const search of [
    leastGroup({ lines: ownLines, weightOf, counts: () => true, below: ownBelow }),
    leastGroup({ lines, weightOf, counts: (column) => !isOwn(column), below: known.below }),
  ]) {
    if (search.exhausted && !search.found) return sums.map((_, place) => place);
    if (search.found) return [...total(search.found.map(({ along }) => along)).keys()].map((one) => one - MADE_OF);
  }
  return null;
}

/** A row over classes as one over the parts that some of them fall into. */
function inParts(row: Sum, split: ReadonlyMap<number, readonly Part[]>): Sum {
  let wide: Map<number, number> | null = null;
  for (const [one, parts] of split) {
    const value = row.get(one);
    if (value === undefined || parts.length < 2) continue;
    wide ??= new Map(row);
    for (const { column } of parts) wide.set(column, value);
  }
  return wide ?? row;
}

const NEW = -1;
type Part = { column: number; atoms: readonly number[]; n: number; own: boolean };

/**
 * Classes with own atoms in them, by what the new sums tell apart; the first part keeps the column of the class. Own atoms that nobody
 * knew of before are under NEW.
 */
function partsOf({ known, sizes, sums, own }: Omit<More, 'ownBelow'>): Map<number, Part[]> {
  let next = known.classes.length;
  const fallApart = (atoms: readonly number[], column: number): Part[] => {
    const groups = new Map<string, number[]>();
    for (const atom of atoms) {
      const key = own.has(atom) ? sums.map((sum) => sum.includes(atom)).join(' ') : 'others';
      groups.set(key, [...(groups.get(key) ?? []), atom]);
    }
    return [...groups].map(([key, members], at): Part => {
      const n = members.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0);
      return { column: at === 0 && column !== NEW ? column : next++, atoms: members, n, own: key !== 'others' };
    });
  };
  const split = new Map<number, Part[]>();
  const unknown = new Set(own);
  known.classes.forEach((atoms, one) => {
    for (const atom of atoms) unknown.delete(atom);
    if (atoms.some((atom) => own.has(atom))) split.set(one, fallApart(atoms, one));
  });
  return split.set(NEW, fallApart([...unknown], NEW));
}

/** The same without the record of which sums each row is made of. */
export function settled(known: Known): Known {
  const width = known.classes.length;
  const bare = ({ head, of }: Row): Row => ({ head, of: new Map([...of].filter(([column]) => column < width)) });
  return { ...known, heads: new Map([...known.heads].map(([head, row]) => [head, bare(row)])) };
}
