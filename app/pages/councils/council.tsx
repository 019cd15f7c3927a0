// One public council for everyone: who sits on it, by name, as the law has it published; how it decides and what it makes public.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf, type Day } from '../../core/day';
import { councilWork, type CouncilWork } from '../../queries/council-work';
import { publicCouncil, type CouncilView } from '../../queries/councils';
import { textFor, type Locale, type Text } from '../../text';
import { numericDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Deadline } from '../../ui/deadline';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination, Table } from '../../ui/table';
import { DefinitionList, LawLink } from '../../ui/words';
import { contextOf } from '../respond';
import { Sources } from '../sources';
import { MeetingsTable } from './meetings-table';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const slug = args.params.slug ?? '';
  const query = new URL(args.request.url).searchParams;
  const asked = { meetings: query.get('meetings'), rounds: query.get('rounds') };
  const [council, work] = await Promise.all([
    publicCouncil(world, slug, locale),
    councilWork(world, slug, locale, asked),
  ]);
  if (!council || !work) throw new Response(null, { status: 404 });
  const sits = viewer?.mandates.some(({ councilSlug }) => councilSlug === slug) ?? false;
  return { locale, council, work, asked, sits, today: dayOf(world.now()) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.council.name ?? ''} — Kenes` }];

export default function Council() {
  const { locale, council, work, asked, sits, today } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.councils;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/councils`, label: say.title }]} />}
        title={council.name}
        actions={
          sits ? (
            <LinkButton href={`/${locale}/councils/${council.slug}/desk`}>{t.councilDesk.title}</LinkButton>
          ) : undefined
        }
      />
      {council.closed ? <Alert tone="info">{say.closed}</Alert> : null}
      <Columns asideLabel={say.decides} aside={<Aside {...{ t, locale, council }} />}>
        <Next {...{ t, locale, today, slug: council.slug, next: work.next }} />
        <Section title={t.councilDesk.meetings.title} id="meetings">
          <MeetingsTable
            {...{ t, locale, today, slug: council.slug, meetings: work.meetings }}
            later={asked.meetings !== null}
          />
        </Section>
        <Rounds {...{ t, locale, slug: council.slug, work }} later={asked.rounds !== null} />
      </Columns>
      <Composition {...{ t, locale, council }} />
      <Secretary {...{ t, locale, council }} />
    </>
  );
}

type NextProps = { t: Text; locale: Locale; today: Day; slug: string; next: CouncilWork['next'] };

/** The meeting that comes next, where one is called. */
function Next({ t, locale, today, slug, next }: NextProps) {
  if (!next) return null;
  const { number, day, time, place } = next;
  return (
    <Section>
      <Card
        title={t.councilDesk.meetings.next}
        level={2}
        tone="tint"
        href={`/${locale}/councils/${slug}/meetings/${number}`}
      >
        <Deadline
          size="large"
          nearness={day === today ? 'today' : 'calm'}
          day={day}
          dayText={t.councilDesk.meeting.moment(day, time)}
          note={place}
        />
      </Card>
    </Section>
  );
}

type Part = { t: Text; locale: Locale; council: CouncilView };

function Composition({ t, locale, council: { members, composition, seats } }: Part) {
  const say = t.councils.composition;
  if (members.length === 0)
    return (
      <Section title={say.title}>
        <p>{say.none}</p>
      </Section>
    );
  return (
    <Section title={say.title} lead={say.lead(members.length)}>
      <Stack>
        {seats ? (
          <Alert tone="warning" title={say.seats}>
            {say.seatsText(members.length, seats.least, seats.most)} <Sources sources={seats.sources} />
          </Alert>
        ) : null}
        {composition ? <Share {...{ t, composition }} /> : null}
        <Table
          caption={say.title}
          captionHidden
          columns={[
            { key: 'name', label: say.name },
            { key: 'role', label: say.role },
            { key: 'post', label: t.councils.occupation },
            { key: 'term', label: say.term, width: 'fit' },
          ]}
          rows={members.map(({ name, role, post, side, since, until }, index) => ({
            id: String(index),
            cells: {
              name,
              role: (
                <span>
                  {t.accounts.roles[role]}
                  <small className="case-line">{say.sides[side ?? 'unknown']}</small>
                </span>
              ),
              post: post ?? '—',
              term: (
                <span>
                  <time dateTime={since}>{numericDay(locale, since)}</time> –{' '}
                  {until ? <time dateTime={until}>{numericDay(locale, until)}</time> : say.noTerm}
                </span>
              ),
            },
          }))}
        />
      </Stack>
    </Section>
  );
}

