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
import { publishedTrust } from '../../data/score-trust';
import {
  appendAll,
  appendOverview,
  latestToPlace,
  partsOfLatest,
  placing,
  reckoning,
  type Because,
} from '../../data/scores';
import type { World } from '../../world';

/** Bodies and periods reckoned in one transaction. */
const TOGETHER = 500;

/** Reckons the figures of bodies and periods, and appends those that say anything new; gives those. Ends between transactions when `signal` says stop. */
export async function reckonAll(
  world: World,
  marks: readonly Mark[],
  because: Because,
  signal: AbortSignal,
): Promise<Mark[]> {
  const { db, guide, now } = world;
  const today = dayOf(now());
  const edition = guide.inForceOn(today);
  const { scoring } = edition;
  const appended: Mark[] = [];
  for (let from = 0; scoring && from < marks.length && !signal.aborted; from += TOGETHER) {
    const some = marks.slice(from, from + TOGETHER);
    const found = await reckoning(db, some, async (through) => {
      const facts = await factsOfAll(through, guide, some);
      const reckoned = some.flatMap((mark, at) => {
        const own = facts[at];
        if (!own || Object.values(own).every((part) => part.length === 0)) return [];
        const { figures, contests } = publishedOf(own, { calendar: guide.calendar, scoring, today });
        const moves = isOpen(afterRulings(own));
        const { all: cases } = figures.cases;
        return [{ ...mark, reportDay: today, edition: edition.id, because, figures, contests, cases, moves }];
      });
      return appendAll(through, world, reckoned);
    });
    for (const { bodyId, period } of found) if (bodyId) appended.push({ bodyId, period });
  }
  return appended;
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
      where: { id: { in: found.flatMap(({ bodyId }) => bodyId ?? []) } },
      select: { id: true, region: true },
    });
    const bodies = found.map(({ bodyId, figures }) => ({
      id: bodyId ?? '',
      region: regions.find(({ id }) => id === bodyId)?.region ?? null,
      figures,
    }));
    const cells = scoring.association ? await cellsUntil(world, period) : [];
    const overview = overviewOf({ bodies, cells }, scoring);
    return appendOverview(through, world, {
      ...{ bodyId: null, period, reportDay: today, edition: edition.id, because, figures: overview, contests: null },
      ...{ cases: overview.country.cases, moves: false },
    });
  });
}
