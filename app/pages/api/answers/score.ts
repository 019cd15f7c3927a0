// Published figures as the API tells them: each with the number it stands on, its interval, and the method it was reckoned by; where there is
// no figure, why. The league of a period, and every share of one body.
import { z } from 'zod';
import type { Composite } from '../../../core/score/composite';
import type { Placed } from '../../../core/score/league';
import type { Estimate, NotEstimable } from '../../../core/statistics/estimate';
import type { BodyScores, LeagueRow, Origin, OverviewView, ScoreGuide } from '../../../queries/scores';
import { objectsOf, sharesTable } from '../../scores/tables';
import { day, instant, instantText, links, linksTo, named, place, SHAPES, type Addresses } from './shared';

export const PERIOD = /^\d{4}-Q[1-4]$/;
const lack = z.enum(['nothing_counted', 'too_few', 'no_variation', 'outside_observed']);

/** A figure with its interval, or why there is none. */
const estimate = z
  .strictObject({
    n: z.number().describe('How many observations it stands on.'),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    lack: lack.nullable().describe('Why there is no figure.'),
  })
  .register(SHAPES, { id: 'Estimate' });
const estimateOf = (one: Estimate | NotEstimable): z.input<typeof estimate> =>
  one.estimate === null
    ? { n: one.n, value: null, low: null, high: null, lack: one.lack }
    : { n: one.n, value: one.estimate, low: one.low, high: one.high, lack: null };

const method = z
  .strictObject({
    name: z.string(),
    level: z.number().describe('Of the intervals: 0.95 says that of a hundred such intervals 95 hold the true figure.'),
    shares: z.literal('wilson'),
    league: z.literal('shrunken_means'),
    edition: z.string(),
    codeHash: z.string().describe('SHA-256 of the code that reckoned it.'),
    page: z.url(),
  })
  .register(SHAPES, { id: 'Method' });
const originFields = { period: z.string(), reportDay: day, computedAt: instant, method };

const originOf = (to: Addresses, { period, reportDay, computedAt, ...origin }: Origin, { scoring }: ScoreGuide) => ({
  ...{ period, reportDay, computedAt: instantText(computedAt) },
  method: {
    ...{ name: origin.method, edition: origin.edition, codeHash: origin.codeHash, level: scoring.level.share },
    ...{ shares: 'wilson' as const, league: 'shrunken_means' as const, page: to.page('/scores') },
  },
});

const rank = z.strictObject({
  rank: z.number().int().nullable(),
  low: z.number().int().nullable().describe('The best place that can’t be ruled out.'),
  high: z.number().int().nullable(),
  tied: z.number().int().nullable(),
  lack: lack.nullable(),
});
const rankOf = ({ place: it }: Placed): z.input<typeof rank> =>
  it.rank === null
    ? { rank: null, low: null, high: null, tied: null, lack: it.lack }
    : { rank: it.rank, low: it.low, high: it.high, tied: it.tied, lack: null };

const leagueRow = z.strictObject({
  body: place,
  region: z.string().nullable(),
  cases: z.number().int(),
  score: estimate.describe('0 to 100 points.'),
  drawn: estimate.nullable().describe('The score drawn toward those of all bodies, by which places are given.'),
  place: rank,
  lawful: estimate.describe('The share in time of the lawful term, 0 to 1.'),
  extended: estimate.describe('The share in time of the term in force, 0 to 1.'),
  links,
});

export const league = z
  .strictObject({
    ...originFields,
    periods: z.array(z.string()).describe('All periods with published figures, the newest first.'),
    rows: z.array(leagueRow),
    withheld: z.array(place).describe('Bodies whose figures are withheld, because the ledger gives others.'),
  })
  .register(SHAPES, { id: 'League' });

const leagueRowOf = (to: Addresses, { slug, name, region, placed, figures }: LeagueRow) => ({
  ...{ body: { slug, name }, region, cases: figures.cases.all },
  ...{ score: estimateOf(figures.composite.score), drawn: placed.drawn && estimateOf(placed.drawn) },
  ...{ place: rankOf(placed), lawful: estimateOf(figures.clocks.lawful.share) },
  ...{ extended: estimateOf(figures.clocks.extended.share), links: linksTo(to, `/bodies/${slug}/scores`) },
});

