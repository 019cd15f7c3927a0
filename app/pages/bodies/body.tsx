// One state body for the public: what it owes now, its cases by standing, the latest of them, the bodies under it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NEAR, NEARNESS, type Nearness } from '../../core/nearness';
import { STANDINGS } from '../../core/standing';
import { filterOf } from '../../queries/appeal-filter';
import { followedAmong } from '../../queries/follows';
import { COUNTED, countStandings, listAppeals, type StandingCounts } from '../../queries/appeals';
import { hasPastCases } from '../../queries/past-cases';
import { publicBody, type BodyView } from '../../queries/public-bodies';
import { roundFilterOf } from '../../queries/round-filter';
import { countStages, listRounds, type RoundRow } from '../../queries/rounds';
import { textFor, type Locale, type Text } from '../../text';
import { number } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { BarChart, Stat } from '../../ui/figure';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Columns, Card, Grid, Section } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList } from '../../ui/words';
import { listAddress } from '../list-address';
import { regionName } from '../region-choice';
import { contextOf } from '../respond';
import { AppealTable } from '../appeal-table';
import { roundsAddress } from '../rounds/addresses';
import { FollowButton } from '../rounds/follow-button';
import { EmbedSnippet } from '../embeds/embed-snippet';
import { FeedLinks, feedMeta } from '../feeds/feed-links';
import { RoundTable } from '../rounds/round-table';
import { bodyStructured } from './structured';

const LATEST = 8;
const ROUNDS = 5;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const slug = args.params.slug ?? '';
  const filter = filterOf(new URLSearchParams({ body: slug }));
  const asked = roundFilterOf(new URLSearchParams({ body: slug }));
  const [body, { counts }, cases, rounds, stages, past] = await Promise.all([
    publicBody(world, slug, locale),
    countStandings(world, null, filter),
    listAppeals(world, viewer, { filter, limit: LATEST, locale }),
    listRounds(world, { filter: asked, limit: ROUNDS, locale }),
    countStages(world, asked),
    hasPastCases(world, slug),
  ]);
  if (!body) throw new Response(null, { status: 404 });
  const [follows] = await followedAmong(world, viewer, [{ what: 'body', value: body.id }]);
  const following = { signedIn: viewer !== null, follows: follows !== undefined };
  return {
    ...{ locale, following, body, counts, cases: cases.rows, rounds: rounds.rows, open: stages.open ?? 0, past },
    origin: world.origin,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.body.name ?? ''} — Kenes` },
  ...(data
    ? [
        ...feedMeta(data.locale, { what: 'body', value: data.body.slug }),
        { 'script:ld+json': bodyStructured(data.body, data) },
      ]
    : []),
];

const TONE = { overdue: 'danger', today: 'clock', near: 'plain', later: 'plain' } as const satisfies Record<
  Nearness,
  string
>;

export default function Body() {
  const { locale, following, body, counts, cases, rounds, open, past, origin } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.bodies;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/bodies`, label: say.title },
              ...body.above.map(({ slug, name }) => ({ href: `/${locale}/bodies/${slug}`, label: name })),
            ]}
          />
        }
        title={body.name}
        meta={
          <>
            <a href={`/${locale}/bodies/${body.slug}/scores`}>{t.scores.body.title}</a>
            <a href={`/${locale}/bodies/${body.slug}/moderation`}>{t.office.redaction.log}</a>
          </>
        }
        eyebrow={say.levels[body.level]}
        actions={
          <>
            {body.closed ? null : (
              <LinkButton href={`/${locale}/appeals/new?body=${body.slug}`} weight="primary" icon="plus">
                {say.file}
              </LinkButton>
            )}
            <FollowButton
              {...{ t, locale, ...following, about: body.name, what: 'body', value: body.id }}
              label={following.follows ? t.follows.bodyNoMore : t.follows.body}
              back={`/${locale}/bodies/${body.slug}`}
            />
          </>
        }
      />
      {body.closed ? <Alert tone="info">{say.closed}</Alert> : null}
      <Columns asideLabel={say.facts.title} aside={<Aside {...{ t, locale, body }} />}>
        <Section title={say.owes.title} lead={say.owes.lead}>
          <Grid min="xs">
            {NEARNESS.map((nearness) => (
              <Stat
                key={nearness}
                figure={number(locale, body.owes[nearness])}
                label={nearness === 'near' ? say.owes.near(NEAR) : say.owes[nearness]}
                tone={body.owes[nearness] > 0 ? TONE[nearness] : 'plain'}
              />
            ))}
          </Grid>
        </Section>
        <Rounds {...{ t, locale, body, rounds, open }} />
        <Section
          title={say.cases.title}
          action={<a href={listAddress(locale, { body: body.slug })}>{say.cases.all}</a>}
        >
          {cases.length > 0 ? (
            <AppealTable
              t={t}
              locale={locale}
              rows={cases}
              columns={['case', 'due', 'standing']}
              under="applicant"
              captionHidden
            />
          ) : (
            <p>{say.cases.none}</p>
          )}
        </Section>
        <Standings {...{ t, locale, body, counts }} />
        {past ? (
          <p>
            <a href={`/${locale}/bodies/${body.slug}/past`}>{t.past.title}</a>
          </p>
        ) : null}
        <p>
          <a href={`/${locale}/bodies/${body.slug}/trust`}>{t.trust.body.link}</a>
        </p>
        <FeedLinks {...{ t, locale, of: { what: 'body', value: body.slug } }} />
        <EmbedSnippet {...{ t, locale, origin, path: `bodies/${body.slug}`, name: body.name, height: 330 }} />
      </Columns>
    </>
  );
}

