// How sure is a mean of observations that do not count alike? For surveys whose respondents stand for different numbers of others, and
// for figures of many bodies weighted by their cases. Weights are given, not estimated from the values.
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { tOf } from './t';

/** A value and what it counts for: weights above 0, their scale does not matter. */
export type Weighted = { value: number; weight: number };
/** `effective` is how many observations of equal weight would tell as much (Kish): n or fewer. */
export type WeightedMean = Estimate & { error: number; effective: number };

/**
 * The mean ȳ = Σwy / Σw in the unit of the values, with its two-sided interval ȳ ± t(n − 1) · √v. Not estimable from fewer than two
 * observations, or where all values are the same. Values 0 and 1 make it a weighted share, whose interval may leave 0..1.
 *
 *   v = n / (n − 1) · Σ (w (y − ȳ))² / (Σw)²
 *
 * The linearised (Taylor) variance of a ratio under sampling with replacement: R. S. Woodruff, "A simple method for approximating the
 * variance of a complicated estimate", JASA 66 (1971) 411–414; C.-E. Särndal, B. Swensson, J. Wretman, Model Assisted Survey Sampling
 * (1992), 5.5. Effective n = (Σw)² / Σw²: L. Kish, Survey Sampling (1965), 11.7.
 */
export function weightedMean(observations: readonly Weighted[], level = 0.95): WeightedMean | NotEstimable {
  const n = observations.length;
  for (const { value, weight } of observations)
    if (!Number.isFinite(value) || !(weight > 0 && weight < Infinity))
      throw new Error(`${value} with the weight ${weight} is no observation`);
  if (n < 2) return notEstimable(n, n === 0 ? 'nothing_counted' : 'too_few');
  const first = observations[0]?.value;
  if (observations.every(({ value }) => value === first)) return notEstimable(n, 'no_variation');
  const sum = (of: (one: Weighted) => number) => observations.reduce((all, one) => all + of(one), 0);
  const weights = sum(({ weight }) => weight);
  const estimate = sum(({ value, weight }) => value * weight) / weights;
  const squares = sum(({ value, weight }) => (weight * (value - estimate)) ** 2);
  const error = Math.sqrt(((n / (n - 1)) * squares) / weights ** 2);
  const reach = tOf(level, n - 1) * error;
  const effective = weights ** 2 / sum(({ weight }) => weight ** 2);
  return { n, estimate, low: estimate - reach, high: estimate + reach, error, effective };
}