type Overviewed = { view: OverviewView; guide: ScoreGuide; periods: readonly string[] };
export const leagueOf = (to: Addresses, { view, guide, periods }: Overviewed): z.input<typeof league> => ({
  ...originOf(to, view.origin, guide),
  periods: [...periods],
  rows: view.rows.map((row) => leagueRowOf(to, row)),
  withheld: view.withheld.map(({ slug, name }) => ({ slug, name })),
});

const share = z.strictObject({
  measure: named,
  of: z.string().describe('All, or the kind of appeal, the duty or the field of comments.'),
  count: z.number().int().nullable(),
  figure: estimate,
  counts: z.record(z.string(), z.number().int()).nullable().describe('What was left out of the share, and why.'),
});
const part = z.strictObject({ measure: named, weight: z.number(), used: z.number(), figure: estimate });
const median = z.strictObject({
  n: z.number().int(),
  value: z.union([z.number(), z.literal('not_reached')]).nullable(),
  low: z.union([z.number(), z.literal('not_reached')]).nullable(),
  high: z.union([z.number(), z.literal('not_reached')]).nullable(),
});
const published = z.strictObject({
  ...originFields,
  cases: z.number().int(),
  score: estimate.describe('0 to 100 points.'),
  parts: z.array(part).describe('What the score is made of.'),
  shares: z.array(share),
  median: median.describe('Working days by which half of the cases were answered.'),
});

export const bodyScores = z
  .strictObject({
    body: place,
    periods: z.array(z.string()).describe('All periods with published figures, the newest first.'),
    withheld: z.boolean().describe('The ledger gives other figures than were published.'),
    figures: published.nullable(),
    links,
  })
  .register(SHAPES, { id: 'BodyScores' });

const partOf = (nameOf: (id: string) => string, { measure, weight, used, share: one }: Composite['parts'][number]) => ({
  ...{ measure: { id: measure, name: nameOf(measure) }, weight, used, figure: estimateOf(one) },
});

const EXTRA = ['late', 'late_open', 'not_due', 'withdrawn', 'redirected'] as const;

function publishedOf(to: Addresses, { figures, origin }: BodyScores, guide: ScoreGuide) {
  if (!figures || !origin) return null;
  const nameOf = (id: string): string => guide.words[`measure.${id}.name`] ?? id;
  const { estimate: value, n } = figures.time.quartiles.median;
  const reached = value === null ? { low: null, high: null } : figures.time.quartiles.median;
  return {
    ...originOf(to, origin, guide),
    ...{ cases: figures.cases.all, score: estimateOf(figures.composite.score) },
    parts: figures.composite.parts.map((one) => partOf(nameOf, one)),
    shares: objectsOf(sharesTable(figures)).map((row) => shareOf(nameOf, row)),
    median: { n, value, low: reached.low, high: reached.high },
  };
}

/** A row of the table of shares that people download, with its figure as all figures are told. */
function shareOf(nameOf: (id: string) => string, row: Readonly<Record<string, string | number | null>>) {
  const figure = z.object({
    ...{ measure: z.string(), of_what: z.string(), count: z.number().nullable(), n: z.number() },
    ...{ share: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() },
    not_estimable: lack.nullable(),
  });
  const { measure, of_what, count, n, share: value, low, high, not_estimable } = figure.parse(row);
  return {
    ...{ measure: { id: measure, name: nameOf(measure) }, of: of_what, count },
    figure: { n, value, low, high, lack: not_estimable },
    counts: row.late === null ? null : Object.fromEntries(EXTRA.map((as) => [as, Number(row[as])])),
  };
}

type Scored = { scores: BodyScores; guide: ScoreGuide };
export const bodyScoresOf = (to: Addresses, { scores, guide }: Scored): z.input<typeof bodyScores> => ({
  body: { slug: scores.body.slug, name: scores.body.name },
  ...{ periods: [...scores.periods], withheld: scores.withheld, figures: publishedOf(to, scores, guide) },
  links: linksTo(to, `/bodies/${scores.body.slug}/scores`),
});
