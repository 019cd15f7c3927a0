// How sure is a mean? For answers on a scale from 0 to 10, and for whatever is measured and not counted.
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { momentsOf } from './moments';
import { tOf } from './t';

/** A mean in the unit of the values; `deviation` and `error` are the standard deviation and the standard error, same unit. */
export type Mean = Estimate & { deviation: number; error: number };

/**
 * The mean of the values with its two-sided t interval: x̄ ± t(n − 1) · s / √n. Not estimable from fewer than two values, or where all
 * are the same: nothing then tells how far others lie. The interval knows no ends of a scale; it may reach beyond 0 or 10.
 *
 * "Student", "The probable error of a mean", Biometrika 6 (1908) 1–25. It holds for values of any shape once n is some dozens, for
 * strongly skewed ones later.
 */
export function mean(values: readonly number[], level = 0.95): Mean | NotEstimable {
  const { n, mean: estimate, variance } = momentsOf(values);
  if (n < 2) return notEstimable(n, n === 0 ? 'nothing_counted' : 'too_few');
  if (variance === 0) return notEstimable(n, 'no_variation');
  const error = Math.sqrt(variance / n);
  const reach = tOf(level, n - 1) * error;
  return { n, estimate, low: estimate - reach, high: estimate + reach, deviation: Math.sqrt(variance), error };
}
