// A calendar year for people: twelve months drawn, working days counted, every day off with its act, moved days as pairs.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { calendarView, type MonthDay, type MonthView } from '../../queries/guide-calendar';
import { textFor, type Text } from '../../text';
import { longDay, monthName, plainDay, shortDay, weekdayNames, type Locale } from '../../text/format';
import { Tabs } from '../../ui/details';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/words';
import { contextOf } from '../respond';
import { Checked, Laws } from './parts';

export function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const { year = '' } = args.params;
  const calendar = /^\d{4}$/.test(year) ? calendarView(world, Number(year), locale) : null;
  if (!calendar) throw new Response(null, { status: 404 });
  return { locale, calendar };
}
type Calendar = NonNullable<ReturnType<typeof calendarView>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).guide.calendar.title(String(data.calendar.year))} — Kenes` : 'Kenes' },
];

export default function GuideCalendar() {
  const { locale, calendar } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.guide.calendar;
  const year = String(calendar.year);
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/guide`, label: t.guide.title }]} />}
        title={say.title(year)}
        lead={say.lead(calendar.workingDays)}
        meta={<Tag tone={calendar.official ? 'good' : 'clock'}>{calendar.statusName}</Tag>}
      />
      <Tabs
        label={say.years}
        tabs={calendar.years.map((one) => ({
          href: `/${locale}/guide/calendar/${one.year}`,
          label: String(one.year),
          current: one.year === calendar.year,
        }))}
      />
      <div className="after-tabs">
        <Alert tone={calendar.official ? 'info' : 'warning'}>
          <p>{calendar.official ? say.official : say.projected}</p>
        </Alert>
      </div>
      <Section id="months" title={say.months}>
        <Legend say={say} />
        <div className="year">
          {calendar.months.map((month) => (
            <Month key={month.first} month={month} today={calendar.today} {...{ locale, say }} />
          ))}
        </div>
      </Section>
      <Moves {...{ locale, calendar, t }} />
      <DaysOff {...{ locale, calendar, t }} />
    </>
  );
}

type Words = Text['guide']['calendar'];

function Legend({ say }: { say: Words }) {
  const keys: [MonthDay['kind'], string][] = [
    ['working', say.legend.working],
    ['weekend', say.legend.weekend],
    ['off', say.legend.off],
    ['moved', say.legend.moved],
  ];
  return (
    <ul className="year-legend">
      {keys.map(([kind, text]) => (
        <li key={kind}>
          <i className={`year-key year-${kind}`} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}

/** A month as a real table: each special day says what it is to those who do not see its colour. */
function Month({ month, today, locale, say }: { month: MonthView; today: string; locale: Locale; say: Words }) {
  const cells: (MonthDay | null)[] = [...Array.from({ length: month.weekdayOfFirst - 1 }, () => null), ...month.days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, index) =>
    Array.from({ length: 7 }, (_cell, at) => cells[index * 7 + at] ?? null),
  );
  const name = monthName(locale, month.first);
  return (
    <table className="month">
      <caption>
        <span className="month-name">{name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)}</span>
        <span className="month-count">{say.monthDays(month.workingDays)}</span>
      </caption>
      <thead>
        <tr>
          {weekdayNames(locale).map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, at) =>
              day ? (
                <td
                  key={day.date}
                  className={`year-${day.kind}${day.date === today ? ' is-today' : ''}`}
                  title={day.name ?? undefined}
                >
                  <time dateTime={day.date}>{Number(day.date.slice(8))}</time>
                  {day.name ? <span className="unseen"> {day.name}</span> : null}
                </td>
              ) : (
                <td key={at} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Part = { locale: Locale; calendar: Calendar; t: Text };

function Moves({ locale, calendar, t }: Part) {
  const { calendar: say, columns } = t.guide;
  if (calendar.moves.length === 0) {
    return (
      <Section id="moves" title={say.moves}>
        <p>{say.movesNone(String(calendar.year))}</p>
      </Section>
    );
  }
  return (
    <Section id="moves" title={say.moves} lead={say.movesLead}>
      <Table
        caption={say.moves}
        captionHidden
        columns={[
          { key: 'off', label: say.off },
          { key: 'work', label: say.work },
          { key: 'law', label: columns.act },
          { key: 'checked', label: columns.checked, width: 'fit' },
        ]}
        rows={calendar.moves.map(({ off, work, laws }) => ({
          id: off,
          cells: {
            off: <time dateTime={off}>{longDay(locale, off)}</time>,
            work: <time dateTime={work}>{longDay(locale, work)}</time>,
            law: <Laws laws={laws} />,
            checked: <Checked locale={locale} laws={laws} />,
          },
        }))}
      />
    </Section>
  );
}

function DaysOff({ locale, calendar, t }: Part) {
  const say = t.guide.calendar;
  return (
    <Section id="days" title={say.days}>
      <Table
        caption={say.days}
        captionHidden
        density="dense"
        columns={[
          { key: 'day', label: say.daysColumns.day, width: 'fit' },
          { key: 'what', label: say.daysColumns.what, width: 'wide' },
          { key: 'law', label: say.daysColumns.law },
          { key: 'checked', label: say.daysColumns.checked, width: 'fit' },
        ]}
        rows={calendar.daysOff.map(({ date, name, substitute, laws }) => ({
          id: date,
          cells: {
            day: (
              <time dateTime={date} title={plainDay(locale, date)}>
                {shortDay(locale, date)}
              </time>
            ),
            what: substitute ? say.substitute(name) : name,
            law: <Laws laws={laws} />,
            checked: <Checked locale={locale} laws={laws} />,
          },
        }))}
      />
    </Section>
  );
}
