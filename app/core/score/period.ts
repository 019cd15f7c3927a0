// The periods that figures are published for: calendar quarters, named '2026-Q1'. A case belongs to the one it was registered in.
import { addDays, addMonths, type Day } from '../day';

export type Period = `${number}-Q${1 | 2 | 3 | 4}`;

export const isPeriod = (text: string): text is Period => /^\d{4}-Q[1-4]$/.test(text);

export const periodOf = (day: Day): Period =>
  `${Number(day.slice(0, 4))}-Q${Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4}`;

/** The first and the last day of a period. */
export function daysOf(period: Period): { first: Day; last: Day } {
  const month = (Number(period.slice(6)) - 1) * 3 + 1;
  const first = `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as Day;
  return { first, last: addDays(addMonths(first, 3), -1) };
}

/** The period `n` later (n may be negative). */
export const periodAfter = (period: Period, n: number): Period => periodOf(addMonths(daysOf(period).first, 3 * n));
