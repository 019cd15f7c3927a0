// How long such cases took, told before one is sent: by which working day half of them were answered, and which share was still open on a
// day of the guide. Open cases count with the time that they were seen. Of fewer than the guide's minimum nothing is said.
import type { Calendar, Filing, Scoring } from '../../guide/schema';
import type { Day } from './day';
import { periodAfter, periodOf, type Period } from './score/period';
import { publicFrom } from './score/publication';
import { timeToAnswer, type CaseSeen } from './score/time';
import { kaplanMeier, survivalAt, type Seen, type SurvivalCurve } from './statistics/kaplan-meier';
import { survivalQuantile } from './statistics/survival-quantile';

export type Forecast = {
  /** Cases that it rests on. */
  n: number;
  /** Working days from registration by which half were answered; null where fewer than half ever were. */
  half: number | null;
  /** The share 0..1 not answered by `day`; null where none was seen so long. */
  open: { day: number; share: number } | null;
};

/** The last `filing.forecast.quarters` quarters whose figures are everybody's on that day, the oldest first. */
export function quartersOf(
  { forecast: { quarters } }: Filing,
  { calendar, scoring, today }: { calendar: Calendar; scoring: Scoring; today: Day },
): Period[] {
  const now = periodOf(today);
  const last = [-1, -2].map((n) => periodAfter(now, n)).find((one) => publicFrom(one, { calendar, scoring }) <= today);
  return last ? Array.from({ length: quarters }, (_, n) => periodAfter(last, n - quarters + 1)) : [];
}

/** From cases as they are told apart; null below the minimum. */
export const forecastOfCases = (
  cases: readonly CaseSeen[],
  { filing, ...around }: { calendar: Calendar; scoring: Scoring; today: Day; filing: Filing },
): Forecast | null => forecastOf(timeToAnswer(cases, around).curve, filing);

/** From the published curves of several quarters, put together case by case; null below the minimum. */
export const forecastOfCurves = (curves: readonly SurvivalCurve[], filing: Filing): Forecast | null =>
  forecastOf(kaplanMeier(curves.flatMap(seenIn)), filing);

/** The cases behind a curve: those that ended at each time, and those seen no longer. */
const seenIn = ({ steps }: SurvivalCurve): Seen[] =>
  steps.flatMap(({ time, ended, censored }) => [
    ...(ended > 0 ? [{ time, ended: true, count: ended }] : []),
    ...(censored > 0 ? [{ time, ended: false, count: censored }] : []),
  ]);

function forecastOf(curve: SurvivalCurve, { forecast: { minimum, day } }: Filing): Forecast | null {
  if (curve.n < minimum) return null;
  const half = survivalQuantile(curve, 0.5).estimate;
  const open = survivalAt(curve, day).estimate;
  return {
    n: curve.n,
    half: typeof half === 'number' ? half : null,
    open: open === null ? null : { day, share: open },
  };
}
