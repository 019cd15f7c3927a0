// The gamma function's logarithm and its incomplete integral: what the normal, t, F, chi-squared and beta distributions rest on.
// Called by the distributions of this room only. Exact to about 14 digits in the ranges that statistics of people and cases need.

/** Coefficients of Stirling's series: B₂ₖ / (2k (2k − 1)), Abramowitz & Stegun 6.1.41. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * ln Γ(x) for x > 0 (anything else throws).
 *
 *   (x − ½) ln x − x + ½ ln 2π + Σ B₂ₖ / (2k (2k − 1) x²ᵏ⁻¹),  after Γ(x) = Γ(x + 1) / x has brought x above 10
 *
 * M. Abramowitz, I. A. Stegun (eds.), Handbook of Mathematical Functions (1964), 6.1.15 and 6.1.41.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new Error(`ln Γ is not asked at ${x}`);
  let product = 1;
  let at = x;
  for (; at < 10; at++) product *= at;
  const square = 1 / (at * at);
  const series = STIRLING.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / at;
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + series - Math.log(product);
}

/**
 * The upper incomplete gamma integral Q(a, x) = Γ(a, x) / Γ(a), 0..1, for a > 0 and x >= 0.
 *
 * The power series of P = 1 − Q below x = a + 1 (Abramowitz & Stegun 6.5.29), the continued fraction of Q above (6.5.31), by the
 * modified Lentz algorithm: W. J. Lentz, Applied Optics 15 (1976) 668–671; I. J. Thompson, A. R. Barnett, J. Comp. Physics 64 (1986).
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new Error(`Q(${a}, ${x}) is not defined`);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; Math.abs(term) > Math.abs(sum) * 1e-17; k++) sum += term *= x / (a + k);
    return 1 - front * sum;
  }
  return front * lentz({ first: x + 1 - a, above: (k) => -k * (k - a), below: (k) => x + 2 * k + 1 - a });
}

/**
 * 1 / (b₀ + a₁ / (b₁ + a₂ / (b₂ + …))) by the modified Lentz algorithm; `above` gives aₖ, `below` gives bₖ, `first` is b₀. Throws when
 * 100,000 steps do not settle it.
 */
export function lentz(fraction: { first: number; above: (k: number) => number; below: (k: number) => number }): number {
  const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let inverse = 1 / away(fraction.first);
  let ratio = 1e300;
  let result = inverse;
  for (let k = 1; k < 100_000; k++) {
    const [above, below] = [fraction.above(k), fraction.below(k)];
    inverse = 1 / away(above * inverse + below);
    ratio = away(below + above / ratio);
    result *= inverse * ratio;
    if (Math.abs(inverse * ratio - 1) < 1e-15) return result;
  }
  throw new Error('a continued fraction did not settle');
}
