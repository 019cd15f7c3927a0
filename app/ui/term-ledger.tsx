// Why this day: a term drawn week by week, with what the law says of each day. The picture for the eye; the notes and the
// day-by-day table for everyone. Used by the case page, the calculator and the guide's worked examples.
import type { ReactNode } from 'react';
import { addDays, compareDays, daysBetween, weekday, type Day } from '../core/day';
import type { TermDay } from '../core/term';
import { longDay, monthAndYear, monthName, shortDay, shortRange, weekdayNames, type Locale } from '../text/format';
import { Details } from './details';

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

type TermLedgerProps = {
  locale: Locale;
  /** In any order; without gaps, from the start day to the due day. */
  days: readonly LedgerDay[];
  due: Day;
  today?: Day;
  texts: LedgerTexts;
  /** The due day before an extension or a correction, marked apart. */
  formerDue?: { day: Day; label: string };
  /** Shows the table opened: for the guide's examples. */
  open?: boolean;
};

const NOTED = new Set(['start', 'holiday', 'substitute', 'moved_off', 'moved_work', 'rolled']);
const OFF = new Set(['weekend', 'holiday', 'substitute', 'moved_off']);

export function TermLedger({ locale, days, due, today, texts, formerDue, open }: TermLedgerProps) {
  const ordered = [...days].sort((a, b) => compareDays(a.date, b.date));
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last) return null;
  const byDate = new Map(ordered.map((day) => [day.date, day]));
  const weeks = weeksBetween(
    first.date,
    today && today > last.date && daysBetween(last.date, today) < 15 ? today : last.date,
  );
  return (
    <div className={first.date === due && last.date !== due ? 'ledger ledger-back' : 'ledger'}>
      <div className="ledger-sheet">
        <div className="ledger-picture">
          <div className="ledger-calendar" role="img" aria-label={texts.summary}>
            <div className="ledger-week ledger-head">
              <span className="ledger-month" />
              {weekdayNames(locale).map(({ short }) => (
                <span key={short}>{short}</span>
              ))}
            </div>
            {weeks.map((week, index) => (
              <div className="ledger-week" key={week[0]}>
                <span className="ledger-month">{monthLabel(locale, week, index)}</span>
                {week.map((date) => (
                  <Cell key={date} date={date} day={byDate.get(date)} {...{ locale, due, today, texts, formerDue }} />
                ))}
              </div>
            ))}
          </div>
          <Legend days={ordered} texts={texts} today={today} formerDue={formerDue} />
        </div>
        <div className="ledger-words">
          <p className="ledger-notes-title">{texts.notes}</p>
          <ul className="ledger-notes">
            {notesOf(ordered, due).map(({ day, to }) => (
              <li key={day.date} className={markOf(day, due)}>
                <time dateTime={day.date}>
                  {to === day.date ? shortDay(locale, day.date) : shortRange(locale, day.date, to)}
                </time>
                <span>
                  {day.date === due ? <strong>{texts.due}</strong> : null}
                  {day.date === due && !NOTED.has(day.why) ? null : (
                    <span>
                      {day.text} <Basis day={day} />
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <Details summary={texts.dayByDay} open={open}>
            <table className="ledger-table">
              <caption className="unseen">{texts.summary}</caption>
              <thead>
                <tr>
                  <th scope="col">{texts.columns.day}</th>
                  <th scope="col">{texts.columns.number}</th>
                  <th scope="col">{texts.columns.why}</th>
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day.date} className={markOf(day, due)}>
                    <th scope="row">
                      <time dateTime={day.date}>{shortDay(locale, day.date)}</time>
                    </th>
                    <td className="ledger-number">{day.number ?? '–'}</td>
                    <td>
                      {day.text} <Basis day={day} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Details>
        </div>
      </div>
    </div>
  );
}

/** Days worth a word: the start, the due day, and those that are not what their weekday says; alike neighbours as one. */
function notesOf(days: readonly LedgerDay[], due: Day): { day: LedgerDay; to: Day }[] {
  const notes: { day: LedgerDay; to: Day }[] = [];
  for (const day of days) {
    const counted = day.counts && (day.why === 'holiday' || day.why === 'substitute' || day.why === 'moved_off');
    if (day.date !== due && (counted || !NOTED.has(day.why))) continue;
    const last = notes.at(-1);
    const alike = last && last.to === addDays(day.date, -1) && last.day.text === day.text && day.date !== due;
    if (alike) last.to = day.date;
    else notes.push({ day, to: day.date });
  }
  return notes;
}

function Basis({ day }: { day: LedgerDay }): ReactNode {
  return day.basis ? (
    <a className="basis" href={day.basis.href}>
      {day.basis.label}
    </a>
  ) : null;
}

function markOf(day: LedgerDay, due: Day): string {
  if (day.date === due) return 'is-due';
  if (day.why === 'start') return 'is-start';
  if (day.why === 'moved_work') return 'is-moved';
  return OFF.has(day.why) && !day.counts ? (day.why === 'weekend' ? 'is-weekend' : 'is-off') : 'is-counted';
}

type CellProps = Pick<TermLedgerProps, 'locale' | 'due' | 'today' | 'texts' | 'formerDue'> & {
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
  const words = [longDay(locale, date), day?.text, date === due ? texts.due : '', date === today ? texts.today : ''];
  return (
    <span className={marks.join(' ')} title={words.filter(Boolean).join(' · ')}>
      <span className="ledger-date">{Number(date.slice(8))}</span>
      <span className="ledger-count">{day?.counts && day.number !== null ? day.number : ''}</span>
    </span>
  );
}

function Legend({
  days,
  texts,
  today,
  formerDue,
}: Pick<TermLedgerProps, 'texts' | 'today' | 'formerDue'> & { days: readonly LedgerDay[] }) {
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

/** The month's name stands at the first week and at each week in which a month begins. */
function monthLabel(locale: Locale, week: readonly Day[], index: number): string {
  const begins = week.find((date) => date.endsWith('-01'));
  const date = begins ?? (index === 0 ? week[0] : undefined);
  if (!date) return '';
  return index === 0 || date.endsWith('-01-01') ? monthAndYear(locale, date) : monthName(locale, date);
}
