// A calendar year as its page shows it: every day of twelve months with what it is, days off with their acts, moved days as pairs.
import type { Locale } from '../../guide/schema';
import { dayStatus } from '../core/calendar';
import { addDays, dayOf, daysInMonth, weekday, type Day } from '../core/day';
import type { World } from '../world';
import { lawsOf, wordOf, workingDaysOf, yearViews, type Law } from './guide';

export type MonthDay = { date: Day; kind: 'working' | 'weekend' | 'off' | 'moved'; name: string | null };
export type MonthView = { first: Day; weekdayOfFirst: number; workingDays: number; days: MonthDay[] };
export type DayOff = { date: Day; name: string; substitute: boolean; laws: Law[] };
export type Move = { off: Day; work: Day; laws: Law[] };

/** The year, or null when the guide has no calendar for it. */
export function calendarView({ guide, now }: Pick<World, 'guide' | 'now'>, year: number, locale: Locale) {
  const found = guide.calendarYears.find((one) => one.year === year);
  if (!found) return null;
  const today = dayOf(now());
  const edition = guide.inForceOn(today);
  const holiday = (id: string) => wordOf(edition, locale, `holiday.${id}.name`);
  const working = workingDaysOf(guide, year);
  const names = new Map(
    found.entries.flatMap((entry) => (entry.type === 'holiday' ? [[entry.date, holiday(entry.name)]] : [])),
  );

  const months: MonthView[] = working.map((workingDays, index) => {
    const first = `${year}-${String(index + 1).padStart(2, '0')}-01` as Day;
    const days = Array.from({ length: daysInMonth(year, index + 1) }, (_, n): MonthDay => {
      const date = addDays(first, n);
      const { working: works, why, name } = dayStatus(guide.calendar, date);
      const kind = why === 'weekend' ? 'weekend' : why === 'moved_work' ? 'moved' : works ? 'working' : 'off';
      const words = kind === 'working' || kind === 'weekend' ? null : wordOf(edition, locale, `why.${why}.name`);
      return { date, kind, name: words && name ? `${holiday(name)}: ${words}` : words };
    });
    return { first, weekdayOfFirst: weekday(first), workingDays, days };
  });
  const daysOff: DayOff[] = found.entries.flatMap((entry) =>
    entry.type === 'move'
      ? []
      : [
          {
            date: entry.date,
            name: entry.type === 'holiday' ? holiday(entry.name) : (names.get(entry.for) ?? ''),
            substitute: entry.type === 'substitute',
            laws: lawsOf(edition, locale, entry.basis),
          },
        ],
  );
  const moves: Move[] = found.entries.flatMap((entry) =>
    entry.type === 'move' ? [{ off: entry.off, work: entry.work, laws: lawsOf(edition, locale, entry.basis) }] : [],
  );
  return {
    year,
    official: found.status === 'official',
    statusName: wordOf(edition, locale, `calendar_status.${found.status}.name`),
    today,
    workingDays: working.reduce((sum, n) => sum + n, 0),
    months,
    daysOff,
    moves,
    years: yearViews(guide, edition, locale),
  };
}
