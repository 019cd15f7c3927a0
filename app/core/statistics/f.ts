// The F distribution: the share below a point, and the point below which a share lies. Called by Cronbach's alpha.
import { betaBelow, betaPoint } from './beta';

/** Degrees of freedom of the numerator and of the denominator, both above 0. */
export type Degrees = { above: number; below: number };

/**
 * The share 0..1 of an F distribution that lies below f >= 0: I_x(d₁/2, d₂/2) at x = d₁ f / (d₁ f + d₂).
 *
 * G. W. Snedecor, Calculation and Interpretation of Analysis of Variance and Covariance (1934); Abramowitz & Stegun (1964), 26.6.2.
 */
export function fBelow(f: number, { above, below }: Degrees): number {
  const all = above * f + below;
  return betaBelow({ a: above / 2, b: below / 2, x: (above * f) / all, rest: below / all });
}

/** The point below which an F distribution has the share p (0 < p < 1). */
export function fPoint(p: number, { above, below }: Degrees): number {
  const { x, rest } = betaPoint({ a: above / 2, b: below / 2, p });
  return (below * x) / (above * rest);
}
