// How closely do two measures go together? For drivers of trust beside trust itself. An association, never a cause.
import { notEstimable, type Estimate, type Interval, type NotEstimable } from './estimate';
import { zOf } from './normal';

/** Pearson's coefficient, -1..1; `n` counts the pairs. */
export type Correlation = Estimate;

/**
 * Pearson's coefficient of the pairs with Fisher's two-sided interval. Not estimable from fewer than four pairs, or where one side does
 * not vary. Anything but finite numbers throws.
 *
 *   r = Σ(x - x̄)(y - ȳ) / √(Σ(x - x̄)² Σ(y - ȳ)²)
 *
 * K. Pearson, "Regression, heredity, and panmixia", Phil. Trans. R. Soc. A 187 (1896) 253-318. Sums in one pass after B. P. Welford,
 * Technometrics 4 (1962) 419-420.
 */
export function correlation(
  pairs: readonly (readonly [x: number, y: number])[],
  level = 0.95,
): Correlation | NotEstimable {
  let [n, meanX, meanY, squaresX, squaresY, products] = [0, 0, 0, 0, 0, 0];
  for (const [x, y] of pairs) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`${x} and ${y} are no pair of observations`);
    n++;
    const [awayX, awayY] = [x - meanX, y - meanY];
    meanX += awayX / n;
    meanY += awayY / n;
    squaresX += awayX * (x - meanX);
    squaresY += awayY * (y - meanY);
    products += awayX * (y - meanY);
  }
  if (n < 4) return notEstimable(n, n === 0 ? 'nothing_counted' : 'too_few');
  if (squaresX <= 0 || squaresY <= 0) return notEstimable(n, 'no_variation');
  const estimate = Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY)));
  return { n, estimate, ...fisherInterval(estimate, n, level) };
}

/**
 * The two-sided interval of a coefficient r (-1..1) found in n >= 4 pairs: tanh(artanh r ± z / √(n - 3)). It takes the pairs to be drawn
 * from a bivariate normal distribution; for answers on a scale it is a fair approximation.
 *
 * R. A. Fisher, "On the 'probable error' of a coefficient of correlation deduced from a small sample", Metron 1 (1921) 3-32.
 */
export function fisherInterval(r: number, n: number, level = 0.95): Interval {
  if (!(Math.abs(r) <= 1) || !Number.isInteger(n) || n < 4) throw new Error(`${r} of ${n} pairs has no interval`);
  if (Math.abs(r) === 1) return { low: r, high: r };
  const reach = zOf(level) / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - reach), high: Math.tanh(Math.atanh(r) + reach) };
}
