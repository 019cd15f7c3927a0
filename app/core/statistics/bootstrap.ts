// How sure is a figure that has no formula for it? The sample is drawn again and again out of itself, with a seed that is published,
// so that anybody with the data gets the same interval. What is drawn may be observations or whole clusters of them.
import { endsOf, notEstimable, type Estimate, type NotEstimable } from './estimate';
import { normalBelow, normalPoint } from './normal';
import { chance } from './random';

/** `percentile` takes the ends of what was drawn; `bca` also takes out the bias and the change of spread, and is the better one. */
export type BootstrapKind = 'percentile' | 'bca';
/** `error`: the standard error, the deviation of the draws. Seed, kind and number of draws are what it takes to get it again. */
export type Bootstrapped = Estimate & { error: number; seed: number; kind: BootstrapKind; draws: number };

/**
 * `statistic` of the sample with its two-sided interval, in the unit of the statistic; it answers null where it can't be computed, and keeps nothing of what it is given. Not
 * estimable from fewer than two observations, where all draws give the same, or where the statistic can't be computed of the sample
 * or of a draw: dropping such draws would hide the uncertain ones. The same seed and the same order of the sample give the same
 * digits. Fewer than 1,000 draws throw: the ends of an interval would be chance.
 *
 *   percentile: θ*(γ/2) .. θ*(1 − γ/2);  BCa: θ*(Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z)))) at z = ± z(1 − γ/2),
 *   z₀ = Φ⁻¹(share of θ* below θ̂),  a = Σd³ / (6 (Σd²)^1.5),  d = mean of the jackknife − jackknife
 *
 * B. Efron, "Better bootstrap confidence intervals", JASA 82 (1987) 171–185; A. C. Davison, D. V. Hinkley, Bootstrap Methods and Their
 * Application (1997), 5.2–5.3. Small samples (n below about 20) make both too short.
 */
export function bootstrap<T>(what: {
  sample: readonly T[];
  statistic: (sample: readonly T[]) => number | null;
  seed: number;
  kind?: BootstrapKind;
  draws?: number;
  level?: number;
}): Bootstrapped | NotEstimable {
  const { sample, statistic, seed, kind = 'bca', draws = 2000, level = 0.95 } = what;
  if (!Number.isInteger(draws) || draws < 1000) throw new Error(`${draws} draws are too few`);
  const ends = endsOf(level);
  const n = sample.length;
  if (n < 2) return notEstimable(n, n === 0 ? 'nothing_counted' : 'too_few');
  const estimate = statistic(sample);
  if (estimate === null) return notEstimable(n, 'too_few');
  const { below } = chance(seed);
  const drawn = new Float64Array(draws);
  const again = [...sample];
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < n; at++) again[at] = sample[below(n)] as T;
    const found = statistic(again);
    if (found === null) return notEstimable(n, 'too_few');
    drawn[draw] = found;
  }
  drawn.sort();
  if (drawn[0] === drawn[draws - 1]) return notEstimable(n, 'no_variation');
  const shares = kind === 'percentile' ? ends : corrected({ sample, statistic, estimate, drawn, ends });
  if (!shares) return notEstimable(n, 'too_few');
  const [low, high] = [drawnAt(drawn, shares[0]), drawnAt(drawn, shares[1])];
  return { n, estimate, low, high, error: deviation(drawn), seed, kind, draws };
}

/** Where BCa looks in the sorted draws instead of at `ends`; null where the jackknife can't be computed or moves too far. */
function corrected<T>(what: {
  sample: readonly T[];
  statistic: (sample: readonly T[]) => number | null;
  estimate: number;
  drawn: Float64Array;
  ends: readonly [number, number];
}): readonly [number, number] | null {
  const { sample, statistic, estimate, drawn, ends } = what;
  const left = sample.map((_, out) => statistic(sample.filter((__, at) => at !== out)));
  if (left.some((value) => value === null)) return null;
  const jackknife = left as number[];
  const middle = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  const power = (exponent: number) => jackknife.reduce((sum, value) => sum + (middle - value) ** exponent, 0);
  const squares = power(2);
  const acceleration = squares === 0 ? 0 : power(3) / (6 * squares ** 1.5);
  // Draws that equal the estimate count half: statistics of whole counts have many. Never 0 or 1: Φ⁻¹ has no such point.
  let below = 0;
  for (const value of drawn) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const bias = normalPoint(Math.min(drawn.length - 0.5, Math.max(0.5, below)) / drawn.length);
  const move = (end: number): number => {
    const at = bias + normalPoint(end);
    return 1 - acceleration * at > 0 ? normalBelow(bias + at / (1 - acceleration * at)) : Number.NaN;
  };
  const moved = [move(ends[0]), move(ends[1])] as const;
  return Number.isNaN(moved[0] + moved[1]) ? null : moved;
}

/** The value below which the share p of the sorted draws lies: the (R + 1)p-th, between two of them in proportion. */
function drawnAt(drawn: Float64Array, p: number): number {
  const rank = Math.min(drawn.length, Math.max(1, (drawn.length + 1) * p));
  const whole = Math.floor(rank);
  const lower = drawn[whole - 1] ?? 0;
  const upper = drawn[Math.min(drawn.length, whole + 1) - 1] ?? lower;
  return lower + (upper - lower) * (rank - whole);
}

function deviation(drawn: Float64Array): number {
  const middle = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  return Math.sqrt(drawn.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (drawn.length - 1));
}
