// The composite score of a body, 0 to 100: a weighted mean of shares with its parts shown. Only shares that a body can't multiply by its
// own acts are in it (the guide names them), so that extending, notifying or redirecting raises nobody.
import type { Composable, Scoring } from '../../../guide/schema';
import { notEstimable, type Estimate, type NotEstimable } from '../statistics/estimate';
import { correlationPossible, correlationSeen, type Fared } from '../statistics/shared-cases';
import { weightedShares } from '../statistics/weighted-shares';
import type { Share } from '../statistics/wilson';

/** A part: its share, the guide's weight, and the weight that it has here, 0..1, where parts without cases have given theirs away. */
export type PartOfScore = { measure: Composable; share: Share | NotEstimable; weight: number; used: number };
/** In points; `error` is the standard error; `n` the cases of the part that stands on most. */
export type Score = Estimate & { error: number };
export type Composite = { score: Score | NotEstimable; parts: PartOfScore[] };
/** Two parts of which it is known how each case fared in both. */
export type Known = { first: Composable; second: Composable; fared: Fared };

/**
 * 100 Σ wᵢ pᵢ / Σ wᵢ over the parts that have cases. Parts from the same cases go together as those cases show; where it is not known how
 * a case fared in both, nearly as closely as they can. The others are independent. A weight given away is not a case: `n` stays what was
 * counted. Simulated, the interval holds the truth in 93–97 of 100 from 20 cases on, whether parts of a case are independent or go well
 * and badly together (92–98 of 10 to 20 cases, or with few comments and replies); in up to 99 where cases that go well in one part go
 * badly in another and nobody knows which.
 */
export function composite(
  shares: Record<Composable, Share | NotEstimable>,
  known: Known,
  { composite: { parts }, level }: Scoring,
): Composite {
  const present = parts.filter(({ measure }) => shares[measure].estimate !== null);
  const weights = present.reduce((sum, { weight }) => sum + weight, 0);
  const listed = parts.map(({ measure, weight }): PartOfScore => {
    const share = shares[measure];
    return { measure, share, weight, used: share.estimate === null ? 0 : weight / weights };
  });
  const counted = listed.flatMap(({ measure, share, used }) =>
    share.estimate === null ? [] : [{ measure, share, weight: used }],
  );
  const shared = new Set(parts.filter(({ shares_cases }) => shares_cases).map(({ measure }) => measure));
  const correlation = (one: number, other: number): number => {
    const [a, b] = [counted[one], counted[other]];
    if (!a || !b || !shared.has(a.measure) || !shared.has(b.measure)) return 0;
    const pair = [a.measure, b.measure];
    return pair.includes(known.first) && pair.includes(known.second)
      ? correlationSeen(known.fared, a.share.n, b.share.n)
      : correlationPossible(a.share, b.share);
  };
  const found = weightedShares(counted, correlation, level.share);
  if (found.estimate === null) return { score: notEstimable(0, 'nothing_counted'), parts: listed };
  const { n, estimate, low, high, error } = found;
  const score = { n, estimate: 100 * estimate, low: 100 * low, high: 100 * high, error: 100 * error };
  return { score, parts: listed };
}
