// The official's desk: what the body owes by lawful time left, extensions that wait for the head. Dense, and works by links alone.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '../../core/permission';
import { NEAR, NEARNESS } from '../../core/nearness';
import { COUNTED, deskAsked, deskOf, type Desk, type DeskAsked } from '../../queries/desk';
import type { Viewer } from '../../core/viewer';
import { draftedAnswers } from '../../queries/drafted-answers';
import { waitingProposals, type Waiting } from '../../queries/proposals';
import { textFor, type Locale, type Text } from '../../text';
import { number, numericDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Deadline } from '../../ui/deadline';
import { Tabs } from '../../ui/details';
import { PageHead } from '../../ui/head';
import { Alert } from '../../ui/notice';
import { Card, Grid, Section, Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { EmptyState, Muted, Quote } from '../../ui/words';
import { requireViewer } from '../respond';
import { Drafts } from './drafts';
import { Load } from './load';
import { LOOK, noteOf } from './look';
import { Ticking, TICKS } from './ticking';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const asked = deskAsked(new URL(args.request.url).searchParams);
  const [desk, waiting, drafts] = await Promise.all([
    deskOf(world, viewer, asked, locale),
    waitingProposals(world, viewer, locale),
    draftedAnswers(world, viewer, locale),
  ]);
  if (!desk) throw new Response(null, { status: 403 });
  const host = viewer.mandates.some(({ role }) => role === 'executor' || role === 'approver');
  const settles = may(viewer, 'incoming.read', undefined);
  return { locale, title: t.desk.title, asked, desk, waiting, drafts, host, settles, acting: actingFor(viewer) };
}

/** The names of those in whose place the viewer acts today. */
const actingFor = ({ mandates }: Viewer): string[] => [
  ...new Set(mandates.flatMap(({ lentBy }) => lentBy?.name ?? [])),
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

/** `host`: an executor or head, who prepare rounds and answer what they bring. */
type Part = { t: Text; locale: Locale; asked: DeskAsked; desk: Desk; host: boolean };

/** The desk's address with one part changed; the place in the list never stays. */
function address(locale: Locale, { due, whose, body }: DeskAsked, changes: Partial<DeskAsked>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ due, whose, body, ...changes })) if (value) query.set(name, value);
  return `/${locale}/desk${query.size > 0 ? `?${query}` : ''}`;
}

export default function DeskPage() {
  const { locale, title, asked, desk, waiting, drafts, host, settles, acting } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const part = { t, locale, asked, desk, host };
  return (
    <>
      <PageHead
        title={title}
        lead={t.desk.lead(desk.today)}
        meta={[
          ...desk.bodies.map(({ slug, name }) => (
            <a key={slug} href={`/${locale}/bodies/${slug}/scores/own`}>
              {t.desk.figures(name)}
            </a>
          )),
          <a key="office" href={`/${locale}/desk/office`}>
            {t.office.page.link}
          </a>,
          ...(settles
            ? [
                <a key="letters" href={`/${locale}/desk/letters`}>
                  {t.incoming.page.title}
                </a>,
              ]
            : []),
          <a key="similar" href={`/${locale}/desk/similar`}>
            {t.office.similar.title}
          </a>,
          <a key="templates" href={`/${locale}/desk/templates`}>
            {t.office.templates.title}
          </a>,
        ]}
        actions={
          host ? (
            <LinkButton href={`/${locale}/rounds/new`} icon="plus">
              {t.desk.newRound}
            </LinkButton>
          ) : undefined
        }
      />
      <Stack>
        {acting.length > 0 ? <Alert tone="info">{t.office.absences.acting(acting.join(', '))}</Alert> : null}
        {waiting.length > 0 ? <Proposals t={t} locale={locale} waiting={waiting} /> : null}
        <Drafts {...{ t, locale, drafts }} today={desk.today} nearUntil={desk.nearUntil} />
        <Views {...part} />
        <Load t={t} locale={locale} load={desk.load} mine={desk.whose === 'mine'} />
        {desk.rows.length > 0 ? (
          <>
            <Ticking t={t} locale={locale} />
            <Rows {...part} />
          </>
        ) : (
          <EmptyState title={t.desk.empty.title}>{t.desk.empty.text}</EmptyState>
        )}
        {desk.newer || desk.older ? (
          <Pagination
            label={t.desk.pages.label}
            newer={
              desk.newer
                ? { href: address(locale, asked, { before: desk.newer }), label: t.desk.pages.newer }
                : undefined
            }
            older={
              desk.older
                ? { href: address(locale, asked, { after: desk.older }), label: t.desk.pages.older }
                : undefined
            }
          />
        ) : null}
      </Stack>
    </>
  );
}

