// What the tests of this folder share: a figure that must exist, draws of known distributions, and how often an interval holds the
// truth it was made from. Everything is seeded: a test passes always or never.
import type { Estimate, NotEstimable } from '../../../app/core/statistics/estimate';
import { logGamma } from '../../../app/core/statistics/gamma';
import { normalPoint } from '../../../app/core/statistics/normal';
import { chance, type Chance } from '../../../app/core/statistics/random';

/** The figure, or a failed test with the reason why there is none. */
export function figure<T extends { estimate: unknown }>(found: T | NotEstimable): Exclude<T, NotEstimable> {
  if (found.estimate === null) throw new Error(`not estimable: ${'lack' in found ? found.lack : ''}`);
  return found as Exclude<T, NotEstimable>;
}

/** The largest absolute difference of what was found from what was expected, over the names expected. */
export const off = (found: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, number>>): number =>
  Math.max(...Object.entries(expected).map(([name, value]) => Math.abs(Number(found[name] ?? Number.NaN) - value)));

export const normal = ({ unit }: Chance): number => normalPoint(Math.min(1 - 1e-16, Math.max(1e-16, unit())));
export const exponential = ({ unit }: Chance): number => -Math.log(1 - unit());
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
export const successes = (n: number, share: number, by: Chance): number =>
  times(n, () => by.unit()).filter((drawn) => drawn < share).length;
/** A beta draw with whole parameters: the a-th smallest of a + b − 1 even draws. */
export const betaDraw = (a: number, b: number, by: Chance): number =>
  times(a + b - 1, () => by.unit()).sort((one, other) => one - other)[a - 1] ?? 0;

/** How often, of `runs` samples, the interval held the truth; samples without an estimate count as misses. */
export function coverage(what: {
  runs: number;
  seed: number;
  truth: number;
  sample: (by: Chance) => Estimate | NotEstimable;
}): number {
  const by = chance(what.seed);
  const held = times(what.runs, () => what.sample(by)).filter(
    (found) => found.estimate !== null && found.low <= what.truth && what.truth <= found.high,
  );
  return held.length / what.runs;
}

/** What the 95 % of an interval may be in truth and still be called so. */
export const nominal = (share: number): boolean => share >= 0.93 && share <= 0.97;

/** The probability of exactly `of` of n at the share p (0 < p < 1). */
export const binomial = (of: number, n: number, p: number): number =>
  Math.exp(logGamma(n + 1) - logGamma(of + 1) - logGamma(n - of + 1) + of * Math.log(p) + (n - of) * Math.log(1 - p));
