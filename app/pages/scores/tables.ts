// The tables of scores as plain rows: what CSV and JSON give, with every count and interval that the pages show. Column names are English
// in every language: programs read them.
import { CASE_ENDS } from '../../../guide/schema';
import type { ClockShare } from '../../core/score/clock';
import { CENTRAL, clocksIn } from '../../core/score/cut';
import type { Figures } from '../../core/score/figures';
import type { NotEstimable } from '../../core/statistics/estimate';
import type { Share } from '../../core/statistics/wilson';
import type { AuditedCase } from '../../queries/audits';
import type { OverviewView, TrendStep } from '../../queries/scores';

type Value = string | number | null;
export type DataTable = { columns: readonly string[]; rows: readonly (readonly Value[])[] };

const SHARE = ['measure', 'of_what', 'count', 'n', 'share', 'low', 'high', 'not_estimable'] as const;
const EXTRA = ['late', 'late_open', 'not_due', 'withdrawn', 'redirected'] as const;

const shareOf = (share: Share | NotEstimable): Value[] =>
  share.estimate === null
    ? [null, share.n, null, null, null, share.lack]
    : [share.of, share.n, share.estimate, share.low, share.high, null];
const rowOf = (measure: string, of: string, share: Share | NotEstimable): Value[] => [
  ...[measure, of, ...shareOf(share)],
  ...EXTRA.map(() => null),
];
const clockOf = (measure: string, of: string, { share, counts }: ClockShare): Value[] => [
  ...[measure, of, ...shareOf(share)],
  ...EXTRA.map((as) => counts[as]),
];

/** Every share of a body. */
export const sharesTable = (figures: Figures): DataTable => ({
  columns: [...SHARE, ...EXTRA],
  rows: [
    clockOf('lawful_term', 'all', figures.clocks.lawful),
    clockOf('extended_term', 'all', figures.clocks.extended),
    ...figures.byKind.flatMap(({ kind, clocks }) => [
      clockOf('lawful_term', kind, clocks.lawful),
      clockOf('extended_term', kind, clocks.extended),
    ]),
    ...figures.duties.map(({ rule, clock }) => clockOf('duties', rule, clock)),
    ...Object.entries(figures.rates).map(([rate, share]) => rowOf(rate, 'all', share)),
    rowOf('satisfied', 'all', figures.satisfied.share),
    clockOf('comments', 'all', figures.comments.clock),
    rowOf('coverage', 'all', figures.comments.coverage),
    clockOf('council_replies', 'all', figures.councilReplies),
    ...figures.comments.byTopic.map(({ topic, clock }) => clockOf('comments', topic, clock)),
    ...(figures.promises
      ? [rowOf('promises', 'all', figures.promises.share), rowOf('promises', 'disputed', figures.promises.disputed)]
      : []),
    ...(figures.afterHours ? [rowOf('after_hours', 'all', figures.afterHours.share)] : []),
  ],
});

/** The curve of time to an answer, and the share that has had each end, step by step. */
export const curveTable = ({ time }: Figures): DataTable => ({
  columns: [
    ...['working_days', 'at_risk', 'count_answered', 'seen_no_longer', 'open', 'low', 'high'],
    ...CASE_ENDS.map((end) => `share_${end}`),
  ],
  rows: time.curve.steps.map(({ time: at, atRisk, ended, censored, survival, low, high }) => {
    const ends = time.ends.steps.find((step) => step.time === at)?.ends;
    return [at, atRisk, ended, censored, survival, low, high, ...CASE_ENDS.map((end) => ends?.[end].estimate ?? null)];
  }),
});

/** A body's published quarters beside each other. */
export const trendTable = (trend: readonly TrendStep[]): DataTable => ({
  columns: [
    ...[
      'period',
      'cases',
      'lawful_in_time',
      'lawful_low',
      'lawful_high',
      'lawful_n',
      'score',
      'score_low',
      'score_high',
    ],
    'median_working_days',
  ],
  rows: trend.map(({ period, cases, lawful, score, median }) => [
    ...[period, cases],
    ...(lawful.estimate === null ? [null, null, null] : [lawful.estimate, lawful.low, lawful.high]),
    lawful.n,
    ...(score.estimate === null ? [null, null, null] : [score.estimate, score.low, score.high]),
    median.estimate,
  ]),
});

