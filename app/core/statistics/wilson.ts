// How sure is a share? The score interval of a proportion: unlike the usual p ± 1.96·se it never leaves 0..1, and says something
// true at 0 of n and n of n. Called by queries/reach and wherever a share is published.
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { zOf } from './normal';

/** A share 0..1 with its interval and what it was counted from: `of` of `n`. */
export type Share = Estimate & { of: number };

/**
 * The share `of`/`n` (whole counts, 0 <= of <= n; anything else throws) with its two-sided interval; not estimable where n is 0.
 *
 *   (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * It holds shares of 0.1 to 0.9 in 93–97 % from 60 cases on (92–98 % of 10 to 30), shares near 0 and 1 of few cases more often.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212; method 3 in
 * R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857–872.
 */
export function wilson(of: number, n: number, level = 0.95): Share | NotEstimable {
  if (!Number.isInteger(of) || !Number.isInteger(n) || of < 0 || n < of) throw new Error(`${of} of ${n} is no share`);
  if (n === 0) return notEstimable(0, 'nothing_counted');
  const z = zOf(level);
  const estimate = of / n;
  const weight = z ** 2 / n;
  const middle = estimate + weight / 2;
  const reach = z * Math.sqrt((estimate * (1 - estimate)) / n + weight / (4 * n));
  const low = of === 0 ? 0 : (middle - reach) / (1 + weight);
  const high = of === n ? 1 : (middle + reach) / (1 + weight);
  return { n, of, estimate, low, high };
}
