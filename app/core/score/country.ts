// All bodies together, put together from the figures of each: counts add up, and a curve of time to an answer carries the counts it was
// reckoned from. So the whole costs no look at any case.
import { KINDS, type Kind, type Scoring } from '../../../guide/schema';
import { kaplanMeier, type SurvivalCurve } from '../statistics/kaplan-meier';
import type { NotEstimable } from '../statistics/estimate';
import { survivalQuantile, type SurvivalQuantile } from '../statistics/survival-quantile';
import { wilson, type Share } from '../statistics/wilson';
import { COUNTED_AS, type ClockShare } from './clock';
import type { Figures, Rates } from './figures';
import type { League } from './league';

type Part = Share | NotEstimable;
export type Country = {
  bodies: number;
  cases: number;
  clocks: Figures['clocks'];
  byKind: { kind: Kind; cases: number; clocks: Figures['clocks'] }[];
  overdue: number;
  rates: Rates;
  satisfied: Part;
  comments: ClockShare;
  councilReplies: ClockShare;
  curve: SurvivalCurve;
  median: SurvivalQuantile | NotEstimable;
};

/** What is kept of a period beside the figures of each body. */
export type Overview = { country: Country; league: League };

export function countryOf(bodies: readonly Figures[], { level: { share: level } }: Scoring): Country {
  const clock = (of: (one: Figures) => ClockShare | undefined) => addUp(bodies.map(of), level);
  const share = (of: (one: Figures) => Part) => addShares(bodies.map(of), level);
  const sum = (of: (one: Figures) => number) => bodies.reduce((all, one) => all + of(one), 0);
  const kindOf = (one: Figures, kind: Kind) => one.byKind.find((row) => row.kind === kind);
  const curve = kaplanMeier(
    bodies.flatMap(({ time }) =>
      time.curve.steps.flatMap(({ time: at, ended, censored }) => [
        { time: at, ended: true, count: ended },
        { time: at, ended: false, count: censored },
      ]),
    ),
    level,
  );
  return {
    bodies: bodies.length,
    cases: sum(({ cases }) => cases.all),
    clocks: { lawful: clock(({ clocks }) => clocks.lawful), extended: clock(({ clocks }) => clocks.extended) },
    byKind: KINDS.map((kind) => ({
      kind,
      cases: sum((one) => kindOf(one, kind)?.cases ?? 0),
      clocks: {
        lawful: clock((one) => kindOf(one, kind)?.clocks.lawful),
        extended: clock((one) => kindOf(one, kind)?.clocks.extended),
      },
    })).filter(({ cases }) => cases > 0),
    overdue: sum(({ backlog }) => backlog.overdue),
    rates: {
      extended: share(({ rates }) => rates.extended),
      redirected: share(({ rates }) => rates.redirected),
      terminated: share(({ rates }) => rates.terminated),
      taken_to_note: share(({ rates }) => rates.taken_to_note),
      deemed_refused: share(({ rates }) => rates.deemed_refused),
    },
    satisfied: share(({ satisfied }) => satisfied.share),
    comments: clock(({ comments }) => comments.clock),
    councilReplies: clock((one) => one.councilReplies),
    curve,
    median: survivalQuantile(curve, 0.5),
  };
}

function addUp(clocks: readonly (ClockShare | undefined)[], level: number): ClockShare {
  const counts = Object.fromEntries(
    COUNTED_AS.map((as) => [as, clocks.reduce((sum, one) => sum + (one?.counts[as] ?? 0), 0)]),
  ) as ClockShare['counts'];
  return { share: wilson(counts.in_time, counts.in_time + counts.late + counts.late_open, level), counts };
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