/** The cases of an audit that is over, each with its sign and both codes. */
export const auditTable = (cases: readonly AuditedCase[]): DataTable => ({
  columns: ['case', 'flagged', 'same_answer', 'missed_points', 'first', 'second'],
  rows: cases.map(({ number, flagged, signals, codes }) => [
    ...[
      number,
      String(flagged),
      String(signals.same !== null),
      signals.missed.join(' '),
      codes[0] ?? null,
      codes[1] ?? null,
    ],
  ]),
});

/** Regions, and central bodies together, by kind of appeal. */
export const regionsTable = ({ overview: { regions } }: OverviewView): DataTable => ({
  columns: ['region', 'bodies', 'cases', 'overdue', ...SHARE, ...EXTRA],
  rows: regions.flatMap(({ region, bodies, cases, overdue, clocks, byKind }) => {
    const place = [region ?? 'central', bodies, cases, overdue];
    return [
      [...place, ...clockOf('lawful_term', 'all', clocks.lawful)],
      [...place, ...clockOf('extended_term', 'all', clocks.extended)],
      ...byKind.map((row) => [
        ...[region ?? 'central', bodies, row.cases, row.overdue],
        ...clockOf('lawful_term', row.kind, row.clocks.lawful),
      ]),
    ];
  }),
});

/** Every choice that the pages offer: all bodies, regions and bodies, each by kind of appeal and by field of comments, on both clocks. */
export const cutsTable = ({ overview: { country, regions }, rows }: OverviewView): DataTable => {
  type Whole = Parameters<typeof clocksIn>[0];
  const all: [string, string, string, Whole][] = [
    ['all', '', '', country],
    ...regions.map((one): [string, string, string, Whole] => ['region', one.region ?? CENTRAL, '', one]),
    ...rows.map((one): [string, string, string, Whole] => ['body', one.region ?? CENTRAL, one.slug, one.figures]),
  ];
  return {
    columns: ['of', 'region', 'body', 'kind', 'topic', ...SHARE, ...EXTRA],
    rows: all.flatMap(([of, region, body, whole]) => {
      const cuts = [
        { kind: '', topic: '', region },
        ...whole.byKind.map(({ kind }) => ({ kind, topic: '', region })),
        ...(whole.byTopic ?? []).map(({ topic }) => ({ kind: '', topic, region })),
      ];
      return cuts.flatMap((cut) => {
        const found = clocksIn(whole, cut);
        const place = [of, region, body, cut.kind, cut.topic];
        if (!found) return [];
        const { lawful, extended } = found;
        return extended
          ? [
              [...place, ...clockOf('lawful_term', 'all', lawful)],
              [...place, ...clockOf('extended_term', 'all', extended)],
            ]
          : [[...place, ...clockOf('comments', 'all', lawful)]];
      });
    }),
  };
};

/** Trust beside responsiveness, pair by pair. */
export const trustTable = ({ overview: { association }, names }: OverviewView): DataTable => ({
  columns: ['body', 'period', 'trust_mean', 'score'],
  rows: (association?.cells ?? []).map(({ bodyId, period, trust, score }) => [
    ...[names[bodyId]?.slug ?? bodyId, period, trust, score],
  ]),
});

export const leagueTable = ({ rows }: OverviewView): DataTable => ({
  columns: [
    ...['body', 'cases', 'due', 'score', 'score_low', 'score_high', 'drawn', 'drawn_low', 'drawn_high'],
    ...['place', 'place_best', 'place_worst', 'lawful_in_time', 'lawful_low', 'lawful_high'],
    ...['extended_in_time', 'extended_low', 'extended_high'],
  ],
  rows: rows.map(({ slug, placed, figures }) => {
    const three = (one: { estimate: number; low: number; high: number } | NotEstimable | null): Value[] =>
      one === null || one.estimate === null ? [null, null, null] : [one.estimate, one.low, one.high];
    const { place } = placed;
    return [
      ...[slug, figures.cases.all, placed.n, ...three(figures.composite.score), ...three(placed.drawn)],
      ...(place.rank === null ? [null, null, null] : [place.rank, place.low, place.high]),
      ...[...three(figures.clocks.lawful.share), ...three(figures.clocks.extended.share)],
    ];
  }),
});

const cell = (value: Value): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180. */
export const csvOf = ({ columns, rows }: DataTable): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Rows as objects by column. */
export const objectsOf = ({ columns, rows }: DataTable): Record<string, Value>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
