/**
 * Is this day a working day, and why? Called by term and reminder; the days come from guide/calendars.
 * A year without a file is not a guess: weekends are assumed and the answer says `provisional`.
 */
import type { Basis, Calendar, DayReason, Holiday } from '../../guide/schema';
import { addDays, dayFromNumber, dayNumber, weekday, type Day } from './day';

export type { Calendar } from '../../guide/schema';
/** The weekdays worked, 1 = Monday ... 7 = Sunday. */
export type Workweek = readonly number[];
const FIVE_DAYS: Workweek = [1, 2, 3, 4, 5];

export type DayStatus = {
  working: boolean;
  why: Extract<DayReason, 'working_day' | 'weekend' | 'holiday' | 'substitute' | 'moved_off' | 'moved_work'>;
  basis: Basis | null;
  name: Holiday | null;
  /** The year's calendar is missing or only projected. */
  provisional: boolean;
};

/** What the calendar says of a day. A marked day prevails over its weekday. */
export function dayStatus(calendar: Calendar, day: Day, workweek: Workweek = FIVE_DAYS): DayStatus {
  const year = calendar.years[Number(day.slice(0, 4))];
  const provisional = year?.status !== 'official';
  const mark = year?.days[day];
  if (mark) return { ...mark, provisional };
  const working = workweek.includes(weekday(day));
  return { working, why: working ? 'working_day' : 'weekend', basis: null, name: null, provisional };
}

export function isWorking(calendar: Calendar, day: Day, workweek: Workweek = FIVE_DAYS): boolean {
  const mark = calendar.years[Number(day.slice(0, 4))]?.days[day];
  return mark ? mark.working : workweek.includes(weekday(day));
}

/** Whether the calendar of the day's year is missing or only projected. */
export function isProvisional(calendar: Calendar, day: Day): boolean {
  return calendar.years[Number(day.slice(0, 4))]?.status !== 'official';
}

/** The first working day on or after `day`. */
export function nextWorkingDay(calendar: Calendar, day: Day, workweek: Workweek = FIVE_DAYS): Day {
  let at = day;
  while (!isWorking(calendar, at, workweek)) at = addDays(at, 1);
  return at;
}

/** The day n working days after `day` (before it, when n is negative); `day` itself is not counted; n = 0 gives `day`. */
export function addWorkingDays(calendar: Calendar, day: Day, n: number, workweek: Workweek = FIVE_DAYS): Day {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = dayNumber(day);
  while (left > 0) {
    at += step;
    if (isWorking(calendar, dayFromNumber(at), workweek)) left -= 1;
  }
  return dayFromNumber(at);
}

const counts = new WeakMap<Calendar, Map<number, number[]>>();
/** Working days of a year up to and including each of its days. A calendar never changes: each year is counted once. */
function countedIn(calendar: Calendar, year: number): number[] {
  const years = counts.get(calendar) ?? new Map<number, number[]>();
  counts.set(calendar, years);
  const known = years.get(year);
  if (known) return known;
  const first = dayNumber(`${year}-01-01`);
  let n = 0;
  const counted = Array.from({ length: dayNumber(`${year + 1}-01-01`) - first }, (_, index) =>
    isWorking(calendar, dayFromNumber(first + index)) ? ++n : n,
  );
  years.set(year, counted);
  return counted;
}

/** The year from which working days are counted on, and back; any year would do. */
const BASE_YEAR = 2024;
const places = new WeakMap<Calendar, Map<Day, number>>();

/** How many working days there were from the first of BASE_YEAR to the end of the day, less than 0 before it. Each day is looked up once. */
function placeOf(calendar: Calendar, days: Map<Day, number>, day: Day): number {
  const known = days.get(day);
  if (known !== undefined) return known;
  const year = Number(day.slice(0, 4));
  let place = countedIn(calendar, year)[dayNumber(day) - dayNumber(`${year}-01-01`)] ?? 0;
  for (let other = BASE_YEAR; other < year; other += 1) place += countedIn(calendar, other).at(-1) ?? 0;
  for (let other = year; other < BASE_YEAR; other += 1) place -= countedIn(calendar, other).at(-1) ?? 0;
  if (days.size > 50_000) days.clear();
  days.set(day, place);
  return place;
}

/** Working days in (from, to]: how many working days are left, or by how many it is late. Negative when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const days = places.get(calendar) ?? new Map<Day, number>();
  places.set(calendar, days);
  return placeOf(calendar, days, to) - placeOf(calendar, days, from);
}
