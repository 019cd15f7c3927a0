// What is left unknown when a figure depends on something that is itself only likely: means and variances over weighed possibilities.
// Called by shrinkage and shrunken-means.

/** A possibility and how likely it is; weights of a list add up to 1. */
export type Weighed<T> = T & { weight: number };

/** Weights that add up to 1, out of logarithms of likelihoods that have any common factor. */
export function weighed<T>(possibilities: readonly (T & { log: number })[]): Weighed<T>[] {
  const most = possibilities.reduce((high, { log }) => Math.max(high, log), -Infinity);
  const raw = possibilities.map((one) => ({ ...one, weight: Math.exp(one.log - most) }));
  const all = raw.reduce((sum, { weight }) => sum + weight, 0);
  return raw.map((one) => ({ ...one, weight: one.weight / all }));
}

/** Mean and variance of a figure that under each possibility has the mean `mean` and the second moment `square` = E[x²]. */
export function mixture<T>(
  possibilities: readonly Weighed<T>[],
  under: (one: T) => { mean: number; square: number },
): { mean: number; variance: number } {
  let [mean, square] = [0, 0];
  for (const one of possibilities) {
    const found = under(one);
    mean += one.weight * found.mean;
    square += one.weight * found.square;
  }
  return { mean, variance: Math.max(0, square - mean ** 2) };
}
