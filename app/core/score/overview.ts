// What is published of a period beside the figures of each body: the country, its regions, the league, and trust beside responsiveness. Put
// together from published figures alone, so that whoever has them can do it again. Called by who reckons, and by who recomputes from the
// open data.
import type { Scoring } from '../../../guide/schema';
import { association, type Cell } from './association';
import { countryOf, regionsOf, type Countable, type Overview } from './country';
import type { Figures } from './figures';
import { league } from './league';
import type { Period } from './period';

export type BodyFigures = { id: string; region: string | null; figures: Countable };
export type PlacedFigures = { bodyId: string; period: Period; figures: Pick<Figures, 'composite'> };

/** Bodies in quarters, as far as they have both published trust and a score. */
export function cellsOf(trust: readonly Omit<Cell, 'score'>[], figures: readonly PlacedFigures[]): Cell[] {
  const scores = new Map(figures.map((one) => [`${one.bodyId} ${one.period}`, one.figures.composite.score.estimate]));
  return trust.flatMap((one) => {
    const score = scores.get(`${one.bodyId} ${one.period}`) ?? null;
    return score === null ? [] : [{ ...one, score }];
  });
}

/** `cells`: those of all quarters up to this one. */
export const overviewOf = (
  { bodies, cells }: { bodies: readonly BodyFigures[]; cells: readonly Cell[] },
  scoring: Scoring,
): Overview => ({
  association: scoring.association ? association(cells, { ...scoring, association: scoring.association }) : null,
  country: countryOf(
    bodies.map(({ figures }) => figures),
    scoring,
  ),
  regions: regionsOf(bodies, scoring),
  league: league(
    bodies.map(({ id, figures: { composite, clocks } }) => ({ id, n: clocks.lawful.share.n, score: composite.score })),
    scoring,
  ),
});
