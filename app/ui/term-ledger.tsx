// Why this day: a term drawn week by week, with what the law says of each day. The picture for the eye; the notes and the
// day-by-day table for everyone; drawn once for each list of days. Used by the case page, the calculator and the guide's worked example.
import type { ReactNode } from 'react';
import { addDays, compareDays, type Day } from '../core/day';
import { shortDay, shortRange } from '../text/format';
import { Details } from './details';
import { Drawn } from './drawn';
import { LedgerCalendar, markOf, NOTED, type LedgerCalendarProps, type LedgerDay } from './ledger-calendar';
import { LawLink } from './words';

export type { LedgerDay, LedgerTexts } from './ledger-calendar';

/** Days in any order, without gaps, from the start day to the due day; the list never changes. */
type TermLedgerProps = LedgerCalendarProps & {
  /** The day-by-day table: folded beneath the notes, or elsewhere, where the page links to it. */
  table?: 'folded' | 'elsewhere';
};

export function TermLedger(props: TermLedgerProps) {
  const { locale, days, due, today, texts, formerDue, table } = props;
  if (days.length === 0) return null;
  const backward = days.length > 1 && days.every(({ date }) => date >= due);
  return (
    <Drawn
      of={days}
      by={[locale, due, today, texts.summary, formerDue?.day, formerDue?.label, table]}
      className={backward ? 'ledger ledger-back' : 'ledger'}
    >
      {() => <Sheet {...props} />}
    </Drawn>
  );
}

function Sheet({ locale, days, due, today, texts, formerDue, table = 'folded' }: TermLedgerProps) {
  const ordered = [...days].sort((a, b) => compareDays(a.date, b.date));
  return (
    <div className="ledger-sheet">
      <div className="ledger-picture">
        <LedgerCalendar days={ordered} {...{ locale, due, today, texts, formerDue }} />
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
        {table === 'folded' ? <DayByDay {...{ locale, days, due, texts }} /> : null}
      </div>
    </div>
  );
}

function DayByDay({ locale, days, due, texts }: Pick<TermLedgerProps, 'locale' | 'days' | 'due' | 'texts'>) {
  return (
    <Details summary={texts.dayByDay}>
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
  return day.basis ? <LawLink label={day.basis.label} href={day.basis.href} /> : null;
}
