// The picture of a term: weeks as rows, a thread through the days that count, and the legend of its signs. Drawn by TermLedger.
import { addDays, daysBetween, weekday, type Day } from '../core/day';
import type { TermDay } from '../core/term';
import { longDay, monthAndYear, monthName, weekdayNames, type Locale } from '../text/format';

export type LedgerDay = Pick<TermDay, 'date' | 'counts' | 'number' | 'why'> & {
  /** What is said of the day, in the reader's language: "Nauryz meyramy, a day off". */
  text: string;
  basis?: { label: string; href: string };
};

export type LedgerTexts = {
  /** Read in place of the picture: "15 working days from 16 March, due 9 April 2026". */
  summary: string;
  /** Words of the legend. */
  start: string;
  counted: string;
  notCounted: string;
  movedWork: string;
  due: string;
  today: string;
  /** Heading of the list of days that are not what their weekday says. */
  notes: string;
  /** Opens the table. */
  dayByDay: string;
  columns: { day: string; number: string; why: string };
};

export type LedgerCalendarProps = {
  locale: Locale;
  days: readonly LedgerDay[];
  due: Day;
  today?: Day;
  texts: LedgerTexts;
  /** The due day before an extension or a correction, marked apart. */
  formerDue?: { day: Day; label: string };
};

/** Days that are not what their weekday says. */
export const NOTED: ReadonlySet<LedgerDay['why']> = new Set([
  'start',
  'holiday',
  'substitute',
  'moved_off',
  'moved_work',
  'rolled',
]);
const OFF = new Set(['weekend', 'holiday', 'substitute', 'moved_off']);
/** How many days after the due day today is still shown in the picture. */
const TODAY_WITHIN = 14;

/** `days` in the order of the calendar. */
export function LedgerCalendar({ locale, days, due, today, texts, formerDue }: LedgerCalendarProps) {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const byDate = new Map(days.map((day) => [day.date, day]));
  const shown = {
    from: first.date,
    to: today && today > last.date && daysBetween(last.date, today) <= TODAY_WITHIN ? today : last.date,
  };
  const weeks = weeksBetween(shown.from, shown.to);
  return (
    <>
      <div className="ledger-calendar" role="img" aria-label={texts.summary}>
        <div className="ledger-week ledger-head">
          <span className="ledger-month" />
          {weekdayNames(locale).map(({ short }) => (
            <span key={short}>{short}</span>
          ))}
        </div>
        {weeks.map((week) => (
          <div className="ledger-week" key={week[0]}>
            <span className="ledger-month">{monthLabel(locale, week, shown)}</span>
            {week.map((date) => (
              <Cell key={date} date={date} day={byDate.get(date)} {...{ locale, due, today, texts, formerDue }} />
            ))}
          </div>
        ))}
      </div>
      <Legend {...{ days, texts, today, formerDue }} />
    </>
  );
}

/** The class that draws a day: due, start, a worked day off, not counted, counted. */
export function markOf(day: LedgerDay, due: Day): string {
  if (day.date === due) return 'is-due';
  if (day.why === 'start') return 'is-start';
  if (day.why === 'moved_work') return 'is-moved';
  return OFF.has(day.why) && !day.counts ? (day.why === 'weekend' ? 'is-weekend' : 'is-off') : 'is-counted';
}

type CellProps = Pick<LedgerCalendarProps, 'locale' | 'due' | 'today' | 'texts' | 'formerDue'> & {
  date: Day;
  day?: LedgerDay;
};

function Cell({ date, day, locale, due, today, texts, formerDue }: CellProps) {
  const marks = [
    'ledger-day',
    day ? markOf(day, due) : 'is-outside',
    day && today && date <= today && day.why !== 'start' ? 'is-gone' : '',
    date === today ? 'is-today' : '',
    date === formerDue?.day ? 'is-former' : '',
  ].filter(Boolean);
  const noted = day && NOTED.has(day.why) ? day.text : '';
  const words = [noted, date === due ? texts.due : '', date === today ? texts.today : ''].filter(Boolean);
  return (
    <span
      className={marks.join(' ')}
      title={words.length > 0 ? [longDay(locale, date), ...words].join(' · ') : undefined}
    >
      {Number(date.slice(8))}
      {day?.counts && day.number !== null ? <small>{day.number}</small> : null}
    </span>
  );
}

function Legend({
  days,
  texts,
  today,
  formerDue,
}: Pick<LedgerCalendarProps, 'texts' | 'today' | 'formerDue'> & { days: readonly LedgerDay[] }) {
  const has = (why: LedgerDay['why']) => days.some((day) => day.why === why);
  const entries = [
    ['is-start', texts.start],
    ['is-counted', texts.counted],
    ...(days.some((day) => !day.counts && OFF.has(day.why)) ? [['is-off', texts.notCounted]] : []),
    ...(has('moved_work') ? [['is-moved', texts.movedWork]] : []),
    ...(formerDue && days.some((day) => day.date === formerDue.day) ? [['is-former', formerDue.label]] : []),
    ['is-due', texts.due],
    ...(today ? [['is-today', texts.today]] : []),
  ];
  return (
    <ul className="ledger-legend" aria-hidden="true">
      {entries.map(([mark, text]) => (
        <li key={mark}>
          <i className={`ledger-key ${mark}`} />
          {text}
        </li>
      ))}
    </ul>
  );
}

function weeksBetween(from: Day, to: Day): [Day, ...Day[]][] {
  const weeks: [Day, ...Day[]][] = [];
  for (let monday = addDays(from, 1 - weekday(from)); monday <= to; monday = addDays(monday, 7)) {
    weeks.push([monday, ...Array.from({ length: 6 }, (_, index) => addDays(monday, index + 1))]);
  }
  return weeks;
}

/**
 * The months of those days of a week that belong to the picture, where they are not the month of the week before: both names
 * where the month turns within the week, so that no day is read as one of the wrong month.
 */
function monthLabel(locale: Locale, week: readonly Day[], { from, to }: { from: Day; to: Day }): string {
  const shown = week.filter((date) => date >= from && date <= to);
  const firsts = shown.filter((date, at) => at === 0 || date.endsWith('-01'));
  const [first] = firsts;
  const goesOn = first !== undefined && first > from && !first.endsWith('-01');
  if (goesOn && firsts.length === 1) return '';
  return firsts
    .map((date) => (date === from || date.endsWith('-01-01') ? monthAndYear(locale, date) : monthName(locale, date)))
    .join(' – ');
}
