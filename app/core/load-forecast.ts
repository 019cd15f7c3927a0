// How much is due on each of the coming days, and who is away? What an official's desk shows ahead: every working day of the horizon, and days off on which
// something is due all the same (terms in calendar days may end there).
import type { Calendar } from '../../guide/schema';
import type { Days } from './absence';
import { addWorkingDays, isWorking } from './calendar';
import { addDays, type Day } from './day';

/** Working days that are looked ahead: a grouping of a view, no term. */
export const AHEAD = 20;

/** `away`: how many people are away. */
type LoadDay = { day: Day; working: boolean; due: number; away: number };
type Input = {
  /** How many duties are due by day; what is due after the horizon is not in it, what is overdue neither. */
  due: ReadonlyMap<string, number>;
  away: readonly (Days & { personId: string })[];
  calendar: Calendar;
  today: Day;
};
export type LoadForecast = { from: Day; until: Day; days: LoadDay[]; daysOff: number };

const awayOn = (away: Input['away'], day: Day): number =>
  new Set(away.filter(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay).map(({ personId }) => personId))
    .size;

/** The last day of the horizon that begins on `today`: so many working days after it. */
export const horizon = (calendar: Calendar, today: Day): Day => addWorkingDays(calendar, today, AHEAD);

export function loadForecast({ due, away, calendar, today }: Input): LoadForecast {
  const until = horizon(calendar, today);
  const days: LoadDay[] = [];
  for (let day = today; day <= until; day = addDays(day, 1))
    days.push({ day, working: isWorking(calendar, day), due: due.get(day) ?? 0, away: awayOn(away, day) });
  const off = days.filter(({ working }) => !working);
  return { from: today, until, days: days.filter(({ working, due: n }) => working || n > 0), daysOff: off.length };
}
