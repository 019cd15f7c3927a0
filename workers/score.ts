// The job score: figures that acts made stale, or that a new day changes, are reckoned anew and appended; then the league of their
// period. Each body and period by itself, from the cases of that period alone.
import { dayOf } from '../app/core/day';
import { figuresOf, type Figures } from '../app/core/score/figures';
import { countryOf, regionsOf, type Overview } from '../app/core/score/country';
import { league } from '../app/core/score/league';
import type { Facts } from '../app/core/score/facts';
import type { Period } from '../app/core/score/period';
import type { Mark } from '../app/core/score/stale';
import { factsOf } from '../app/data/score-facts';
import { append, changedByDay, latestOf, leagueBehind, reckoning, touched, type Because } from '../app/data/scores';
import type { World } from '../app/world';

/** Gives the number of snapshots appended. */
export async function score(world: World, signal: AbortSignal): Promise<number> {
  const { db, now } = world;
  let count = 0;
  const periods = new Set<Period>();
  const work: [Mark[], Because][] = [
    [await touched(db), 'acts'],
    [await changedByDay(db, dayOf(now())), 'day'],
  ];
  for (const [marks, because] of work)
    for (const mark of marks) {
      if (signal.aborted) return count;
      if (!(await reckon(world, mark, because))) continue;
      count += 1;
      periods.add(mark.period);
    }
  for (const period of await leagueBehind(db)) periods.add(period);
  for (const period of periods) count += (await placeAll(world, period, 'acts')) ? 1 : 0;
  return count;
}

/** Reckons one body's figures of a period and appends them where they say anything new; gives whether it did. */
export async function reckon(world: World, mark: Mark, because: Because): Promise<boolean> {
  const { db, guide, now } = world;
  const today = dayOf(now());
  const edition = guide.inForceOn(today);
  const { scoring } = edition;
  if (!scoring) return false;
  return reckoning(db, mark, async (through) => {
    const facts = await factsOf(through, guide, mark);
    if (Object.values(facts).every((part) => part.length === 0)) return false;
    const figures: Figures = figuresOf(facts, { calendar: guide.calendar, scoring, today });
    return append(through, world, {
      ...{ ...mark, reportDay: today, edition: edition.id, because, figures },
      cases: figures.cases.all,
      moves: isOpen(facts),
    });
  });
}

/** Whether tomorrow's figures differ without any act. */
const isOpen = ({ cases, duties, comments, councilReplies, promises }: Facts): boolean =>
  cases.some(({ phase }) => phase === 'open') ||
  comments.some(({ phase }) => phase === 'open') ||
  promises.some(({ reportedDay }) => reportedDay === null) ||
  [...duties, ...councilReplies].some(({ closedDay }) => closedDay === null);

/** The league of a period from the latest figures of each body. */
export async function placeAll(world: World, period: Period, because: Because): Promise<boolean> {
  const { db, guide, now } = world;
  const today = dayOf(now());
  const edition = guide.inForceOn(today);
  if (!edition.scoring) return false;
  const found = await latestOf(db.pool, period);
  const regions = await db.prisma.body.findMany({
    where: { id: { in: found.flatMap(({ bodyId }) => bodyId ?? []) } },
    select: { id: true, region: true },
  });
  const bodies = found.map(({ bodyId, figures }) => ({
    id: bodyId ?? '',
    region: regions.find(({ id }) => id === bodyId)?.region ?? null,
    figures: figures as Figures,
  }));
  const overview: Overview = {
    country: countryOf(
      bodies.map(({ figures }) => figures),
      edition.scoring,
    ),
    regions: regionsOf(bodies, edition.scoring),
    league: league(
      bodies.map(({ id, figures: { composite, clocks } }) => ({
        id,
        n: clocks.lawful.share.n,
        score: composite.score,
      })),
      edition.scoring,
    ),
  };
  return append(db.pool, world, {
    ...{ bodyId: null, period, reportDay: today, edition: edition.id, because, figures: overview },
    ...{ cases: overview.country.cases, moves: false },
  });
}
