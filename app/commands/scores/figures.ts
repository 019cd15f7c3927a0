// Reckons the figures of one body and period, or the league of a period, and appends them where they say anything new. Used by the commands
// reckon and recount; each body and period by itself, from the cases of that period alone.
import { dayOf } from '../../core/day';
import type { Cell } from '../../core/score/association';
import type { Facts } from '../../core/score/facts';
import { cellsOf, overviewOf, type PlacedFigures } from '../../core/score/overview';
import type { Period } from '../../core/score/period';
import { publishedOf } from '../../core/score/published';
import { afterRulings } from '../../core/score/ruled';
import type { Mark } from '../../core/score/stale';
import { factsOfAll } from '../../data/score-facts';
import { appendAll, appendOverview, type New } from '../../data/score-append';
import { placing, reckoning } from '../../data/score-marks';
import { publishedTrust } from '../../data/score-trust';
import { latestToPlace, partsOfLatest, type Because } from '../../data/scores';
import type { World } from '../../world';

/** Bodies and periods read at once, and reckoned in one transaction. */
export const TOGETHER = 250;
/** Transactions at once: while the database reads for one, the figures of another are reckoned. */
const AT_ONCE = 2;

/** Reckons the figures of bodies and periods, and appends those that say anything new; gives those. Ends between transactions when `signal` says stop. */
export async function reckonAll(
  world: World,
  marks: readonly Mark[],
  because: Because,
  signal: AbortSignal,
): Promise<Mark[]> {
  const appended: Mark[] = [];
  const sorted = [...marks].sort(byBody);
  let next = 0;
  const some = async () => {
    while (next < sorted.length && !signal.aborted) {
      const from = next;
      next += TOGETHER;
      appended.push(...(await reckonSome(world, sorted.slice(from, next), because)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  return appended;
}

/** As the database holds what is counted. */
export const byBody = (one: Mark, other: Mark): number =>
  `${one.bodyId} ${one.period}` < `${other.bodyId} ${other.period}` ? -1 : 1;

/** The same, in one transaction. */
async function reckonSome(world: World, marks: readonly Mark[], because: Because): Promise<Mark[]> {
  const { db, guide, now } = world;
  const today = dayOf(now());
  const edition = guide.inForceOn(today);
  const { scoring } = edition;
  if (!scoring) return [];
  const found = await reckoning(db, marks, async (through) => {
    const reckoned: (New & Mark)[] = [];
    let at = 0;
    for (const facts of await factsOfAll(through, guide, marks, today)) {
      const mark = marks[at++];
      if (!mark || Object.values(facts).every((part) => part.length === 0)) continue;
      const { figures, contests } = publishedOf(facts, { calendar: guide.calendar, scoring, today });
      const moves = isOpen(afterRulings(facts));
      const { all: cases } = figures.cases;
      reckoned.push({ ...mark, reportDay: today, edition: edition.id, because, figures, contests, cases, moves });
    }
    return appendAll(through, world, reckoned);
  });
  return found.flatMap(({ bodyId, period }) => (bodyId ? [{ bodyId, period }] : []));
}

/** Whether tomorrow's figures differ without any act. */
const isOpen = ({ cases, duties, comments, councilReplies, promises }: Facts): boolean =>
  cases.some(({ phase }) => phase === 'open') ||
  comments.some(({ phase }) => phase === 'open') ||
  promises.some(({ reportedDay }) => reportedDay === null) ||
  [...duties, ...councilReplies].some(({ closedDay }) => closedDay === null);

/** Bodies in quarters up to one, as far as they have both published trust and a score. */
async function cellsUntil({ db, guide }: World, until: Period): Promise<Cell[]> {
  const trust = await publishedTrust(db, guide, until);
  const figures: PlacedFigures[] = [];
  for (const period of new Set(trust.map((one) => one.period)))
    for (const one of await partsOfLatest(db.pool, period, ['composite']))
      figures.push({ bodyId: one.bodyId ?? '', period, figures: one.figures });
  return cellsOf(trust, figures);
}

/** The league of a period from the latest figures of each body. */
export async function placeAll(world: World, period: Period, because: Because): Promise<boolean> {
  const { db, guide, now } = world;
  const today = dayOf(now());
  const edition = guide.inForceOn(today);
  if (!edition.scoring) return false;
  const { scoring } = edition;
  return placing(db, period, async (through) => {
    const found = await latestToPlace(through, period);
    const regions = await db.prisma.body.findMany({
      where: { id: { in: found.map(({ bodyId }) => bodyId) } },
      select: { id: true, region: true },
    });
    const regionOf = new Map(regions.map(({ id, region }) => [id, region]));
    const bodies = found.map(({ bodyId, figures }) => ({ id: bodyId, region: regionOf.get(bodyId) ?? null, figures }));
    const cells = scoring.association ? await cellsUntil(world, period) : [];
    const overview = overviewOf({ bodies, cells }, scoring);
    return appendOverview(through, world, {
      ...{ bodyId: null, period, reportDay: today, edition: edition.id, because, figures: overview, contests: null },
      ...{ cases: overview.country.cases, moves: false },
    });
  });
}
