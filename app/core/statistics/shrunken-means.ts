// What is a body's own mean or score, when it stands on little and we know the others? As shrinkage does for shares, for figures that
// come with a standard error: composite scores, mean trust.
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { mixture, weighed, type Weighed } from './mixture';
import { zOf } from './normal';

/** A body's figure and its standard error, in one unit; `n` is what it stands on, and is only passed on. */
export type Measured = { n: number; estimate: number; error: number };
/** The figure drawn toward all bodies; `kept` 0..1 is how much the body's own weighs in it. */
export type ShrunkenMean = Estimate & { kept: number };
/** What all bodies say: their mean, and how far (one standard deviation, its median) bodies lie from it beyond what errors explain. */
export type ShrunkenMeans = { bodies: number; mean: number; spread: number; means: ShrunkenMean[] };

type Shrunken = ShrunkenMeans | (NotEstimable & { bodies: number });

/** Fewer bodies than this say nothing about how bodies differ. */
const BODIES = 4;

/**
 * Each body's figure drawn toward the mean of all, in the order given, with two-sided intervals: once for each level (0..1), in their
 * order, of which only the lengths of the intervals differ. Not estimable with fewer than four bodies. Errors must be above 0 (anything
 * else throws): a figure without a known error is left out by the caller.
 *
 *   yⱼ ~ normal(θⱼ, eⱼ²), θⱼ ~ normal(μ, τ²):  θ̂ⱼ = E[(1 − Bⱼ) yⱼ + Bⱼ μ̂(τ)],  Bⱼ = eⱼ² / (eⱼ² + τ²)
 *
 * over τ² as all bodies make it likely, with μ and τ² even before anything is known (μ integrated out). The interval is the normal one
 * with the variance of what is left unknown, τ² included. That of 0.95 holds the truth for 95 of 100 bodies over all of them, for more
 * where bodies are alike, for fewer of those that lie far out.
 *
 * C. N. Morris, "Parametric empirical Bayes inference: theory and applications", JASA 78 (1983) 47–65; C. N. Morris, M. Lysy, "Shrinkage
 * estimation in multilevel normal models", Statistical Science 27 (2012) 115–134, on why τ² is taken as even.
 */
export function shrunkenAt(bodies: readonly Measured[], levels: readonly number[]): Shrunken[] {
  for (const { estimate, error } of bodies)
    if (!Number.isFinite(estimate) || !(error > 0 && error < Infinity))
      throw new Error(`${estimate} with the error ${error} can't be weighed`);
  const cases = bodies.reduce((sum, { n }) => sum + n, 0);
  if (bodies.length < BODIES) {
    const lack = bodies.length === 0 ? 'nothing_counted' : 'too_few';
    return levels.map(() => ({ ...notEstimable(cases, lack), bodies: bodies.length }));
  }
  const likely = weighed(spreads(bodies).map((between) => possibility(bodies, between)));
  const drawn = bodies.map((one) => drawnToward(likely, one));
  const mean = mixture(likely, ({ middle }) => ({ mean: middle, square: 0 })).mean;
  let below = 0;
  const half = likely.find(({ weight }) => (below += weight) >= 0.5);
  const spread = Math.sqrt(half?.between ?? 0);
  return levels.map((level) => {
    const z = zOf(level);
    const means = drawn.map(({ n, mean: estimate, variance, kept }): ShrunkenMean => {
      const reach = z * Math.sqrt(variance);
      return { n, estimate, low: estimate - reach, high: estimate + reach, kept };
    });
    return { bodies: bodies.length, mean, spread, means };
  });
}

/** Mean and variance of a body's own mean over all that is likely (as statistics/mixture, in one go: each act asks it of every body), and what it keeps. */
function drawnToward(likely: readonly Weighed<Possibility>[], { n, estimate: own, error }: Measured) {
  let [mean, square, kept] = [0, 0, 0];
  const noise = error ** 2;
  for (const { between, middle, unsure, weight } of likely) {
    const toward = noise / (noise + between);
    const under = (1 - toward) * own + toward * middle;
    mean += weight * under;
    square += weight * (under ** 2 + (1 - toward) * noise + toward ** 2 * unsure);
    kept += weight * (1 - toward);
  }
  return { n, mean, variance: Math.max(0, square - mean ** 2), kept };
}

/** Values of τ² from far below the errors' squares to far above, even in ln(τ² / v₀); v₀ is the harmonic mean of the squares. */
function spreads(bodies: readonly Measured[]): { between: number; prior: number }[] {
  const typical = bodies.length / bodies.reduce((sum, { error }) => sum + error ** -2, 0);
  return Array.from({ length: 401 }, (_, step) => {
    const size = step / 16 - 12.5;
    // Even on τ², as a density of ln(τ² / v₀).
    return { between: typical * Math.exp(size), prior: size };
  });
}

type Possibility = { between: number; middle: number; unsure: number; log: number };

/** How likely a τ² is, and where μ lies under it: `middle` with the variance `unsure`. */
function possibility(bodies: readonly Measured[], { between, prior }: { between: number; prior: number }): Possibility {
  let [weights, sum, logs] = [0, 0, 0];
  for (const { estimate, error } of bodies) {
    const weight = 1 / (error ** 2 + between);
    weights += weight;
    sum += weight * estimate;
    logs += Math.log(weight);
  }
  const middle = sum / weights;
  const squares = bodies.reduce(
    (all, { estimate, error }) => all + (estimate - middle) ** 2 / (error ** 2 + between),
    0,
  );
  return { between, middle, unsure: 1 / weights, log: prior + (logs - Math.log(weights) - squares) / 2 };
}
