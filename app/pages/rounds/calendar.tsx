// Open rounds by day: a month at a time, a grid where there is room and a list of the days that matter where there is not.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isWorking } from '../../core/calendar';
import { addDays, addMonths, dayOf, daysInMonth, isDay, weekday, type Day } from '../../core/day';
import { bodyName, roundDays, type RoundDays } from '../../queries/round-days';
import { roundFilterOf } from '../../queries/round-filter';
import { textFor, type Locale, type Text } from '../../text';
import { fullDay, monthAndYear, weekdayNames } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Pagination } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { addressOf, roundAddress, roundsAddress } from './addresses';
import { aboutOf, Feeds } from './feeds';

type What = 'opens' | 'closes' | 'hearing';
type Entry = { what: What; number: string; title: string; language: 'kk' | 'ru'; body: string };
type DayView = { day: Day; working: boolean; entries: Entry[] };

/** The first day of the month that the address names; of this month where it names none. */
const monthIn = (query: URLSearchParams, today: Day): Day => {
  const first = `${query.get('month') ?? ''}-01`;
  return isDay(first) ? first : (`${today.slice(0, 7)}-01` as Day);
};

const entriesOn = (day: Day, rounds: readonly RoundDays[]): Entry[] =>
  rounds.flatMap(({ number, title, language, body, opensDay, closesDay, hearing }) => {
    const whats: What[] = [
      ...(closesDay === day ? (['closes'] as const) : []),
      ...(hearing?.day === day ? (['hearing'] as const) : []),
      ...(opensDay === day && closesDay !== day ? (['opens'] as const) : []),
    ];
    return whats.map((what) => ({ what, number, title, language, body }));
  });

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const { body, topic, region } = roundFilterOf(query);
  const asked = { body, topic, region };
  const today = dayOf(world.now());
  const from = monthIn(query, today);
  const length = daysInMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)));
  const to = addDays(from, length - 1);
  const [rounds, name] = await Promise.all([
    roundDays(world, asked, { from, to }, locale),
    body ? bodyName(world, body, locale) : null,
  ]);
  const days = Array.from({ length }, (_, n): DayView => {
    const day = addDays(from, n);
    return { day, working: isWorking(world.guide.calendar, day), entries: entriesOn(day, rounds) };
  });
  const throughout = rounds
    .filter(({ opensDay, closesDay }) => opensDay < from && closesDay > to)
    .map(({ number, title, language, body: host }) => ({ number, title, language, body: host }));
  const near = (step: number) => addMonths(from, step).slice(0, 7);
  return {
    ...{ locale, title: t.rounds.calendar.title, asked, about: aboutOf(t, { name, topic, region }) },
    ...{ today, from, days, throughout, earlier: near(-1), later: near(1) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function RoundCalendar() {
  const { locale, title, asked, about, today, from, days, throughout, earlier, later } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.rounds.calendar;
  const to = (month: string) => addressOf(`/${locale}/rounds/calendar`, { month, ...asked });
  const busy = days.some(({ entries }) => entries.length > 0);
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/rounds`, label: t.rounds.title }]} />}
        title={title}
        eyebrow={about || undefined}
        lead={say.lead}
      />
      <Section title={monthAndYear(locale, from)} action={<a href={roundsAddress(locale, asked)}>{say.list}</a>}>
        <Stack>
          {busy ? (
            <Month t={t} locale={locale} days={days} today={today} />
          ) : (
            <EmptyState title={say.empty.title}>{say.empty.text}</EmptyState>
          )}
          {throughout.length > 0 ? (
            <div>
              <h3>{say.throughout}</h3>
              <ul className="steps">
                {throughout.map(({ number, title: name, language, body: host }) => (
                  <li key={number}>
                    <a href={roundAddress(locale, number)} lang={language}>
                      {name}
                    </a>
                    <small className="case-line">{host}</small>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <Pagination
            label={say.months}
            newer={{ href: to(earlier), label: monthAndYear(locale, `${earlier}-01`) }}
            older={{ href: to(later), label: monthAndYear(locale, `${later}-01`) }}
          />
          <Feeds t={t} locale={locale} asked={asked} about={about} />
        </Stack>
      </Section>
    </>
  );
}

type MonthProps = { t: Text; locale: Locale; days: readonly DayView[]; today: Day };

function Month({ t, locale, days, today }: MonthProps) {
  const say = t.rounds.calendar;
  const first = days[0]?.day;
  return (
    <div className="agenda">
      <ol className="agenda-week" aria-hidden="true">
        {weekdayNames(locale).map(({ short }) => (
          <li key={short}>{short}</li>
        ))}
      </ol>
      <ol className={`agenda-days agenda-from-${first ? weekday(first) : 1}`}>
        {days.map(({ day, working, entries }) => (
          <li
            key={day}
            className={[
              'agenda-day',
              working ? '' : 'is-off',
              entries.length === 0 ? 'is-empty' : '',
              day === today ? 'is-today' : '',
            ]
              .filter(Boolean)
              .join(' ')}
          >
            <p className="agenda-date">
              <time dateTime={day}>
                <span aria-hidden="true" className="agenda-number">
                  {Number(day.slice(8))}
                </span>
                <span className="agenda-full">{fullDay(locale, day)}</span>
              </time>
              {day === today ? <span className="agenda-today"> {say.today}</span> : null}
            </p>
            {entries.length > 0 ? (
              <ul>
                {entries.map(({ what, number, title, language, body }) => (
                  <li key={`${number} ${what}`} className={`agenda-entry agenda-${what}`}>
                    <small>{say[what]}</small>
                    <a href={roundAddress(locale, number)} lang={language === locale ? undefined : language}>
                      {title}
                    </a>
                    <small className="agenda-body">{body}</small>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
