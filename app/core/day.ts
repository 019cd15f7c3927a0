/**
 * What day is it, and which day is n days or months away? Civil dates of Asia/Almaty as 'YYYY-MM-DD' strings.
 * Called everywhere a day is compared, counted or read from an instant. Pure and fast: no clock, no Date objects.
 */
export type Day = `${number}-${number}-${number}`;
/** Epoch milliseconds. Says when something was recorded; law speaks of days. */
export type Instant = number;
/** 'HH:MM', 00:00 to 23:59, local time. */
export type TimeOfDay = string;

export const ZONE = 'Asia/Almaty';
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
const yearOf = (day: string) => Number(day.slice(0, 4));
const monthOf = (day: string) => Number(day.slice(5, 7));
const dateOf = (day: string) => Number(day.slice(8, 10));
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month (month 1..12). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Whether the text is a real day of the calendar, years 1900 to 2199. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = dateOf(text);
  return date >= 1 && date <= daysInMonth(yearOf(text), monthOf(text));
}

/** The day the text names, or null. */
export function parseDay(text: string): Day | null {
  return isDay(text) ? text : null;
}

/** Days since 1970-01-01 (Howard Hinnant's days_from_civil). */
export function dayNumber(day: Day): number {
  const month = monthOf(day);
  const year = yearOf(day) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dateOf(day) - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The inverse of dayNumber (Howard Hinnant's civil_from_days). */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(dayOfYear - Math.floor((153 * mp + 2) / 5) + 1)}` as Day;
}

/** The day n calendar days later (n may be negative). */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** The same date n months later (n may be negative); where the month has no such date, its last day. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return `${year}-${two(month)}-${two(Math.min(dateOf(day), daysInMonth(year, month)))}` as Day;
}

/** 1 = Monday ... 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative, zero or positive, as for Array.sort. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function offsetByIntl(instant: Instant): number {
  const part: Record<string, string> = {};
  for (const { type, value } of wallClock.formatToParts(instant)) part[type] = value;
  const local = dayNumber(`${part.year}-${part.month}-${part.day}` as Day) * DAY_MS;
  const minutes = Number(part.hour) * 60 + Number(part.minute);
  return local + minutes * MINUTE_MS - Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}

const offsets = new Map<number, number>();
/** Local minus UTC in milliseconds. Intl is asked once per UTC day, or each time on a day when the offset changes. */
function offsetAt(instant: Instant): number {
  const utcDay = Math.floor(instant / DAY_MS);
  const known = offsets.get(utcDay);
  if (known !== undefined) return known;
  const first = offsetByIntl(utcDay * DAY_MS);
  if (first !== offsetByIntl((utcDay + 1) * DAY_MS - 1)) return offsetByIntl(instant);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(utcDay, first);
  return first;
}

/** The one function that turns an instant into a day: the local day in Asia/Almaty (+06 until 2024-02-29, +05 after). */
export function dayOf(instant: Instant): Day {
  return dayFromNumber(Math.floor((instant + offsetAt(instant)) / DAY_MS));
}

/** Local time of day 'HH:MM' of an instant. */
export function timeOf(instant: Instant): TimeOfDay {
  const minutes = Math.floor((((instant + offsetAt(instant)) % DAY_MS) + DAY_MS) / MINUTE_MS) % 1440;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instant of a local day and time; of two (clocks set back on 2024-03-01) the earlier. */
export function instantOf(day: Day, time: TimeOfDay): Instant {
  const wall = dayNumber(day) * DAY_MS + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
  const early = wall - offsetAt(wall - DAY_MS);
  const late = wall - offsetAt(wall + DAY_MS);
  const candidates = early < late ? [early, late] : [late, early];
  return candidates.find((instant) => instant + offsetAt(instant) === wall) ?? late;
}
