// Bodies beside each other: each score drawn toward those of all bodies, the more the less it stands on, with the places that can't be
// ruled out. A body below the guide's least number has no place; it is listed all the same.
import type { Scoring } from '../../../guide/schema';
import { notEstimable, type Estimate, type Lack, type NotEstimable } from '../statistics/estimate';
import { levelForAll, ranks } from '../statistics/ranks';
import { shrunkenAt, type ShrunkenMean } from '../statistics/shrunken-means';
import type { Score } from './composite';

/** `n` of a body: its cases whose day has come, on which its place depends. */
export type Standing = { id: string; n: number; score: Score | NotEstimable };
export type Placed = {
  id: string;
  n: number;
  /** Drawn toward all bodies, with its interval at the guide's level; null with fewer bodies than the method needs. */
  drawn: ShrunkenMean | null;
  place: { rank: number; low: number; high: number; tied: number } | { rank: null; lack: Lack };
};
export type League = { bodies: number; ranked: number; mean: number | null; rows: Placed[] };

/** In the order of places; those without one last, by their number of cases. */
export function league(bodies: readonly Standing[], { minimum, level }: Scoring): League {
  const known = bodies.flatMap(({ id, n, score }) =>
    score.estimate === null || n < minimum.n ? [] : [{ id, n, estimate: score.estimate, error: score.error }],
  );
  // The second: intervals that hold for all bodies at once, so that the places do too.
  const [drawn, atOnce] = shrunkenAt(known, [level.share, levelForAll(known.length, level.share)]);
  const found = new Map(known.map(({ id }, index) => [id, index]));
  const figure = ({ id, n, score }: Standing): Estimate | NotEstimable => {
    if (score.estimate === null) return score;
    const index = found.get(id);
    const own = index === undefined || !atOnce || !('means' in atOnce) ? undefined : atOnce.means[index];
    return own ?? notEstimable(n, 'too_few');
  };
  const places = ranks(
    bodies.map((one) => ({ id: one.id, figure: figure(one) })),
    { best: 'highest', minimum: minimum.n },
  );
  const rows = bodies.map(({ id, n }, index): Placed => {
    const place = places[index];
    const at = found.get(id);
    return {
      ...{ id, n },
      drawn: (at !== undefined && drawn && 'means' in drawn && drawn.means[at]) || null,
      place:
        place && place.rank !== null
          ? { rank: place.rank, low: place.low, high: place.high, tied: place.tied }
          : { rank: null, lack: place?.lack ?? 'too_few' },
    };
  });
  rows.sort((a, b) => (a.place.rank ?? Infinity) - (b.place.rank ?? Infinity) || b.n - a.n || (a.id < b.id ? -1 : 1));
  return {
    bodies: bodies.length,
    ranked: rows.filter(({ place }) => place.rank !== null).length,
    mean: drawn && 'means' in drawn ? drawn.mean : null,
    rows,
  };
}
