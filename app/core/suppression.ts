// Which cells of a wave's tables may be shown, to everyone and to the body that they are about, so that nobody can arrive at figures of
// fewer people than the guide's thresholds, neither by reading a cell nor by subtracting cells from each other. Called by cuts.
//
// A cell of fewer people is not shown (`small`). Then cells are taken away that such groups would follow from (`complementary`), the
// cheapest first, until the audit of derivation finds none: not among the cells alone but among all groups that follow in any way,
// through any mixture of cuts. The same answer for the same input.
import type { Cut, Suppression } from '../../guide/survey-ids';
import { knownFrom, settled, smallGroups, toldTooMuch, type Known } from './derivation';

/** The smallest group that any table tells apart: people of one body who gave one answer to the item that divides. */
export type Atom = { n: number; bodyId: string | null };

/** A cell of a table: the atoms in it, by their places. `bodyId`: the body that may see it before everyone else may. */
export type Cell = { cut: Cut; bodyId: string | null; atoms: readonly number[] };

/** `internal` cells are seen by the body `bodyId`; every public cell is. `suppressed`: why a cell is not public. */
export type Verdict = { n: number; public: boolean; internal: boolean; suppressed: Suppression | null };

type Asked = {
  atoms: readonly Atom[];
  cells: readonly Cell[];
  /** Fewest people of a cell for everyone, and for the body itself; the second is not above the first. */
  publicAt: number;
  internalAt: number;
};

/** How much is lost with a cell of each cut, from the least. */
const WORTH = { background: 0, body: 1, region: 3, level: 4, total: 5 } as const satisfies Record<Cut, number>;
const worthOf = ({ cut, bodyId }: Pick<Cell, 'cut' | 'bodyId'>): number =>
  cut === 'background' && bodyId === null ? 2 : WORTH[cut];

/** The verdicts on the cells, in their order. */
export function suppress({ atoms: given, cells: named, publicAt, internalAt }: Asked): Verdict[] {
  const kept = given.flatMap(({ n }, atom) => (n > 0 ? [atom] : []));
  const place = new Map(kept.map((atom, index) => [atom, index]));
  const atoms = kept.flatMap((atom) => given[atom] ?? []);
  const sizes = atoms.map(({ n }) => n);
  const cells = named.map(({ cut, bodyId, atoms: all }, index) => {
    const at = all.flatMap((atom) => place.get(atom) ?? []);
    const n = at.reduce((sum, atom) => sum + (sizes[atom] ?? 0), 0);
    return { index, cut, bodyId, atoms: at, n, worth: worthOf({ cut, bodyId }) };
  });
  const { shown, known } = openCells({ cells, sizes, publicAt });
  const inner = innerCells({ cells, shown, known, atoms, sizes, internalAt });
  return cells.map((cell) => {
    const open = shown.has(cell);
    return {
      n: cell.n,
      public: open,
      internal: open || inner.has(cell),
      suppressed: open ? null : cell.n === 0 ? 'nobody' : cell.n < publicAt ? 'small' : 'complementary',
    };
  });
}

type Counted = Cell & { index: number; n: number; worth: number };
/** The cheapest first: by cut, then by people, then by place. */
const cheaper = (a: Counted, b: Counted) => a.worth - b.worth || a.n - b.n || a.index - b.index;

type Open = { cells: readonly Counted[]; sizes: readonly number[]; publicAt: number };

/** Cells that everyone may see, and what is known from them. */
function openCells({ cells, sizes, publicAt }: Open): { shown: ReadonlySet<Counted>; known: Known } {
  const knownOf = (of: readonly Counted[]) => knownFrom({ sizes, sums: of.map(({ atoms }) => atoms), below: publicAt });
  let shown = cells.filter(({ n }) => n >= publicAt);
  let known = knownOf(shown);
  const taken: Counted[] = [];
  for (let found = smallGroups(known); found.length > 0; found = smallGroups(known)) {
    const away = new Set<Counted>();
    for (const { from } of found) {
      const culprits = from.flatMap((at) => shown[at] ?? []);
      const first = culprits.sort(cheaper)[0];
      if (first && !culprits.some((cell) => away.has(cell))) away.add(first);
    }
    taken.push(...away);
    shown = shown.filter((cell) => !away.has(cell));
    known = knownOf(shown);
  }
  // One gap may have been closed twice over: what can come back does, the dearest first.
  for (const cell of taken.filter(({ worth }) => worth > 0).sort((a, b) => cheaper(b, a))) {
    const more = knownOf([...shown, cell]);
    if (smallGroups(more).length === 0) [shown, known] = [[...shown, cell], more];
  }
  return { shown: new Set(shown), known: settled(known) };
}

type Inner = {
  cells: readonly Counted[];
  shown: ReadonlySet<Counted>;
  known: Known;
  atoms: readonly Atom[];
  sizes: readonly number[];
  internalAt: number;
};

/**
 * Cells that only their own body may see. What it then knows together with everything public must tell it of no group of its own below
 * its own threshold, and of no group with people of others below the public one.
 */
function innerCells({ cells, shown, known, atoms, sizes, internalAt }: Inner): Set<Counted> {
  const hidden = new Map<string, Counted[]>();
  for (const cell of cells)
    if (cell.bodyId !== null && !shown.has(cell) && cell.n >= internalAt)
      hidden.set(cell.bodyId, [...(hidden.get(cell.bodyId) ?? []), cell]);
  const ownOf = new Map<string, Set<number>>();
  atoms.forEach(({ bodyId }, atom) => {
    if (bodyId !== null && hidden.has(bodyId)) ownOf.set(bodyId, (ownOf.get(bodyId) ?? new Set()).add(atom));
  });
  const result = new Set<Counted>();
  for (const [bodyId, candidates] of hidden) {
    const own = ownOf.get(bodyId) ?? new Set();
    let given = candidates;
    while (given.length > 0) {
      const culprits = toldTooMuch({ known, sizes, sums: given.map((cell) => cell.atoms), own, ownBelow: internalAt });
      if (culprits === null) break;
      const away = culprits.flatMap((at) => given[at] ?? []).sort(cheaper)[0];
      given = away ? given.filter((cell) => cell !== away) : [];
    }
    for (const cell of given) result.add(cell);
  }
  return result;
}