type Part = { t: Text; locale: Locale; body: BodyView };

/** Open rounds first, of the bodies under it too. */
function Rounds({ t, locale, body, rounds, open }: Part & { rounds: readonly RoundRow[]; open: number }) {
  const say = t.rounds.elsewhere;
  return (
    <Section
      id="rounds"
      title={say.ofBody}
      lead={
        open > 0 ? (
          <a href={roundsAddress(locale, { body: body.slug, stage: 'open' })}>{t.rounds.openNow(open)}</a>
        ) : undefined
      }
      action={rounds.length > 0 ? <a href={roundsAddress(locale, { body: body.slug })}>{say.allOfBody}</a> : undefined}
    >
      {rounds.length > 0 ? (
        <RoundTable
          {...{ t, locale, today: body.today, rows: rounds }}
          columns={['round', 'closes', 'stage', 'comments']}
          caption={say.ofBody}
        />
      ) : (
        <p>{say.noneOfBody}</p>
      )}
    </Section>
  );
}

function Standings({ t, locale, body, counts }: Part & { counts: StandingCounts }) {
  const say = t.bodies.standings;
  const bars = STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => ({
    id: standing,
    label: <a href={listAddress(locale, { body: body.slug, standing })}>{t.appeals.standing[standing]}</a>,
    value: counts[standing],
    text: t.bodies.count(counts[standing], COUNTED),
    tone:
      standing === 'overdue' ? ('danger' as const) : standing === 'due_today' ? ('clock' as const) : ('brand' as const),
  }));
  return bars.length > 0 ? <BarChart title={say.title} desc={say.lead} columns={say.columns} bars={bars} /> : null;
}

function Aside({ t, locale, body }: Part) {
  const say = t.bodies;
  const region = regionName(t, body.region);
  const above = body.above.at(-1);
  return (
    <>
      <Card title={say.facts.title} level={2}>
        <DefinitionList
          items={[
            { term: say.facts.level, value: say.levels[body.level] },
            ...(region ? [{ term: say.facts.region, value: region }] : []),
            { term: say.facts.address, value: body.address },
            {
              term: say.facts.workdayEnd,
              value: (
                <>
                  {body.workdayEnd}
                  <small className="case-line">{say.facts.workdayNote}</small>
                </>
              ),
            },
            ...(above
              ? [{ term: say.facts.above, value: <a href={`/${locale}/bodies/${above.slug}`}>{above.name}</a> }]
              : []),
          ]}
        />
      </Card>
      {body.councils.length > 0 ? (
        <Card title={say.councils} level={2}>
          <ul className="steps">
            {body.councils.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/${locale}/councils/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {body.below.length > 0 ? (
        <Card title={say.below} level={2}>
          <ul className="steps">
            {body.below.map(({ slug, name, open }) => (
              <li key={slug}>
                <a href={`/${locale}/bodies/${slug}`}>{name}</a>
                <small className="case-line">{open > 0 ? say.open(open) : say.none}</small>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
