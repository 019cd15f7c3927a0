// Mean and variance of plain numbers, computed so that neither large values nor many of them cost digits. Called by the methods of
// this room that publish a mean.

export type Moments = { n: number; mean: number; variance: number };

/**
 * The mean of finite numbers (anything else throws) and their variance Σ(x − x̄)² / (n − 1), in the unit squared; both 0 of none, the
 * variance 0 of one.
 *
 * In one pass: B. P. Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics 4 (1962) 419–420.
 * Equal numbers have exactly the variance 0.
 */
export function momentsOf(values: readonly number[]): Moments {
  let [n, mean, squares] = [0, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) throw new Error(`${value} is no observation`);
    n++;
    const away = value - mean;
    mean += away / n;
    squares += away * (value - mean);
  }
  return { n, mean, variance: n > 1 ? Math.max(0, squares) / (n - 1) : 0 };
}
