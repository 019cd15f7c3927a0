// Is a new league a restatement? Figures of all bodies together and places change by themselves while cases run their course. Where a body's
// figures were restated, or the way of reckoning is another, what is published of all together is restated too: from what, to what, and why.
import type { Day } from '../day';
import type { Overview } from './country';
import {
  changesBetween,
  CAUSES,
  waysBetween,
  type Cause,
  type Change,
  type Said,
  type Restated,
  type Value,
} from './restatement';
import { daysOf } from './period';

type Place = Overview['league']['rows'][number]['place'];
const placeOf = (place: Place, bodies: number): Value =>
  place.rank === null ? { value: null, count: null, n: bodies } : { value: place.rank, count: null, n: bodies };

/** Bodies whose place is another than before, of those that stand in both leagues. */
function placesBetween(before: Overview['league'], after: Overview['league']): Change[] {
  const old = new Map(before.rows.map(({ id, place }) => [id, place]));
  return after.rows.flatMap(({ id, place }): Change[] => {
    const was = old.get(id);
    if (!was || was.rank === place.rank) return [];
    return [{ measure: 'place', of: id, from: placeOf(was, before.ranked), to: placeOf(place, after.ranked) }];
  });
}

/** Shares of all bodies together, as `changesBetween` reads a body's figures. */
const asFigures = ({
  clocks,
  rates,
  satisfied,
  comments,
  councilReplies,
  promises,
  afterHours,
  overdue,
  median,
}: Overview['country']) => ({
  ...{ clocks, rates, promises, councilReplies },
  ...{ satisfied: { share: satisfied }, comments: { clock: comments }, backlog: { overdue } },
  ...(afterHours && { afterHours: { share: afterHours } }),
  time: { quartiles: { median } },
});

type Placed = Omit<Said, 'figures' | 'contests' | 'because' | 'moves'> & { figures: unknown };
/** What was restated of bodies between the two leagues. */
export type Under = Pick<Restated, 'causes' | 'trace'>;

/** The restatement that a league makes of the one before it; null where it makes none. `publicFrom`: the day from which it is everybody's. */
export function leagueRestatementOf(
  before: Placed,
  after: Placed,
  publicFrom: Day,
  under: readonly Under[],
): Restated | null {
  if (after.reportDay <= daysOf(after.period).last || after.reportDay < publicFrom) return null;
  const ways = waysBetween(before, after);
  const own: Cause[] = (['edition', 'method', 'code'] as const).filter((cause) => ways[cause] !== null);
  const found = new Set([...own, ...under.flatMap(({ causes }) => causes)]);
  if (found.size === 0) return null;
  const [was, is] = [before.figures as Overview, after.figures as Overview];
  const changes = [
    ...changesBetween(asFigures(was.country), asFigures(is.country)),
    ...placesBetween(was.league, is.league),
  ];
  if (changes.length === 0) return null;
  const contests = [...new Set(under.flatMap(({ trace }) => trace.contests))].sort();
  const acts = under.flatMap(({ trace }) => trace.acts ?? []);
  return { causes: CAUSES.filter((cause) => found.has(cause)), changes, trace: { contests, acts, ...ways } };
}
