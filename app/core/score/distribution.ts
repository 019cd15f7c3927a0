// When within its term a case is decided: how many in each part of it, on the last day, and after.
import type { Calendar } from '../../../guide/schema';
import { workingDaysBetween } from '../calendar';
import type { Day } from '../day';
import type { CaseFact } from './facts';

/** Parts of the original term by working days, in order; then late, and late and still open. Cases without a decision and not due are in none. */
export const BUCKETS = ['first_third', 'second_third', 'last_third', 'last_day', 'late', 'late_open'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Cases that a body decided, or that are overdue on the original term, by when that was. */
export function spread(cases: readonly CaseFact[], calendar: Calendar, today: Day): Record<Bucket, number> {
  const counts: Record<Bucket, number> = {
    first_third: 0,
    second_third: 0,
    last_third: 0,
    last_day: 0,
    late: 0,
    late_open: 0,
  };
  for (const one of cases) {
    const bucket = bucketOf(one, calendar, today);
    if (bucket) counts[bucket] += one.count;
  }
  return counts;
}

/** In which part of its term a case was decided, or how it is late; null for one that is neither decided nor due. */
export function bucketOf(
  { registeredDay, lawfulDue, phase, endedDay }: CaseFact,
  calendar: Calendar,
  today: Day,
): Bucket | null {
  if (phase === 'open' || endedDay === null || endedDay > today) return today > lawfulDue ? 'late_open' : null;
  if (endedDay > lawfulDue) return 'late';
  if (phase === 'withdrawn' || phase === 'redirected') return null;
  if (endedDay === lawfulDue) return 'last_day';
  const term = Math.max(1, workingDaysBetween(calendar, registeredDay, lawfulDue));
  const used = workingDaysBetween(calendar, registeredDay, endedDay) / term;
  return used <= 1 / 3 ? 'first_third' : used <= 2 / 3 ? 'second_third' : 'last_third';
}
