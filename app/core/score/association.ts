// Trust beside responsiveness: do bodies that NGOs trust more also answer better? One cell is a body in a quarter. An association, never a
// cause; the method stands in the guide before any figure. Called with published trust alone, after suppression.
import type { Scoring } from '../../../guide/schema';
import { bootstrap, type Bootstrapped } from '../statistics/bootstrap';
import { correlation } from '../statistics/correlation';
import { notEstimable, type NotEstimable } from '../statistics/estimate';
import { seedOf } from '../statistics/random';
import type { Period } from './period';

/** `trust`: the mean of overall trust, in points of its scale; `score`: responsiveness, 0 to 100. */
export type Cell = { bodyId: string; period: Period; trust: number; score: number };
export type Association = {
  cells: Cell[];
  bodies: number;
  /** Fewest cells and bodies below which nothing is said. */
  least: { cells: number; bodies: number };
  /** Pearson's coefficient, -1..1; `n` counts bodies, which were drawn whole. */
  coefficient: Bootstrapped | NotEstimable;
  /** Points of trust that go with ten points of the score. */
  slope: Bootstrapped | NotEstimable;
};

/**
 * The coefficient and the slope of least squares over all cells. Quarters of one body are not independent: whole bodies are drawn anew
 * (bootstrap, BCa), and the seed comes from the cells themselves. Not estimable with fewer cells or bodies than the guide asks for, or
 * where one side does not vary. With bodies near the least number the intervals are too short (see bootstrap): read them as such.
 *
 * A. C. Cameron, J. B. Gelbach, D. L. Miller, "Bootstrap-based improvements for inference with clustered errors", Review of Economics
 * and Statistics 90 (2008) 414–427, for drawing clusters.
 */
export function association(
  cells: readonly Cell[],
  { level, association: rule }: { level: Scoring['level']; association: NonNullable<Scoring['association']> },
): Association {
  const sorted = [...cells].sort((a, b) => (`${a.bodyId} ${a.period}` < `${b.bodyId} ${b.period}` ? -1 : 1));
  const bodies = new Map<string, Cell[]>();
  for (const cell of sorted) bodies.set(cell.bodyId, [...(bodies.get(cell.bodyId) ?? []), cell]);
  const kept = { cells: sorted, bodies: bodies.size, least: { cells: rule.cells, bodies: rule.bodies } };
  if (sorted.length < rule.cells || bodies.size < rule.bodies) {
    const few = notEstimable(bodies.size, sorted.length === 0 ? 'nothing_counted' : 'too_few');
    return { ...kept, coefficient: few, slope: few };
  }
  const seed = seedOf(sorted.map(({ bodyId, period, trust, score }) => `${bodyId} ${period} ${trust} ${score}`).join());
  const drawn = (statistic: (cells: readonly Cell[]) => number | null) =>
    bootstrap({
      ...{ sample: [...bodies.values()], seed, draws: rule.draws, level: level.share },
      statistic: (own) => statistic(own.flat()),
    });
  return { ...kept, coefficient: drawn(coefficientOf), slope: drawn(slopeOf) };
}

const pairsOf = (cells: readonly Cell[]) => cells.map(({ score, trust }) => [score, trust] as const);
const coefficientOf = (cells: readonly Cell[]): number | null => correlation(pairsOf(cells)).estimate;

function slopeOf(cells: readonly Cell[]): number | null {
  const middle = (of: (cell: Cell) => number) => cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
  const [score, trust] = [middle((cell) => cell.score), middle((cell) => cell.trust)];
  let [products, squares] = [0, 0];
  for (const cell of cells) {
    products += (cell.score - score) * (cell.trust - trust);
    squares += (cell.score - score) ** 2;
  }
  return squares === 0 ? null : (10 * products) / squares;
}
