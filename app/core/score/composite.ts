// The composite score of a body, 0 to 100: a weighted mean of shares with its parts shown. Only shares that a body can't multiply by its
// own acts are in it (the guide names them), so that extending, notifying or redirecting raises nobody.
import type { Composable, Scoring } from '../../../guide/schema';
import { notEstimable, type Estimate, type NotEstimable } from '../statistics/estimate';
import { zOf } from '../statistics/normal';
import type { Share } from '../statistics/wilson';

/** A part: its share, the guide's weight, and the weight that it has here, 0..1, where parts without cases have given theirs away. */
export type PartOfScore = { measure: Composable; share: Share | NotEstimable; weight: number; used: number };
/** In points; `error` is the standard error; `n` the cases of the part that stands on most. */
export type Score = Estimate & { error: number };
export type Composite = { score: Score | NotEstimable; parts: PartOfScore[] };

/**
 * 100 Σ wᵢ pᵢ / Σ wᵢ over the parts that have cases. The error of a part is half of its Wilson interval over z, which is above 0 at 0 of n
 * and at n of n too. Errors of parts from the same cases are added up in full, as if they went together: the greatest that they can
 * amount to, so that the interval is too long (it holds the truth in more than 97 of 100) where these parts have nothing to do with each
 * other. The others are independent. A weight given away is not a case: `n` stays what was counted.
 */
export function composite(
  shares: Record<Composable, Share | NotEstimable>,
  { composite: { parts }, level }: Scoring,
): Composite {
  const present = parts.filter(({ measure }) => shares[measure].estimate !== null);
  const weights = present.reduce((sum, { weight }) => sum + weight, 0);
  const listed = parts.map(({ measure, weight }): PartOfScore => {
    const share = shares[measure];
    return { measure, share, weight, used: share.estimate === null ? 0 : weight / weights };
  });
  if (present.length === 0) return { score: notEstimable(0, 'nothing_counted'), parts: listed };
  const z = zOf(level.share);
  let [estimate, together, apart, n] = [0, 0, 0, 0];
  for (const { measure, share, used } of listed) {
    if (share.estimate === null) continue;
    const error = (used * (share.high - share.low)) / (2 * z);
    estimate += used * share.estimate;
    if (parts.some((part) => part.measure === measure && part.shares_cases)) together += error;
    else apart += error ** 2;
    n = Math.max(n, share.n);
  }
  const error = 100 * Math.sqrt(together ** 2 + apart);
  const points = 100 * estimate;
  const low = Math.max(0, points - z * error);
  const high = Math.min(100, points + z * error);
  return { score: { n, estimate: points, low, high, error }, parts: listed };
}