function Views({ t, locale, asked, desk }: Part) {
  const say = t.desk;
  const count = (n: number) => (n > COUNTED ? say.more(COUNTED) : number(locale, n));
  const { counts, shares, whose, bodies } = desk;
  const all = NEARNESS.reduce((sum, nearness) => sum + counts[nearness], 0);
  return (
    <>
      {bodies.length > 1 ? (
        <Tabs
          label={say.bodies.label}
          tabs={[
            { href: address(locale, asked, { body: null }), label: say.bodies.all, current: !asked.body },
            ...bodies.map(({ id, name }) => ({
              href: address(locale, asked, { body: id }),
              label: name,
              current: asked.body === id,
            })),
          ]}
        />
      ) : null}
      <Tabs
        label={say.share.label}
        tabs={(['mine', 'all', 'nobody'] as const).map((share) => ({
          href: address(locale, asked, { whose: share }),
          label: say.share[share],
          count: count(shares[share]),
          current: whose === share,
        }))}
      />
      <Tabs
        label={say.byTime}
        look="within"
        tabs={[
          {
            href: address(locale, asked, { due: null }),
            label: say.all,
            count: count(all),
            current: asked.due === null,
          },
          ...NEARNESS.map((nearness) => ({
            href: address(locale, asked, { due: nearness }),
            label: nearness === 'near' ? say.nearness.near(NEAR) : say.nearness[nearness],
            count: count(counts[nearness]),
            current: asked.due === nearness,
          })),
        ]}
      />
    </>
  );
}

function Rows({ t, locale, desk, host }: Part) {
  const say = t.desk;
  const several = desk.bodies.length > 1;
  return (
    <Table
      caption={say.table.caption}
      density="dense"
      head="case"
      columns={[
        { key: 'due', label: say.table.due, width: 'fit' },
        { key: 'case', label: say.table.case, width: 'wide' },
        { key: 'what', label: say.table.what },
        { key: 'official', label: say.table.official },
        ...(several ? [{ key: 'body' as const, label: say.table.body }] : []),
      ]}
      rows={desk.rows.map((row) => ({
        id: row.id,
        tone: row.nearness === 'overdue' ? 'danger' : row.nearness === 'today' ? 'clock' : 'plain',
        cells: {
          due: (
            <Deadline
              nearness={LOOK[row.nearness]}
              day={row.dueDay}
              dayText={numericDay(locale, row.dueDay)}
              note={noteOf(t, row)}
              provisional={row.provisional ? t.clocks.provisional : undefined}
            />
          ),
          case: (
            <>
              {row.path.startsWith('/appeals/') ? (
                <input
                  className="ds-input tick"
                  type="checkbox"
                  name="case"
                  value={row.number}
                  form={TICKS}
                  aria-label={`${t.office.together.ticked}: ${row.number}`}
                />
              ) : null}
              <a href={`/${locale}${row.path}`} lang={row.titleLang}>
                {row.title}
              </a>
              <small className="case-line">
                {`${t.case.number(row.number)} · ${row.kind}`}
                {host && row.path.startsWith('/rounds/') ? (
                  <>
                    {' · '}
                    <a href={`/${locale}${row.path}/work`}>{say.workbench}</a>
                  </>
                ) : null}
              </small>
            </>
          ),
          what: row.what,
          official: row.official ? (
            <>
              {row.mine ? `${row.official} (${say.you})` : row.official}
              {row.cover ? <small className="case-line">{t.office.absences.covered(row.cover)}</small> : null}
            </>
          ) : (
            <Muted>{say.nobody}</Muted>
          ),
          body: row.body,
        },
      }))}
    />
  );
}

function Proposals({ t, locale, waiting }: { t: Text; locale: Locale; waiting: readonly Waiting[] }) {
  const say = t.desk.proposals;
  return (
    <Section title={say.title} id="proposals">
      <Grid min="l">
        {waiting.map(({ number: n, subject, dueDay, until, reason, officer, daysLeft }) => (
          <Card
            key={n}
            title={subject}
            href={`/${locale}/appeals/${n}`}
            tone="clock"
            meta={t.case.number(n)}
            footer={
              <LinkButton href={`/${locale}/appeals/${n}/decide-extension`} weight="primary" size="small">
                {say.decide}
              </LinkButton>
            }
          >
            <p>
              {say.until(dueDay, until)} {say.left(daysLeft)}
            </p>
            <Quote source={say.by(officer)}>{reason}</Quote>
          </Card>
        ))}
      </Grid>
    </Section>
  );
}