/** Whether enough members come from civil society; where not, for everyone to see, with the article. */
function Share({ t, composition }: { t: Text; composition: NonNullable<CouncilView['composition']> }) {
  const say = t.councils.composition;
  const { civil, members, needed, unknown, standing, sources } = composition;
  const article = <Sources sources={sources} />;
  if (standing === 'below')
    return (
      <Alert tone="warning" title={say.share}>
        {say.below(civil, members, needed)} {article}
      </Alert>
    );
  return (
    <p>
      {standing === 'kept' ? say.kept(civil, members, needed) : say.uncertain(civil, members, unknown)} {article}
    </p>
  );
}

function Secretary({ t, locale, council: { secretary } }: Part) {
  const say = t.councils.secretary;
  return (
    <Section title={say.title} lead={say.text}>
      {secretary ? (
        <DefinitionList
          layout="pairs"
          items={[
            { term: t.councils.composition.name, value: secretary.name },
            ...(secretary.post ? [{ term: t.councils.occupation, value: secretary.post }] : []),
            {
              term: t.councils.composition.since,
              value: <time dateTime={secretary.since}>{numericDay(locale, secretary.since)}</time>,
            },
          ]}
        />
      ) : (
        <p>{say.none}</p>
      )}
    </Section>
  );
}

type RoundsProps = { t: Text; locale: Locale; slug: string; work: CouncilWork; later: boolean };

function Rounds({ t, locale, slug, work: { rounds, olderRounds }, later }: RoundsProps) {
  const say = t.councilDesk.work;
  const home = `/${locale}/councils/${slug}`;
  if (rounds.length === 0)
    return (
      <Section title={say.title} id="rounds">
        <p>{say.none}</p>
      </Section>
    );
  return (
    <Section title={say.title} lead={say.lead} id="rounds">
      <Table
        caption={say.title}
        captionHidden
        columns={[
          { key: 'round', label: say.columns.round, width: 'wide' },
          { key: 'part', label: say.columns.part },
          { key: 'closes', label: say.columns.closes, width: 'fit' },
        ]}
        rows={rounds.map(({ number, title, closesDay, hosts, view }) => ({
          id: number,
          cells: {
            round: (
              <>
                <a href={`/${locale}/rounds/${number}`}>{title}</a>
                <small className="case-line">{number}</small>
              </>
            ),
            part: hosts && view ? say.both : hosts ? say.hosts : say.view,
            closes: <time dateTime={closesDay}>{numericDay(locale, closesDay)}</time>,
          },
        }))}
      />
      {olderRounds || later ? (
        <Pagination
          label={say.title}
          newer={later ? { href: `${home}#rounds`, label: t.rounds.pages.newer } : undefined}
          older={
            olderRounds ? { href: `${home}?rounds=${olderRounds}#rounds`, label: t.rounds.pages.older } : undefined
          }
        />
      ) : null}
    </Section>
  );
}

function Aside({ t, locale, council: { body, decides, publicity } }: Part) {
  const say = t.councils;
  return (
    <>
      <Card title={say.body} level={2}>
        <p>
          <a href={`/${locale}/bodies/${body.slug}`}>{body.name}</a>
        </p>
      </Card>
      {decides.length > 0 ? (
        <Card title={say.decides} level={2}>
          <ul className="steps">
            {decides.map(({ text, sources }) => (
              <li key={text}>
                {text}
                <small className="case-line">
                  <Sources sources={sources} />
                </small>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card title={say.publicity.title} level={2}>
        <p>
          {say.publicity.text} <LawLink {...publicity} />
        </p>
      </Card>
    </>
  );
}
