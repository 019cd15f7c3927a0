// The day of an NGO or a person on one screen: what is overdue and why, answers that came, what falls due, one's own cases.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { filterOf } from '../../queries/appeal-filter';
import { listAppeals } from '../../queries/appeals';
import { draftCount } from '../../queries/drafts';
import { openRounds } from '../../queries/front';
import { answersFor, awaitedWords, closingFor, waitingFor } from '../../queries/rounds-today';
import { savedSearches } from '../../queries/saved-searches';
import { searchNames } from '../../queries/search-names';
import { SOON, todayOf, type Came, type OwedLine } from '../../queries/today';
import { textFor, type Locale, type Text } from '../../text';
import { longDay, numericDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Deadline } from '../../ui/deadline';
import { PageHead } from '../../ui/head';
import { Card, Grid, Row, Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import type { Day } from '../../core/day';
import { requireViewer } from '../respond';
import { listAddress } from '../list-address';
import { AppealTable } from '../appeal-table';
import { AnsweredComments, AwaitedWords, ClosingRounds, Folded, WaitingComments } from '../rounds/today-rounds';
import { SavedList } from '../search/saved-list';
import { whySentences } from './why';

const LATEST = 10;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const filter = filterOf(new URLSearchParams({ whose: 'mine' }));
  const [drafts, searches, day, cases, closing, waiting, answers, promises, open] = await Promise.all([
    draftCount(world, viewer),
    savedSearches(world, viewer),
    todayOf(world, viewer, locale),
    listAppeals(world, viewer, { filter, limit: LATEST, locale }),
    closingFor(world, viewer, SOON, locale),
    waitingFor(world, viewer, locale),
    answersFor(world, viewer, locale),
    awaitedWords(world, viewer, locale),
    openRounds(world),
  ]);
  return {
    ...{ locale, title: t.today.title, day, drafts, cases: cases.rows },
    rounds: { closing, waiting, answers, promises, open },
    searches: searches.filter(({ fresh }) => fresh > 0),
    names: searches.length > 0 ? await searchNames(world, locale) : {},
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

/** Several duties of one case stand together: its decision first, the rest in one line. */
function byCase(lines: readonly OwedLine[]): { first: OwedLine; rest: OwedLine[] }[] {
  const cases = new Map<string, OwedLine[]>();
  for (const line of lines) cases.set(line.number, [...(cases.get(line.number) ?? []), line]);
  return [...cases.values()].flatMap((found) => {
    const first = found.find(({ decides }) => decides) ?? found[0];
    return first ? [{ first, rest: found.filter((one) => one !== first) }] : [];
  });
}

export default function Today() {
  const { locale, title, day, drafts, cases, rounds, searches, names } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.today;
  const { came, overdue, soon, own } = day;
  const asks = [came, overdue, soon, own, rounds.closing, rounds.answers, rounds.promises, searches];
  const calm = asks.every((list) => list.length === 0);
  return (
    <>
      <PageHead
        title={title}
        lead={say.lead(day.today)}
        actions={
          <LinkButton href={`/${locale}/appeals/new`} weight="primary" icon="plus">
            {say.file}
          </LinkButton>
        }
      />
      {calm ? <EmptyState title={say.calm.title}>{say.calm.text}</EmptyState> : null}
      <OwedCards {...{ t, locale, today: day.today, lines: overdue, title: say.overdue.title, late: true }} />
      {came.length > 0 ? <CameList {...{ t, locale, came }} /> : null}
      <AwaitedWords {...{ t, locale, promises: rounds.promises }} />
      <AnsweredComments {...{ t, locale, came: rounds.answers }} />
      <ClosingRounds {...{ t, locale, rounds: rounds.closing, soon: SOON, open: rounds.open }} />
      <OwedCards {...{ t, locale, today: day.today, lines: soon, title: say.soon.title, lead: say.soon.lead(SOON) }} />
      <OwedCards {...{ t, locale, today: day.today, lines: own, title: say.own.title }} />
      <WaitingComments {...{ t, locale, waiting: rounds.waiting }} />
      {searches.length > 0 ? (
        <Section
          title={t.search.saved.today}
          id="searches"
          action={<a href={`/${locale}/account#searches`}>{t.search.saved.title}</a>}
        >
          <SavedList {...{ t, locale, searches, names }} />
        </Section>
      ) : null}
      <Section
        title={say.cases.title}
        lead={cases.length > 0 ? say.open(day.open) : undefined}
        action={
          cases.length > 0 ? (
            <Row>
              <a href={listAddress(locale, { whose: 'mine' })}>{say.cases.all}</a>
              <a href={`/${locale}/report`}>{t.activity.title}</a>
            </Row>
          ) : undefined
        }
      >
        {cases.length > 0 ? (
          <AppealTable t={t} locale={locale} rows={cases} columns={['case', 'body', 'due', 'standing']} captionHidden />
        ) : (
          <p>{say.cases.none}</p>
        )}
      </Section>
      {drafts > 0 ? (
        <p>
          <a href={`/${locale}/drafts`}>{t.drafts.others(drafts)}</a>
        </p>
      ) : null}
    </>
  );
}

function CameList({ t, locale, came }: { t: Text; locale: Locale; came: readonly Came[] }) {
  const say = t.today.came;
  const table = (rows: readonly Came[], caption: string) => <CameTable {...{ t, locale, caption }} came={rows} />;
  return (
    <Section title={say.title} id="came">
      <Folded rows={came} caption={say.title} table={table} rest={say.rest} />
    </Section>
  );
}

type CameProps = { t: Text; locale: Locale; caption: string; came: readonly Came[] };

function CameTable({ t, locale, caption, came }: CameProps) {
  const say = t.today.came;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'case', label: say.columns.case, width: 'wide' },
        { key: 'outcome', label: say.columns.outcome },
        { key: 'day', label: say.columns.day, width: 'fit' },
        { key: 'judge', label: say.columns.judge, width: 'fit' },
      ]}
      rows={came.map(({ number, subject, body, outcome, phase, endedDay, verdict }) => ({
        id: number,
        cells: {
          case: (
            <>
              <a href={`/${locale}/appeals/${number}`}>{subject}</a>
              <small className="case-line">{`${t.case.number(number)} · ${body}`}</small>
            </>
          ),
          outcome: phase === 'terminated' ? t.case.thread.terminated(outcome) : outcome,
          day: <time dateTime={endedDay}>{numericDay(locale, endedDay)}</time>,
          judge: verdict ? (
            t.letters.verdicts[verdict]
          ) : phase === 'terminated' ? (
            '–'
          ) : (
            <LinkButton href={`/${locale}/appeals/${number}/judge`} size="small">
              {say.judge}
            </LinkButton>
          ),
        },
      }))}
    />
  );
}

