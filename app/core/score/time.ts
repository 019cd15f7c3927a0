// How long until a body answers, in working days from registration, open cases included; and which share of cases has had which end by
// when. A case still open was seen until the day of the report; one that was withdrawn or sent on will not be answered any more.
import { CASE_ENDS, type Calendar, type CaseEnd, type Scoring } from '../../../guide/schema';
import { workingDaysBetween } from '../calendar';
import type { Day } from '../day';
import { aalenJohansen, type Incidences } from '../statistics/aalen-johansen';
import type { NotEstimable } from '../statistics/estimate';
import { kaplanMeier, type SurvivalCurve } from '../statistics/kaplan-meier';
import { survivalQuantile, type SurvivalQuantile } from '../statistics/survival-quantile';
import type { CaseFact } from './facts';

/** Cases that were seen equally long, and how they ended; null while open. */
export type Seen = { time: number; end: CaseEnd | null; count: number };
type Quantile = SurvivalQuantile | NotEstimable;
export type TimeToAnswer = {
  n: number;
  /** How many were answered, open on the day of the report, and had another end. */
  answered: number;
  open: number;
  others: number;
  /** Working days by which a quarter, half and three quarters were answered, were answers the only end. */
  quartiles: { first: Quantile; median: Quantile; third: Quantile };
  /** The share not yet answered after each number of working days. */
  curve: SurvivalCurve;
  /** The share that has had each end. */
  ends: Incidences<CaseEnd>;
};

/** What of a case says how long it was seen. */
export type CaseSeen = Pick<CaseFact, 'registeredDay' | 'phase' | 'endedDay' | 'count'>;

/** How long a case was seen, and how it ended. */
export function seenAs({ registeredDay, phase, endedDay, count }: CaseSeen, calendar: Calendar, today: Day): Seen {
  const over = phase !== 'open' && endedDay !== null && endedDay <= today;
  const time = workingDaysBetween(calendar, registeredDay, over ? endedDay : today);
  return { time: Math.max(0, time), end: over ? phase : null, count };
}

/** Each case as long as it was seen, equal ones together, whatever order they come in. */
function seenOf(cases: readonly CaseSeen[], calendar: Calendar, today: Day): Seen[] {
  const found = new Map<CaseEnd | null, Map<number, Seen>>();
  for (const one of cases) {
    const seen = seenAs(one, calendar, today);
    const times = found.get(seen.end) ?? new Map<number, Seen>();
    found.set(seen.end, times);
    const known = times.get(seen.time);
    if (known) known.count += seen.count;
    else times.set(seen.time, seen);
  }
  return [...found.values()]
    .flatMap((times) => [...times.values()])
    .sort((a, b) => a.time - b.time || String(a.end).localeCompare(String(b.end)));
}

type On = { calendar: Calendar; scoring: Scoring; today: Day };

const isAnswer = (end: CaseEnd | null, { ends }: Scoring) => end !== null && ends.answer.includes(end);
const curveOf = (seen: readonly Seen[], scoring: Scoring): SurvivalCurve =>
  kaplanMeier(
    seen.map(({ time, end, count }) => ({ time, ended: isAnswer(end, scoring), count })),
    scoring.level.share,
  );

/** The working days by which half were answered. */
export const medianOf = (cases: readonly CaseSeen[], { calendar, scoring, today }: On): Quantile =>
  survivalQuantile(curveOf(seenOf(cases, calendar, today), scoring), 0.5);

export function timeToAnswer(cases: readonly CaseSeen[], { calendar, scoring, today }: On): TimeToAnswer {
  const seen = seenOf(cases, calendar, today);
  const curve = curveOf(seen, scoring);
  const counted = (which: (end: CaseEnd | null) => boolean) =>
    seen.reduce((sum, { end, count }) => (which(end) ? sum + count : sum), 0);
  return {
    n: curve.n,
    answered: counted((end) => isAnswer(end, scoring)),
    open: counted((end) => end === null),
    others: counted((end) => end !== null && !isAnswer(end, scoring)),
    quartiles: {
      first: survivalQuantile(curve, 0.25),
      median: survivalQuantile(curve, 0.5),
      third: survivalQuantile(curve, 0.75),
    },
    curve,
    ends: aalenJohansen(seen, CASE_ENDS, scoring.level.share),
  };
}
