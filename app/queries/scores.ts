// Published scores: the periods there are, the league of one, and the figures of one body, all read from snapshots and never reckoned here.
import type { Edition, Locale, Scoring } from '../../guide/schema';
import type { Contested } from '../core/score/contested';
import type { Overview } from '../core/score/country';
import type { Figures } from '../core/score/figures';
import { isPeriod, type Period } from '../core/score/period';
import { publicFrom } from '../core/score/publication';
import type { Placed } from '../core/score/league';
import { dayOf, type Day, type Instant } from '../core/day';
import { latest, latestOf, latestOfBody, partsOfLatest, PERIODS, type Snapshot } from '../data/scores';
import type { World } from '../world';
import { lawsOf, type Law } from './guide';
import type { Reader } from './score-cases';
import { NAME_IN } from './statement';

/** Where a figure comes from. */
export type Origin = {
  period: Period;
  reportDay: Day;
  computedAt: Instant;
  edition: string;
  method: string;
  codeHash: string;
};
/** The guide's words and numbers that the pages of scores show. */
export type ScoreGuide = { words: Record<string, string>; scoring: Scoring; laws: Law[] };
export type LeagueRow = {
  slug: string;
  name: string;
  placed: Placed;
  region: string | null;
  figures: Pick<Figures, 'clocks' | 'composite' | 'cases' | 'byKind'> & {
    /** Null where comments were not asked for. */
    byTopic: Figures['comments']['byTopic'] | null;
  };
};
export type OverviewView = {
  origin: Origin;
  overview: Overview;
  rows: LeagueRow[];
  /** Every body that the overview speaks of, by its id. */
  names: Record<string, { slug: string; name: string }>;
  withheld: { slug: string; name: string }[];
};
export type BodyScores = {
  body: { id: string; slug: string; name: string };
  /** Newest first. */
  periods: Period[];
  /** The newest period whose figures are not yet everybody's, and the day from which they are. */
  next: { period: Period; day: Day } | null;
  origin: Origin | null;
  figures: Figures | null;
  /** The quarters that the reader may see, the oldest first. */
  trend: TrendStep[];
  withheld: boolean;
  /** What is contested of its cases; null where nothing is published or the snapshot is from before contests. */
  contests: Contested | null;
  /** Published trust in the body, by quarter: beside its score, an association. */
  trust: Record<string, number>;
};

/** One quarter of a body's trend. */
export type TrendStep = {
  period: Period;
  cases: number;
  lawful: Figures['clocks']['lawful']['share'];
  score: Figures['composite']['score'];
  median: Figures['time']['quartiles']['median'];
};

const originOf = ({ period, reportDay, computedAt, edition, method, codeHash }: Snapshot): Origin => ({
  ...{ period, reportDay, edition, method, codeHash },
  computedAt: computedAt.getTime(),
});

const stepOf = ({ period, figures }: Snapshot): TrendStep => {
  const { cases, clocks, composite, time } = figures as Figures;
  return {
    period,
    cases: cases.all,
    lawful: clocks.lawful.share,
    score: composite.score,
    median: time.quartiles.median,
  };
};

const WORDS = /^(measure|band|exclusion|kind|rule)\./;

/** The guide in force, as far as it speaks of scores; null where it does not. */
export function scoreGuide({ guide, now }: Pick<World, 'guide' | 'now'>, locale: Locale): ScoreGuide | null {
  const edition: Edition = guide.inForceOn(dayOf(now()));
  const { scoring } = edition;
  if (!scoring) return null;
  const words = Object.fromEntries(Object.entries(edition.texts[locale]).filter(([key]) => WORDS.test(key)));
  const bases = [scoring.bands, scoring.minimum, scoring.composite].flatMap(({ basis }) => basis);
  return { words, scoring, laws: lawsOf(edition, locale, bases) };
}

/** The period that an address asks for, if it is one of those there are; else the newest. */
export const periodAsked = (asked: string | null, periods: readonly Period[]): Period | null =>
  (asked && isPeriod(asked) && periods.find((period) => period === asked)) || (periods[0] ?? null);

type Asking = Pick<World, 'db' | 'guide' | 'now'>;

/** The day from which a period's figures are everybody's, by the guide in force. */
export function publicationDay({ guide, now }: Pick<World, 'guide' | 'now'>, period: Period): Day | null {
  const { scoring } = guide.inForceOn(dayOf(now()));
  return scoring ? publicFrom(period, { calendar: guide.calendar, scoring }) : null;
}
const isPublic = (world: Pick<World, 'guide' | 'now'>, period: Period): boolean => {
  const day = publicationDay(world, period);
  return day !== null && day <= dayOf(world.now());
};

/** Periods with figures, newest first: of all bodies, or of one; a body sees its own before everyone does. */
export async function scorePeriods(
  { db, guide, now }: Asking,
  bodyId: string | null,
  reader: Reader = 'everyone',
): Promise<Period[]> {
  const { rows } = await db.pool.query<{ period: Period }>({
    name: bodyId ? 'score_periods_of' : 'score_periods',
    text: `${PERIODS(`"bodyId" ${bodyId ? '= $1::uuid' : 'IS NULL'}`)} SELECT period FROM known WHERE period IS NOT NULL ORDER BY period DESC`,
    values: bodyId ? [bodyId] : [],
  });
  const periods = rows.map(({ period }) => period);
  return reader === 'body' ? periods : periods.filter((period) => isPublic({ guide, now }, period));
}

const NAMES = (locale: Locale) =>
  `SELECT id, slug, region, ${NAME_IN[locale]} AS name FROM "Body" WHERE id = ANY ($1::uuid[]) ORDER BY name, id`;
type Named = { id: string; slug: string; region: string | null; name: string };

