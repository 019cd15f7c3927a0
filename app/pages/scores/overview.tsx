// Responsiveness of all bodies in a quarter: the country, and the league with what can't be told apart drawn. Read from snapshots.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  periodAsked,
  scoreGuide,
  scoreOverview,
  scorePeriods,
  type OverviewView,
  type ScoreGuide,
} from '../../queries/scores';
import { textFor, type Locale, type Text } from '../../text';
import { list, number } from '../../text/format';
import { BarChart, Stat } from '../../ui/figure';
import { PageHead } from '../../ui/head';
import { Grid, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { TrustBeside } from './association';
import { Cuts } from './cuts';
import { ByKind, Curve, Files, How, Periods } from './parts';
import { bandText, countText, periodName, pointsText, quantileText, shareText, word } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const periods = await scorePeriods(world, null);
  const period = periodAsked(new URL(args.request.url).searchParams.get('period'), periods);
  const guide = scoreGuide(world, locale);
  const view = period && guide ? await scoreOverview(world, period, locale) : null;
  const query = new URL(args.request.url).searchParams;
  const cut = { kind: query.get('kind') ?? '', region: query.get('region') ?? '' };
  return { locale, title: t.scores.title, periods, cut, found: view && guide ? { view, guide } : null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  ...(data ? [{ name: 'description', content: textFor(data.locale).scores.lead }] : []),
];

export default function Scores() {
  const { locale, title, periods, cut, found } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores;
  if (!found)
    return (
      <>
        <PageHead title={title} lead={say.lead} />
        <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
      </>
    );
  const { view, guide } = found;
  const { origin } = view;
  const part = { t, locale };
  return (
    <>
      <PageHead
        title={title}
        eyebrow={periodName(t, origin.period)}
        lead={say.lead}
        meta={
          <>
            <p>{say.asOf(origin.reportDay)}</p>
            <a href={`/${locale}/contests`}>{t.contests.title}</a>
            <a href={`/${locale}/scores/audits`}>{say.audit.title}</a>
            <a href={`/${locale}/scores/restatements`}>{t.contests.restatements.title}</a>
          </>
        }
        actions={<a href={`/${locale}/scores/compare?period=${origin.period}`}>{say.compare.link}</a>}
      />
      <Periods {...part} periods={periods} current={origin.period} path={`/${locale}/scores`} />
      <Country {...part} view={view} guide={guide} />
      <Cuts {...part} view={view} guide={guide} cut={cut} />
      <League {...part} view={view} guide={guide} />
      {view.overview.association ? (
        <TrustBeside {...part} association={view.overview.association} bodies={view.names} />
      ) : null}
      <How {...part} origin={origin} guide={guide} />
      <Files
        {...part}
        path={`/${locale}/scores/files`}
        period={origin.period}
        tables={['league', 'regions', 'trust']}
      />
    </>
  );
}

type Part = { t: Text; locale: Locale; view: OverviewView; guide: ScoreGuide };

function Country({ t, locale, view, guide }: Part) {
  const say = t.scores.country;
  const { country } = view.overview;
  const { lawful, extended } = country.clocks;
  const { words, scoring } = guide;
  const median = quantileText(t, country.median);
  const figure = (clock: typeof lawful, measure: string) => (
    <Stat
      figure={clock.share.estimate === null ? '—' : number(locale, 100 * clock.share.estimate) + '\u00a0%'}
      label={word(words, `measure.${measure}.name`)}
      note={[shareText(t, clock.share), countText(t, clock.share), bandText({ t, locale, words }, clock.share, scoring)]
        .filter(Boolean)
        .join('. ')}
    />
  );
  return (
    <Section title={say.title} id="country">
      <Stack>
        <Grid min="s">
          <Stat figure={number(locale, country.cases)} label={say.cases(country.bodies)} />
          {figure(lawful, 'lawful_term')}
          {figure(extended, 'extended_term')}
          <Stat figure={median.figure} label={say.median} note={median.note} />
          <Stat
            figure={number(locale, country.overdue)}
            label={say.overdue}
            tone={country.overdue > 0 ? 'danger' : 'plain'}
          />
        </Grid>
        <Curve t={t} locale={locale} curve={country.curve} />
        <ByKind t={t} words={words} byKind={country.byKind} />
      </Stack>
    </Section>
  );
}

function League({ t, locale, view: { rows, overview, withheld, origin }, guide: { scoring } }: Part) {
  const say = t.scores.league;
  const href = (slug: string) => `/${locale}/bodies/${slug}/scores?period=${origin.period}`;
  const place = ({ place: at }: (typeof rows)[number]['placed']) =>
    at.rank === null
      ? say.notRanked
      : [say.place(at.rank, at.low, at.high), at.tied > 0 ? say.tied(at.tied) : null].filter(Boolean).join(', ');
  return (
    <Section title={say.title} lead={say.lead(scoring.minimum.n)} id="league">
      <Stack>
        {withheld.length > 0 ? (
          <Alert tone="warning">
            <p>
              {t.scores.withheld.list(
                list(
                  locale,
                  withheld.map(({ name }) => name),
                ),
              )}
            </p>
          </Alert>
        ) : null}
        {overview.league.ranked === 0 ? <p>{say.fewBodies}</p> : null}
        <BarChart
          title={say.title}
          desc={say.desc}
          columns={say.columns}
          max={100}
          bars={rows.map(({ slug, name, placed, figures }) => {
            const shown = placed.drawn ?? figures.composite.score;
            return {
              id: slug,
              label: <a href={href(slug)}>{name}</a>,
              value: shown.estimate,
              text: pointsText(t, shown.estimate === null ? shown : within(shown)),
              ...(shown.estimate !== null && { low: Math.max(0, shown.low), high: Math.min(100, shown.high) }),
              note: place(placed),
              tone: placed.place.rank === null ? ('muted' as const) : ('brand' as const),
            };
          })}
        />
        <Table
          caption={say.own}
          density="dense"
          columns={[
            { key: 'body', label: say.body },
            { key: 'cases', label: say.cases, align: 'end' },
            { key: 'due', label: say.due, align: 'end' },
            { key: 'lawful', label: t.scores.body.clocks.lawful, align: 'end' },
            { key: 'extended', label: t.scores.body.clocks.extended, align: 'end' },
            { key: 'place', label: say.columns.note, align: 'end' },
          ]}
          rows={rows.map(({ slug, name, placed, figures }) => ({
            id: slug,
            cells: {
              body: <a href={href(slug)}>{name}</a>,
              cases: number(locale, figures.cases.all),
              due: number(locale, placed.n),
              lawful: shareText(t, figures.clocks.lawful.share),
              extended: shareText(t, figures.clocks.extended.share),
              place: place(placed),
            },
          }))}
        />
      </Stack>
    </Section>
  );
}

/** A normal interval may reach beyond the ends of the scale; nobody has such a score. */
const within = <T extends { low: number; high: number }>(score: T): T => ({
  ...score,
  low: Math.max(0, score.low),
  high: Math.min(100, score.high),
});