type OwedProps = {
  t: Text;
  locale: Locale;
  today: Day;
  lines: readonly OwedLine[];
  title: string;
  lead?: string;
  late?: true;
};

function OwedCards({ t, locale, today, lines, title, lead, late }: OwedProps) {
  if (lines.length === 0) return null;
  const say = t.today.overdue;
  return (
    <Section title={title} lead={lead}>
      <Grid min="l">
        {byCase(lines).map(({ first, rest }) => (
          <Card
            key={first.id}
            title={first.titleLang ? <span lang={first.titleLang}>{first.title}</span> : first.title}
            href={`/${locale}${first.path}`}
            tone={late ? 'danger' : first.dueDay === today ? 'clock' : 'plain'}
            meta={`${t.case.number(first.number)} · ${first.what}`}
            footer={
              late && first.decides ? <a href={`/${locale}${first.path}#complaint`}>{say.complain}</a> : undefined
            }
          >
            <p>{first.body}</p>
            <Deadline
              nearness={late ? 'overdue' : first.dueDay === today ? 'today' : 'soon'}
              day={first.dueDay}
              dayText={longDay(locale, first.dueDay)}
              note={
                late
                  ? t.clocks.overdue(Math.max(0, -first.daysLeft))
                  : first.dueDay === today
                    ? t.clocks.today
                    : t.clocks.left(first.daysLeft)
              }
              provisional={first.provisional ? t.ledger.provisional : undefined}
            />
            <p>
              {first.dueDay > first.lawfulDue
                ? t.clocks.why.untilMoved(first.dueDay)
                : whySentences(t, first.term, today).join(' ')}
            </p>
            {late && rest.length > 0 ? <p>{say.also(rest.map(({ what }) => what).join(', '))}</p> : null}
          </Card>
        ))}
      </Grid>
    </Section>
  );
}
