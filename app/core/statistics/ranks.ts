// Which places can a body have in a league, given how unsure the figures are? A place is published with the places that can't be ruled
// out; bodies that stand on too little have none, and equal figures share theirs.
import type { Estimate, Lack, NotEstimable } from './estimate';

/** The place of a body among those ranked, and the best and worst that can't be ruled out; `tied`: how many others share it. */
export type Ranked = { id: string; n: number; rank: number; low: number; high: number; tied: number };
/** Why a body has no place: its figure can't be estimated, or stands on fewer than the minimum. */
export type NotRanked = { id: string; n: number; rank: null; lack: Lack };

/**
 * The places of bodies by figure, in the order given; 1 is the best. Bodies with n below `minimum`, or without an estimate, are not
 * ranked and take no place from others. Equal figures share the best of their places (1, 2, 2, 4).
 *
 *   low = 1 + |{j: all of j's interval is better}|,  high = K − |{j: all of j's interval is worse}|
 *
 * If the intervals are simultaneous, so are the places: with intervals of the level `levelForAll` all places together are right in 95
 * of 100 leagues, or more often: where bodies are alike, nearly always. With plain 95 % intervals that is not promised. Ranks of
 * bootstrap draws are not offered: where bodies are alike they claim far too much (M. Xie, K. Singh, C.-H. Zhang, "Confidence intervals
 * for population ranks in the presence of ties and near ties", JASA 104 (2009) 775–788).
 *
 * M. Klein, T. Wright, J. Wieczorek, "A joint confidence region for an overall ranking of populations", J. Royal Statistical Society C
 * 69 (2020) 589–606.
 */
export function ranks(
  bodies: readonly { id: string; figure: Estimate | NotEstimable }[],
  { best, minimum }: { best: 'highest' | 'lowest'; minimum: number },
): (Ranked | NotRanked)[] {
  const figures = bodies.flatMap(({ figure }) => (figure.estimate !== null && figure.n >= minimum ? [figure] : []));
  const sign = best === 'highest' ? -1 : 1;
  const sorted = (of: (figure: Estimate) => number) => Float64Array.from(figures, of).sort();
  const [middles, lows, highs] = [sorted((one) => one.estimate), sorted((one) => one.low), sorted((one) => one.high)];
  const [betterEnds, worseEnds] = sign < 0 ? [lows, highs] : [highs, lows];
  const beyond = (values: Float64Array, than: number, way: number) =>
    way < 0 ? values.length - upTo(values, than, 'with') : upTo(values, than, 'without');
  return bodies.map(({ id, figure }) => {
    const { n } = figure;
    if (figure.estimate === null) return { id, n, rank: null, lack: figure.lack };
    if (n < minimum) return { id, n, rank: null, lack: 'too_few' };
    const [bestEnd, worstEnd] = sign < 0 ? [figure.high, figure.low] : [figure.low, figure.high];
    const better = beyond(middles, figure.estimate, sign);
    const same = upTo(middles, figure.estimate, 'with') - upTo(middles, figure.estimate, 'without');
    return {
      ...{ id, n, rank: 1 + better, tied: same - 1 },
      low: 1 + beyond(betterEnds, bestEnd, sign),
      high: figures.length - beyond(worseEnds, worstEnd, -sign),
    };
  });
}

/** How many of the sorted values lie below `bound`, with or without those that equal it. */
function upTo(values: Float64Array, bound: number, equal: 'with' | 'without'): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = values[middle] ?? Infinity;
    if (value < bound || (equal === 'with' && value === bound)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The level that each of `bodies` independent intervals needs, so that all of them hold their truth at once at the level `level`:
 * level^(1/K). Z. Šidák, "Rectangular confidence regions for the means of multivariate normal distributions", JASA 62 (1967) 626–633.
 */
export const levelForAll = (bodies: number, level = 0.95): number => level ** (1 / Math.max(1, bodies));
