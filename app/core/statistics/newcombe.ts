// How sure is a difference of two shares? For the gap between two bodies, two kinds or two periods. The two groups must not share
// members: shares of the same cases on two clocks are no independent proportions.
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { wilson } from './wilson';

/** Whole counts: `of` of `n`. */
export type Counted = { of: number; n: number };
/** A difference of shares, −1..1; `n` counts both groups together. */
export type ShareDifference = Estimate & { a: Counted; b: Counted };

/**
 * The share of a minus the share of b, with its two-sided interval; not estimable where either group is empty.
 *
 *   low = d − √((p_a − l_a)² + (u_b − p_b)²),  high = d + √((u_a − p_a)² + (p_b − l_b)²),  l and u by Wilson
 *
 * The hybrid score interval, method 10 in R. G. Newcombe, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17 (1998) 873–890.
 */
export function newcombe(a: Counted, b: Counted, level = 0.95): ShareDifference | NotEstimable {
  const [first, second] = [wilson(a.of, a.n, level), wilson(b.of, b.n, level)];
  const n = a.n + b.n;
  if (first.estimate === null || second.estimate === null) return notEstimable(n, 'nothing_counted');
  const estimate = first.estimate - second.estimate;
  const low = estimate - Math.hypot(first.estimate - first.low, second.high - second.estimate);
  const high = estimate + Math.hypot(first.high - first.estimate, second.estimate - second.low);
  return { n, a, b, estimate, low: Math.max(-1, low), high: Math.min(1, high) };
}
