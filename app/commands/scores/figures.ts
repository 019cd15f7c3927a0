// Reckons the figures of one body and period, or the league of a period, and appends them where they say anything new. Used by the commands
// reckon and recount; each body and period by itself, from the cases of that period alone.
import { dayOf } from '../../core/day';
import { figuresOf, type Figures } from '../../core/score/figures';
import { association, type Cell } from '../../core/score/association';
import { countryOf, regionsOf, type Overview } from '../../core/score/country';
import { league } from '../../core/score/league';
import { contestedOf } from '../../core/score/contested';
import type { Facts } from '../../core/score/facts';
import type { Period } from '../../core/score/period';
import { afterRulings } from '../../core/score/ruled';
import type { Mark } from '../../core/score/stale';
import { factsOf } from '../../data/score-facts';
import { publishedTrust } from '../../data/score-trust';
import { append, latestOf, reckoning, type Because } from '../../data/scores';
import type { World } from '../../world';

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
    const figured = (counted: Facts): Figures => figuresOf(counted, { calendar: guide.calendar, scoring, today });
    const figures = figured(afterRulings(facts));
    const contests = contestedOf(facts, facts.rulings.length > 0 ? figured(facts) : null, today);
    return append(through, world, {
      ...{ ...mark, reportDay: today, edition: edition.id, because, figures, contests },
      cases: figures.cases.all,
      moves: isOpen(afterRulings(facts)),
    });
  });
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
  const scores = new Map<string, number>();
  for (const period of new Set(trust.map((one) => one.period)))
    for (const { bodyId, figures } of await latestOf(db.pool, period)) {
      const { score } = (figures as Figures).composite;
      if (score.estimate !== null) scores.set(`${bodyId} ${period}`, score.estimate);
    }
  return trust.flatMap((one) => {
    const score = scores.get(`${one.bodyId} ${one.period}`);
    return score === undefined ? [] : [{ ...one, score }];
  });
}

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
  const rule = edition.scoring.association;
  const overview: Overview = {
    association: rule ? association(await cellsUntil(world, period), { ...edition.scoring, association: rule }) : null,
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
    ...{ bodyId: null, period, reportDay: today, edition: edition.id, because, figures: overview, contests: null },
    ...{ cases: overview.country.cases, moves: false },
  });
}
