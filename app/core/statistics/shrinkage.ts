// What is a body's own share, when it has few cases and we know the others? A share from three cases says little, so it is drawn toward
// the share of all bodies, the more the fewer its cases and the more alike the bodies are. Called for leagues and composite scores.
import { betaPoint } from './beta';
import { kinships, type Counts } from './beta-binomial';
import { endsOf, notEstimable, type Estimate, type NotEstimable } from './estimate';
import { mixture } from './mixture';

/** A body's share 0..1; `kept` 0..1 is how much its own cases weigh in it against those of all bodies. */
export type Shrunken = Estimate & { of: number; kept: number };
/** What all bodies together say: the mean of their shares, and how far (one standard deviation) bodies lie from it. */
export type Shrinkage = { bodies: number; mean: number; spread: number; shares: (Shrunken | NotEstimable)[] };

/** Fewer bodies than this say nothing about how bodies differ. */
const BODIES = 4;

/**
 * The share of each body, drawn toward all bodies, in the order given, with two-sided intervals. A body without cases is not estimable;
 * with fewer than four bodies that have cases none is. Counts that are no shares throw.
 *
 *   of ~ binomial(n, θ), θ ~ beta(μM, (1 − μ)M):  θ̂ = E[(of + μM) / (n + M)], over μ and M as the cases of all bodies make them likely
 *
 * μ and M are not fixed at one estimate but weighed (beta-binomial), with a prior even on μ and on n₀/(n₀ + M), n₀ the harmonic mean of
 * n: neither "all bodies are alike" nor "bodies have nothing in common" is favoured. The interval is that of a beta distribution with
 * the mean and the variance of what is left unknown. It holds the truth for 95 of 100 bodies over all of them; for those that lie far
 * out, and have few cases, for fewer: that is the price of the others' being more exact.
 *
 * J. J. Deely, D. V. Lindley, "Bayes empirical Bayes", JASA 76 (1981) 833–841; prior and matched interval: C. L. Christiansen,
 * C. N. Morris, "Hierarchical Poisson regression modeling", JASA 92 (1997) 618–632; on leagues: H. Goldstein, D. J. Spiegelhalter,
 * "League tables and their limitations", J. Royal Statistical Society A 159 (1996) 385–443.
 */
export function shrinkage(bodies: readonly Counts[], level = 0.95): Shrinkage | (NotEstimable & { bodies: number }) {
  for (const { of, n } of bodies)
    if (!Number.isInteger(of) || !Number.isInteger(n) || of < 0 || n < of) throw new Error(`${of} of ${n} is no share`);
  const [less, more] = endsOf(level);
  const known = bodies.filter(({ n }) => n > 0);
  const cases = known.reduce((sum, { n }) => sum + n, 0);
  if (known.length < BODIES)
    return { ...notEstimable(cases, cases === 0 ? 'nothing_counted' : 'too_few'), bodies: known.length };
  const likely = kinships(known);
  const share = ({ of, n }: Counts): Shrunken | NotEstimable => {
    if (n === 0) return notEstimable(0, 'nothing_counted');
    const { mean, variance } = mixture(likely, (others) => {
      const [a, all] = [of + others.share * others.strength, n + others.strength];
      return { mean: a / all, square: (a * (a + 1)) / (all * (all + 1)) };
    });
    const strength = (mean * (1 - mean)) / variance - 1;
    const end = (p: number) => betaPoint({ a: mean * strength, b: (1 - mean) * strength, p }).x;
    const kept = mixture(likely, (others) => ({ mean: n / (n + others.strength), square: 0 })).mean;
    return { n, of, estimate: mean, low: end(less), high: end(more), kept };
  };
  const { mean } = mixture(likely, (all) => ({ mean: all.share, square: 0 }));
  const apart = mixture(likely, (all) => ({ mean: (all.share * (1 - all.share)) / (all.strength + 1), square: 0 }));
  return { bodies: known.length, mean, spread: Math.sqrt(apart.mean), shares: bodies.map(share) };
}
