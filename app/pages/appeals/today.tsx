// The day of an NGO or a person on one screen: answers that came, what is overdue and why, what falls due, one's own cases.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { filterOf } from '../../queries/appeal-filter';
import { listAppeals } from '../../queries/appeals';
import { SOON, todayOf, type Came, type OwedLine } from '../../queries/today';
import { textFor, type Locale, type Text } from '../../text';
import { longDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Deadline } from '../../ui/deadline';
import { PageHead } from '../../ui/head';
import { Card, Grid, Section } from '../../ui/layout';
import { EmptyState, Muted } from '../../ui/words';
import type { Day } from '../../core/day';
import { requireViewer } from '../respond';
import { listAddress } from '../list-address';
import { AppealTable } from '../appeal-table';
import { whySentences } from './why';

const LATEST = 10;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const filter = filterOf(new URLSearchParams({ whose: 'mine' }));
  const [day, cases] = await Promise.all([
    todayOf(world, viewer, locale),
    listAppeals(world, viewer, { filter, limit: LATEST, locale }),
  ]);
  return { locale, title: t.today.title, day, cases: cases.rows };
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
  const { locale, title, day, cases } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.today;
  const { came, overdue, soon, own } = day;
  const calm = came.length + overdue.length + soon.length + own.length === 0;
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
      {came.length > 0 ? <CameList {...{ t, locale, came }} /> : null}
      <OwedCards {...{ t, locale, today: day.today, lines: overdue, title: say.overdue.title, late: true }} />
      <OwedCards {...{ t, locale, today: day.today, lines: soon, title: say.soon.title, lead: say.soon.lead(SOON) }} />
      <OwedCards {...{ t, locale, today: day.today, lines: own, title: say.own.title }} />
      <Section
        title={say.cases.title}
        lead={say.open(day.open)}
        action={<a href={listAddress(locale, { whose: 'mine' })}>{say.cases.all}</a>}
      >
        {cases.length > 0 ? (
          <AppealTable t={t} locale={locale} rows={cases} columns={['case', 'body', 'due', 'standing']} captionHidden />
        ) : (
          <p>{say.cases.none}</p>
        )}
      </Section>
      <p>
        <Muted>{say.drafts}</Muted>
      </p>
    </>
  );
}

function CameList({ t, locale, came }: { t: Text; locale: Locale; came: readonly Came[] }) {
  const say = t.today.came;
  return (
    <Section title={say.title} id="came">
      <Grid min="l">
        {came.map(({ number, subject, body, outcome, endedDay, judged }) => (
          <Card
            key={number}
            title={subject}
            href={`/${locale}/appeals/${number}`}
            tone="good"
            meta={`${t.case.number(number)} · ${longDay(locale, endedDay)}`}
            footer={judged ? undefined : <a href={`/${locale}/appeals/${number}/judge`}>{say.judge}</a>}
          >
            <p>{body}</p>
            <p>{say.outcome(outcome)}</p>
          </Card>
        ))}
      </Grid>
    </Section>
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
            title={first.title}
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
