// All bodies together, put together from the figures of each: counts add up, and a curve of time to an answer carries the counts it was
// reckoned from. So the whole costs no look at any case.
import { KINDS, type Kind, type Scoring } from '../../../guide/schema';
import { kaplanMeier, type Seen, type SurvivalCurve } from '../statistics/kaplan-meier';
import type { NotEstimable } from '../statistics/estimate';
import { survivalQuantile, type SurvivalQuantile } from '../statistics/survival-quantile';
import { wilson, type Share } from '../statistics/wilson';
import type { Association } from './association';
import { COUNTED_AS, type ClockShare } from './clock';
import type { Figures } from './figures';
import type { League } from './league';
import { PROMISE_AS, type Promises } from './promises';
import type { Rates } from './rates';

type Part = Share | NotEstimable;
export type Country = {
  bodies: number;
  cases: number;
  clocks: Figures['clocks'];
  byKind: { kind: Kind; cases: number; clocks: Figures['clocks']; overdue: number }[];
  overdue: number;
  rates: Rates;
  satisfied: Part;
  comments: ClockShare;
  byTopic: { topic: string; clock: ClockShare }[];
  councilReplies: ClockShare;
  /** Kept in time; null where the edition does not know promises. */
  promises: Pick<Promises, 'share' | 'counts'> | null;
  /** Decisions after hours, of all; null where the edition does not know them. */
  afterHours: Part | null;
  curve: SurvivalCurve;
  median: SurvivalQuantile | NotEstimable;
};

/** What of a body's figures is put together: of the time to an answer the curve alone. */
export type Countable = Omit<Figures, 'time'> & { time: Pick<Figures['time'], 'curve'> };

/** Bodies of one region, or those of the whole country (null), together. */
export type RegionCut = { region: string | null; bodies: number } & Pick<
  Country,
  'cases' | 'clocks' | 'byKind' | 'byTopic' | 'overdue'
>;
/** What is kept of a period beside the figures of each body. */
export type Overview = { country: Country; regions: RegionCut[]; league: League; association: Association | null };

/** Regions by their code, central bodies last. */
export function regionsOf(
  bodies: readonly { region: string | null; figures: Countable }[],
  scoring: Scoring,
): RegionCut[] {
  const regions = [...new Set(bodies.map(({ region }) => region))].sort((a, b) => (a ?? 'ZZ').localeCompare(b ?? 'ZZ'));
  return regions.map((region) => {
    const own = bodies.filter((one) => one.region === region).map(({ figures }) => figures);
    return { region, bodies: own.length, ...together(own, scoring) };
  });
}

/** What is told of any bodies together. */
function together(
  bodies: readonly Countable[],
  { level: { share: level } }: Scoring,
): Omit<RegionCut, 'region' | 'bodies'> {
  const clock = (of: (one: Countable) => ClockShare | undefined) => addUp(bodies.map(of), level);
  const sum = (of: (one: Countable) => number) => bodies.reduce((all, one) => all + of(one), 0);
  const kindOf = (one: Countable, kind: Kind) => one.byKind.find((row) => row.kind === kind);
  const topics = [...new Set(bodies.flatMap(({ comments }) => comments.byTopic.map(({ topic }) => topic)))].sort();
  return {
    cases: sum(({ cases }) => cases.all),
    clocks: { lawful: clock(({ clocks }) => clocks.lawful), extended: clock(({ clocks }) => clocks.extended) },
    byKind: KINDS.map((kind) => ({
      kind,
      cases: sum((one) => kindOf(one, kind)?.cases ?? 0),
      clocks: {
        lawful: clock((one) => kindOf(one, kind)?.clocks.lawful),
        extended: clock((one) => kindOf(one, kind)?.clocks.extended),
      },
      overdue: sum((one) => kindOf(one, kind)?.overdue ?? 0),
    })).filter(({ cases }) => cases > 0),
    byTopic: topics.map((topic) => ({
      topic,
      clock: clock((one) => one.comments.byTopic.find((row) => row.topic === topic)?.clock),
    })),
    overdue: sum(({ backlog }) => backlog.overdue),
  };
}

export function countryOf(bodies: readonly Countable[], scoring: Scoring): Country {
  const level = scoring.level.share;
  const clock = (of: (one: Countable) => ClockShare | undefined) => addUp(bodies.map(of), level);
  const share = (of: (one: Countable) => Part) => addShares(bodies.map(of), level);
  const curve = kaplanMeier(seenTogether(bodies), level);
  return {
    bodies: bodies.length,
    ...together(bodies, scoring),
    rates: {
      extended: share(({ rates }) => rates.extended),
      redirected: share(({ rates }) => rates.redirected),
      terminated: share(({ rates }) => rates.terminated),
      returned: share(({ rates }) => rates.returned),
      taken_to_note: share(({ rates }) => rates.taken_to_note),
      deemed_refused: share(({ rates }) => rates.deemed_refused),
    },
    satisfied: share(({ satisfied }) => satisfied.share),
    comments: clock(({ comments }) => comments.clock),
    councilReplies: clock((one) => one.councilReplies),
    promises: promisesTogether(bodies, level),
    afterHours: bodies.some(({ afterHours }) => afterHours)
      ? share((one) => one.afterHours?.share ?? wilson(0, 0, level))
      : null,
    curve,
    median: survivalQuantile(curve, 0.5),
  };
}

/** Cases of all bodies by how long they were seen, as each body's curve carries them. */
function seenTogether(bodies: readonly Countable[]): Seen[] {
  const ended = new Map<number, number>();
  const censored = new Map<number, number>();
  for (const { time } of bodies)
    for (const step of time.curve.steps) {
      ended.set(step.time, (ended.get(step.time) ?? 0) + step.ended);
      censored.set(step.time, (censored.get(step.time) ?? 0) + step.censored);
    }
  const seen = (counts: ReadonlyMap<number, number>, has: Pick<Seen, 'ended'>) =>
    [...counts].map(([time, count]) => ({ time, count, ...has }));
  return [...seen(ended, { ended: true }), ...seen(censored, { ended: false })];
}

function addUp(clocks: readonly (ClockShare | undefined)[], level: number): ClockShare {
  const counts = Object.fromEntries(
    COUNTED_AS.map((as) => [as, clocks.reduce((sum, one) => sum + (one?.counts[as] ?? 0), 0)]),
  ) as ClockShare['counts'];
  return { share: wilson(counts.in_time, counts.in_time + counts.late + counts.late_open, level), counts };
}

function promisesTogether(bodies: readonly Countable[], level: number): Country['promises'] {
  const known = bodies.flatMap(({ promises }) => (promises ? [promises.counts] : []));
  if (known.length === 0) return null;
  const counts = Object.fromEntries(
    PROMISE_AS.map((as) => [as, known.reduce((sum, one) => sum + one[as], 0)]),
  ) as Promises['counts'];
  const all = PROMISE_AS.reduce((sum, as) => sum + counts[as], 0);
  return { share: wilson(counts.kept, all - counts.not_due, level), counts };
}

function addShares(shares: readonly Part[], level: number): Part {
  let [of, n] = [0, 0];
  for (const share of shares) {
    if (share.estimate === null) continue;
    of += share.of;
    n += share.n;
  }
  return wilson(of, n, level);
}
