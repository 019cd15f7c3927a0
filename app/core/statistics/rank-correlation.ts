// Do two measures put bodies into the same order? Asked of trust beside responsiveness, where neither side need be normal and one body far
// from the others must not decide. An association, never a cause.
import { correlation } from './correlation';
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { zOf } from './normal';

/**
 * Spearman's coefficient of the pairs, -1..1, with its two-sided interval; `n` counts the pairs. Not estimable from fewer than five, or where
 * one side does not vary. Pairs must be independent. Anything but finite numbers throws.
 *
 *   ρ = Pearson's r of the ranks (equal values share the mean of theirs);  tanh(ζ ± z·s),  ζ = artanh ρ,  s² = (n − 1)/n · Σ(ζ₋ᵢ − ζ̄₋)²
 *
 * ζ₋ᵢ is ζ without pair i (jackknife). ρ of ±1 has no ζ: it is taken half a step of ρ before it, ±(1 − 6/(n³ − n)). Where the jackknife
 * sees no variation, s² = (1 + ρ²/2)/(n − 3). From ten pairs on it holds the truth in 93–97 % (simulated to half a percent): of normal, even, skewed and unevenly spread
 * values, of weak and strong association; the formula (1 + ρ²/2)/(n − 3) alone does not where ρ is strong.
 *
 * C. Spearman, American J. of Psychology 15 (1904) 72–101; R. G. Miller, "The jackknife: a review", Biometrika 61 (1974) 1–15, and
 * D. V. Hinkley, "Improving the jackknife with special reference to correlation estimation", Biometrika 65 (1978) 13–21, for the jackknife
 * of artanh; D. G. Bonett, T. A. Wright, Psychometrika 65 (2000) 23–28, for the other variance.
 */
export function spearman(pairs: readonly (readonly [x: number, y: number])[], level = 0.95): Estimate | NotEstimable {
  const n = pairs.length;
  if (n < 5) return notEstimable(n, n === 0 ? 'nothing_counted' : 'too_few');
  const whole = coefficient(pairs);
  const left = pairs.map((_, out) => coefficient(pairs.filter((__, at) => at !== out)));
  if (whole === null || left.some((one) => one === null)) return notEstimable(n, 'no_variation');
  const limit = 1 - 6 / (n ** 3 - n);
  const zeta = (rho: number) => Math.atanh(Math.max(-limit, Math.min(limit, rho)));
  const without = (left as number[]).map(zeta);
  const middle = without.reduce((sum, one) => sum + one, 0) / n;
  const spread = without.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  const variance = spread > 1e-12 ? ((n - 1) / n) * spread : (1 + whole ** 2 / 2) / (n - 3);
  const reach = zOf(level) * Math.sqrt(variance);
  const [low, high] = [Math.tanh(zeta(whole) - reach), Math.tanh(zeta(whole) + reach)];
  return { n, estimate: whole, low: Math.min(low, whole), high: Math.max(high, whole) };
}

function coefficient(pairs: readonly (readonly [number, number])[]): number | null {
  const [x, y] = [placesOf(pairs.map(([one]) => one)), placesOf(pairs.map(([, other]) => other))];
  return correlation(x.map((place, at) => [place, y[at] ?? 0] as const)).estimate;
}

/** The place of each value from the smallest on; equal ones share the mean of theirs. */
function placesOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const places = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    for (const { at } of order.slice(from, to)) places[at] = (from + to + 1) / 2;
    from = to;
  }
  return places;
}
