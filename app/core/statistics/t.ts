// Student's t distribution: the point of a two-sided interval, and the share beyond a point. Called by means.
import { betaBelow, betaPoint } from './beta';
import { endsOf } from './estimate';

/**
 * The share 0..1 of a t distribution with `df` > 0 degrees of freedom that lies further from 0 than t, on both sides:
 * I_{df/(df + t²)}(df/2, ½).
 *
 * "Student", "The probable error of a mean", Biometrika 6 (1908) 1–25; Abramowitz & Stegun (1964), 26.7.1 and 26.5.27.
 */
export function tBeyond(t: number, df: number): number {
  const [square, all] = [t * t, df + t * t];
  return betaBelow({ a: df / 2, b: 0.5, x: df / all, rest: square / all });
}

/** t of a two-sided interval: 2.262 for the level 0.95 and 9 degrees of freedom. A level outside of 0..1 throws. */
export function tOf(level: number, df: number): number {
  endsOf(level);
  const { x, rest } = betaPoint({ a: 0.5, b: df / 2, p: level });
  return Math.sqrt((df * x) / rest);
}