const LISTED = ['cases', 'clocks', 'composite', 'byKind'] as const;

/** The league of a period with each body's name and own figures, those of comments where they are asked for; null where there is none. */
export async function scoreOverview(
  { db, guide, now }: Asking,
  period: Period,
  locale: Locale,
  also: 'comments' | null = null,
): Promise<OverviewView | null> {
  if (!isPublic({ guide, now }, period)) return null;
  const [snapshot, bodies, disputed] = await Promise.all([
    latest(db.pool, null, period),
    partsOfLatest(db.pool, period, [...LISTED, ...(also ? (['comments'] as const) : [])]),
    db.prisma.scoreMismatch.findMany({
      where: { period, settledAt: null },
      select: { bodyId: true },
      distinct: ['bodyId'],
    }),
  ]);
  if (!snapshot) return null;
  const overview = snapshot.figures as Overview;
  const out = disputed.map(({ bodyId }) => bodyId);
  const ids = [
    ...overview.league.rows.map(({ id }) => id),
    ...(overview.association?.cells.map(({ bodyId }) => bodyId) ?? []),
    ...out,
  ];
  const { rows: named } = await db.pool.query<Named>({
    name: `score_names_${locale}`,
    text: NAMES(locale),
    values: [ids],
  });
  const names = new Map(named.map((one) => [one.id, one]));
  const own = new Map(bodies.map(({ bodyId, figures }) => [bodyId, figures]));
  return {
    origin: originOf(snapshot),
    overview,
    names: Object.fromEntries(named.map(({ id, slug, name }) => [id, { slug, name }])),
    rows: overview.league.rows.flatMap((placed) => {
      const [name, figures] = [names.get(placed.id), own.get(placed.id)];
      if (!name || !figures) return [];
      const { clocks, composite, cases, byKind } = figures;
      const byTopic = also ? figures.comments.byTopic : null;
      const { slug, name: called, region } = name;
      return [{ slug, name: called, region, placed, figures: { clocks, composite, cases, byKind, byTopic } }];
    }),
    withheld: out.flatMap((id) => {
      const name = names.get(id);
      return name ? [{ slug: name.slug, name: name.name }] : [];
    }),
  };
}

/** A body with all its figures of a period. */
export type Beside = { slug: string; name: string; region: string | null; figures: Figures };

/** Every body that has published figures of the period, by name. */
export async function bodiesBeside({ db, guide, now }: Asking, period: Period, locale: Locale): Promise<Beside[]> {
  if (!isPublic({ guide, now }, period)) return [];
  const found = await latestOf(db.pool, period);
  const { rows } = await db.pool.query<Named>({
    name: `score_names_${locale}`,
    text: NAMES(locale),
    values: [found.flatMap(({ bodyId }) => bodyId ?? [])],
  });
  return rows.flatMap(({ id, slug, name, region }) => {
    const figures = found.find(({ bodyId }) => bodyId === id)?.figures as Figures | undefined;
    return figures ? [{ slug, name, region, figures }] : [];
  });
}

/** The figures of one body for the period asked, else for its newest; null where there is no such body. */
export async function bodyScores(
  { db, guide, now }: Asking,
  slug: string,
  asked: string | null,
  locale: Locale,
  reader: Reader = 'everyone',
): Promise<BodyScores | null> {
  const { rows } = await db.pool.query<Named>({
    name: `score_body_${locale}`,
    text: `SELECT id, slug, region, ${NAME_IN[locale]} AS name FROM "Body" WHERE slug = $1`,
    values: [slug],
  });
  const [body] = rows;
  if (!body) return null;
  const every = await scorePeriods({ db, guide, now }, body.id, 'body');
  const [awaited] = every.filter((period) => !isPublic({ guide, now }, period));
  const periods = reader === 'body' ? every : every.filter((period) => isPublic({ guide, now }, period));
  const next = awaited ? { period: awaited, day: publicationDay({ guide, now }, awaited) ?? dayOf(now()) } : null;
  const period = periodAsked(asked, periods);
  if (!period)
    return { body, periods, next, origin: null, figures: null, trend: [], withheld: false, contests: null, trust: {} };
  const [snapshot, disputed, kept, trust] = await Promise.all([
    latest(db.pool, body.id, period),
    db.prisma.scoreMismatch.count({ where: { bodyId: body.id, period, settledAt: null } }),
    latestOfBody(db.pool, body.id),
    trustIn({ db, guide, now }, body.id),
  ]);
  const withheld = disputed > 0;
  return {
    ...{ body, periods, next, withheld, trust },
    trend: kept.filter(({ period: one }) => periods.includes(one)).map(stepOf),
    origin: snapshot && originOf(snapshot),
    figures: withheld || !snapshot ? null : (snapshot.figures as Figures),
    contests: withheld || !snapshot ? null : snapshot.contests,
  };
}

/** The cells of a body in the newest league that everybody may read. */
async function trustIn(world: Asking, bodyId: string): Promise<Record<string, number>> {
  const [newest] = await scorePeriods(world, null);
  if (!newest) return {};
  const { rows } = await world.db.pool.query<{ period: string; trust: number }>({
    name: 'score_trust_of',
    text: `SELECT c ->> 'period' AS period, (c -> 'trust')::float8 AS trust
             FROM (SELECT figures #> '{association,cells}' AS cells FROM "ScoreSnapshot" WHERE "bodyId" IS NULL AND period = $1::bpchar ORDER BY "computedAt" DESC, id DESC LIMIT 1) s,
                  jsonb_array_elements(CASE jsonb_typeof(s.cells) WHEN 'array' THEN s.cells ELSE '[]' END) c WHERE c ->> 'bodyId' = $2`,
    values: [newest, bodyId],
  });
  return Object.fromEntries(rows.map(({ period, trust }) => [period, trust]));
}
