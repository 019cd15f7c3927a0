// The incomplete beta integral and its inverse: the distribution function of a beta distribution, and through it of t and F.
// Called by t, f and shrinkage.
import { lentz, logGamma } from './gamma';

/** Where the beta distribution has the share p below it: `x`, and `rest` = 1 − x, each exact to its own last digits. */
export type BetaPoint = { x: number; rest: number };

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), for a, b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/**
 * I_x(a, b): the share 0..1 of a beta distribution (a, b > 0) that lies below x (0..1); `rest` is 1 − x where the caller knows it
 * better than subtraction does.
 *
 *   xᵃ (1 − x)ᵇ / (a B(a, b)) · 1 / (1 + d₁ / (1 + d₂ / (1 + …)))
 *
 * Continued fraction 26.5.8, and I_x(a, b) = 1 − I_{1−x}(b, a) (26.5.2) where that settles sooner: M. Abramowitz, I. A. Stegun (eds.),
 * Handbook of Mathematical Functions (1964).
 */
export function betaBelow({ a, b, x, rest = 1 - x }: { a: number; b: number; x: number; rest?: number }): number {
  if (!(a > 0 && b > 0 && x >= 0 && rest >= 0)) throw new Error(`I_${x}(${a}, ${b}) is not defined`);
  if (x === 0) return 0;
  if (rest === 0) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2) ? (front / a) * betaFraction(a, b, x) : 1 - (front / b) * betaFraction(b, a, rest);
}

/** The continued fraction 26.5.8; its steps come in pairs, d₂ₘ and d₂ₘ₊₁. */
function betaFraction(a: number, b: number, x: number): number {
  const above = (k: number) => {
    const m = Math.floor(k / 2);
    const at = a + 2 * m;
    return k % 2 === 0 ? (m * (b - m) * x) / ((at - 1) * at) : (-(a + m) * (a + b + m) * x) / (at * (at + 1));
  };
  return lentz({ first: 1, above, below: () => 1 });
}

/**
 * The point below which a beta distribution (a, b > 0) has the share p (0 < p < 1): I_x(a, b) = p, solved for ln x of the smaller side
 * by Newton's method kept within a bracket. Exact to about 12 digits of x and of 1 − x.
 */
export function betaPoint({ a, b, p }: { a: number; b: number; p: number }): BetaPoint {
  if (!(p > 0 && p < 1)) throw new Error(`no point has the share ${p} below it`);
  if (betaBelow({ a, b, x: 0.5 }) >= p) {
    const x = smallPoint({ a, b, share: (at) => betaBelow({ a, b, x: at }), p });
    return { x, rest: 1 - x };
  }
  const rest = smallPoint({ a: b, b: a, share: (at) => betaBelow({ a: b, b: a, x: at }), p: 1 - p });
  return { x: 1 - rest, rest };
}

/** The solution in 0..½ of share(x) = p for a share that is a beta distribution's. */
function smallPoint(of: { a: number; b: number; share: (x: number) => number; p: number }): number {
  const { a, b, share, p } = of;
  const front = logBeta(a, b);
  let [low, high] = [-745, Math.log(0.5)];
  let at = Math.min(high, Math.max(low, (Math.log(p * a) + front) / a));
  for (let step = 0; step < 200; step++) {
    const x = Math.exp(at);
    const found = share(x);
    if (found < p) low = at;
    else high = at;
    // d ln I / d ln x = x · density / I.
    const slope = Math.exp(a * at + (b - 1) * Math.log1p(-x) - front) / found;
    const newton = at - Math.log(found / p) / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - at) < 1e-15 * Math.max(1, Math.abs(at)) || high - low < 1e-15) return Math.exp(next);
    at = next;
  }
  return Math.exp(at);
}
