// When is a reminder due? From the guide's points and an obligation's days, in working time. Called when an obligation opens
// or moves (the plan) and when a repeated reminder was written (the next one). The database keeps the moments; nothing here waits.
import type { Calendar, ReminderPlan } from '../../guide/schema';
import { addWorkingDays, nextWorkingDay } from './calendar';
import { instantOf, type Day, type Instant } from './day';
import { ledgerOf, type Reckoning } from './term';

export type Plan = { point: string; dueAt: Instant };

type Point = ReminderPlan['points'][number];

/** The day of a point: counted from the due day, a share of the term's counted days, or the first repetition after it. */
function dayOfPoint({ at }: Point, reckoning: Reckoning, calendar: Calendar): Day | null {
  const { due, workweek } = reckoning;
  if ('working_days' in at)
    return at.working_days === 0 ? due : addWorkingDays(calendar, due, at.working_days, workweek);
  if ('every_working_days' in at) return addWorkingDays(calendar, due, at.every_working_days, workweek);
  const counted = ledgerOf(reckoning).filter((day) => day.counts);
  const half = counted[Math.floor(counted.length * at.fraction) - 1];
  return half ? nextWorkingDay(calendar, half.date, workweek) : null;
}

/**
 * All reminders of an obligation that are still to come after `now`; of a repeated point the first that is, also where the due day passed
 * before the obligation opened. Where two points fall on one day, the one that stands
 * later in the guide's plan is kept: it is the nearer to the due day.
 */
export function planReminders({
  plan,
  reckoning,
  calendar,
  now,
}: {
  plan: ReminderPlan;
  reckoning: Reckoning;
  calendar: Calendar;
  now: Instant;
}): Plan[] {
  const byDay = new Map<Day, Plan>();
  const firstAfter = (day: Day, every: number): Day => {
    let at = day;
    while (instantOf(at, plan.hour) <= now) at = addWorkingDays(calendar, at, every, reckoning.workweek);
    return at;
  };
  for (const point of plan.points) {
    const first = dayOfPoint(point, reckoning, calendar);
    if (first === null) continue;
    const day = 'every_working_days' in point.at ? firstAfter(first, point.at.every_working_days) : first;
    const dueAt = instantOf(day, plan.hour);
    if (dueAt > now) byDay.set(day, { point: point.id, dueAt });
  }
  return [...byDay.values()].sort((a, b) => a.dueAt - b.dueAt);
}

/** The next occurrence of a repeated point after the one of `day`, or null for a point that comes once. */
export function nextReminder({
  plan,
  point,
  day,
  calendar,
}: {
  plan: ReminderPlan;
  point: string;
  day: Day;
  calendar: Calendar;
}): Plan | null {
  const found = plan.points.find(({ id }) => id === point);
  if (!found || !('every_working_days' in found.at)) return null;
  return { point, dueAt: instantOf(addWorkingDays(calendar, day, found.at.every_working_days), plan.hour) };
}
