// How sure is a difference of two means? For the gap between two groups that share no members: NGOs' trust in a body and the body's
// trust in NGOs, or this wave and the one before.
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { momentsOf } from './moments';
import { tOf } from './t';

/** A difference of means in the unit of the values; `n` counts both groups together, `df` may be a fraction. */
export type MeanDifference = Estimate & { error: number; df: number };

/**
 * The mean of a minus the mean of b, with its two-sided interval; the groups may vary differently. Not estimable where a group has
 * fewer than two values, or where neither varies.
 *
 *   d ± t(ν) · √(s_a²/n_a + s_b²/n_b),  ν = (s_a²/n_a + s_b²/n_b)² / ((s_a²/n_a)²/(n_a − 1) + (s_b²/n_b)²/(n_b − 1))
 *
 * B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved", Biometrika 34
 * (1947) 28–35; ν after F. E. Satterthwaite, Biometrics Bulletin 2 (1946) 110–114.
 */
export function welch(a: readonly number[], b: readonly number[], level = 0.95): MeanDifference | NotEstimable {
  const [first, second] = [momentsOf(a), momentsOf(b)];
  const n = first.n + second.n;
  const fewest = Math.min(first.n, second.n);
  if (fewest < 2) return notEstimable(n, fewest === 0 ? 'nothing_counted' : 'too_few');
  const [partA, partB] = [first.variance / first.n, second.variance / second.n];
  if (partA + partB === 0) return notEstimable(n, 'no_variation');
  const error = Math.sqrt(partA + partB);
  const df = (partA + partB) ** 2 / (partA ** 2 / (first.n - 1) + partB ** 2 / (second.n - 1));
  const estimate = first.mean - second.mean;
  const reach = tOf(level, df) * error;
  return { n, estimate, low: estimate - reach, high: estimate + reach, error, df };
}
