// Trust beside responsiveness: do bodies that NGOs trust more also answer better? One cell is a body in a quarter; a body counts once, with
// the means of its cells. An association, never a cause; the method stands in the guide before any figure. Called with published trust
// alone, after suppression.
import type { Scoring } from '../../../guide/schema';
import { notEstimable, type Estimate, type NotEstimable } from '../statistics/estimate';
import { spearman } from '../statistics/rank-correlation';
import { slope } from '../statistics/slope';
import type { Period } from './period';

/** `trust`: the mean of overall trust, in points of its scale; `score`: responsiveness, 0 to 100. */
export type Cell = { bodyId: string; period: Period; trust: number; score: number };
export type Association = {
  cells: Cell[];
  bodies: number;
  /** Fewest cells and bodies below which nothing is said. */
  least: { cells: number; bodies: number };
  /** Spearman's coefficient, -1..1; `n` counts bodies. */
  coefficient: Estimate | NotEstimable;
  /** Points of trust that go with ten points of the score. */
  slope: Estimate | NotEstimable;
};

/** Cells by body and quarter. Quarters of one body are not independent, so that each body is one pair: its mean score, its mean trust. Not
 * estimable with fewer cells or bodies than the guide asks for, or where one side does not vary. */
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
  const mean = (own: readonly Cell[], of: 'score' | 'trust') => own.reduce((sum, one) => sum + one[of], 0) / own.length;
  const pairs = [...bodies.values()].map((own) => [mean(own, 'score'), mean(own, 'trust')] as const);
  return { ...kept, coefficient: spearman(pairs, level.share), slope: ofTen(slope(pairs, level.share)) };
}

const ofTen = (one: ReturnType<typeof slope>): Association['slope'] =>
  one.estimate === null ? one : { n: one.n, estimate: 10 * one.estimate, low: 10 * one.low, high: 10 * one.high };
