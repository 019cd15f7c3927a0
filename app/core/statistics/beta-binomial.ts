// How do shares differ from body to body, judging by all of them? The possibilities and their weights, for shrinkage.
import { logBeta } from './beta';
import { mixture, weighed, type Weighed } from './mixture';

/** Whole counts of one body: `of` of `n`. */
export type Counts = { of: number; n: number };
/** Bodies' shares are beta-distributed with the mean `share` 0..1 and the strength M, a number of cases: the greater, the more alike. */
export type Kinship = { share: number; strength: number };

type Kind = Counts & { times: number };
type Node = Kinship & { size: number; log: number };
type Range = { middle: number; half: number };

/**
 * Pairs of mean μ and strength M weighed by the beta-binomial likelihood of the bodies (each with n > 0) times the prior that
 * shrinkage states. A grid: 33 steps of ln(M / n₀), narrowed until they just hold what has weight; for each of them 17 steps of
 * ln(μ / (1 − μ)), six standard errors to both sides of the mean that fits that M. Bodies in any order give the same digits.
 *
 *   Π B(of + μM, n − of + (1 − μ)M) / B(μM, (1 − μ)M)
 *
 * J. G. Skellam, "A probability distribution derived from the binomial distribution by regarding the probability of success as
 * variable between the sets of trials", J. Royal Statistical Society B 10 (1948) 257–261.
 */
export function kinships(bodies: readonly Counts[]): Weighed<Kinship>[] {
  const kinds = alike(bodies);
  const typical = bodies.length / kinds.reduce((sum, { n, times }) => sum + times / n, 0);
  let range: Range = { middle: 0, half: 12 };
  for (;;) {
    const nodes = weighed(steps(range, 33).flatMap((size) => nodesAt({ size, typical, kinds })));
    const { mean, variance } = mixture(nodes, ({ size }) => ({ mean: size, square: size ** 2 }));
    // Eight deviations to each side, but not at once less than a third: the peak may lie between two steps.
    const half = Math.min(range.half, Math.max(range.half / 3, 8 * Math.sqrt(variance)));
    if (half > 0.8 * range.half) return nodes;
    range = { middle: mean, half };
  }
}

const steps = ({ middle, half }: Range, points: number): number[] =>
  Array.from({ length: points }, (_, step) => middle + half * ((2 * step) / (points - 1) - 1));

/** Bodies with the same counts weigh as one, taken that often; sorted, so that sums come out the same in any order. */
function alike(bodies: readonly Counts[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { of, n } of bodies) {
    const known = kinds.get(`${of}/${n}`) ?? { of, n, times: 0 };
    kinds.set(`${of}/${n}`, { ...known, times: known.times + 1 });
  }
  return [...kinds.values()].sort((one, other) => one.n - other.n || one.of - other.of);
}

/** The possibilities of one strength, with the logarithms of their weights up to a constant. */
function nodesAt({ size, typical, kinds }: { size: number; typical: number; kinds: readonly Kind[] }): Node[] {
  const strength = typical * Math.exp(size);
  // A body tells of μ as much as n (M + 1) / (n + M) cases of its own would; half a case each way keeps 0 and 1 out.
  let [marked, all] = [0.5, 1];
  for (const { of, n, times } of kinds) {
    const weight = (times * (strength + 1)) / (n + strength);
    marked += weight * of;
    all += weight * n;
  }
  const error = Math.sqrt(1 / marked + 1 / (all - marked));
  // Even on n₀/(n₀ + M), as a density of ln(M / n₀).
  const evenStrength = -size - 2 * Math.log1p(Math.exp(-size));
  return steps({ middle: Math.log(marked / (all - marked)), half: 6 * error }, 17).map((place) => {
    const [share, rest] = [1 / (1 + Math.exp(-place)), 1 / (1 + Math.exp(place))];
    const [a, b] = [share * strength, rest * strength];
    const empty = logBeta(a, b);
    let log = evenStrength + Math.log(share * rest * error);
    for (const { of, n, times } of kinds) log += times * (logBeta(of + a, n - of + b) - empty);
    return { share, strength, size, log };
  });
}
