// Responsiveness of all bodies in a quarter: the country, and the league with what can't be told apart drawn. Read from snapshots.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ClockShare } from '../../core/score/clock';
import { clocksIn, inRegion, isCut, type Cut } from '../../core/score/cut';
import { periodAsked, scoreGuide, scoreOverview, scorePeriods } from '../../queries/scores';
import { textFor } from '../../text';
import { list, number } from '../../text/format';
import { BarChart } from '../../ui/figure';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { TrustBeside } from './association';
import { ChosenOfAll, Country, type OverviewPart } from './country';
import { Cuts } from './cuts';
import { cutAsked, cutQuery, Filter } from './filter';
import { Files, How, Periods } from './parts';
import { periodName, pointsText, shareText } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const periods = await scorePeriods(world, null);
  const query = new URL(args.request.url).searchParams;
  const period = periodAsked(query.get('period'), periods);
  const cut = cutAsked(query);
  const guide = scoreGuide(world, locale);
  const view = period && guide ? await scoreOverview(world, period, locale, cut.topic ? 'comments' : null) : null;
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
  const { country, regions } = view.overview;
  const path = `/${locale}/scores`;
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
      <Stack>
        <Periods {...part} periods={periods} current={origin.period} path={path} more={cutQuery(cut)} />
        <Filter
          {...part}
          words={guide.words}
          cut={cut}
          path={path}
          keep={{ period: origin.period }}
          choices={{
            kinds: country.byKind.map(({ kind }) => kind),
            topics: country.byTopic.map(({ topic }) => topic),
            regions: regions.map(({ region }) => region),
          }}
        />
      </Stack>
      {isCut(cut) ? (
        <ChosenOfAll {...part} view={view} guide={guide} cut={cut} />
      ) : (
        <Country {...part} view={view} guide={guide} />
      )}
      <Cuts {...part} view={view} cut={cut} />
      <League {...part} view={view} guide={guide} cut={cut} />
      {view.overview.association ? (
        <TrustBeside {...part} association={view.overview.association} bodies={view.names} />
      ) : null}
      <How {...part} origin={origin} guide={guide} />
      <Files
        {...part}
        path={`/${locale}/scores/files`}
        period={origin.period}
        tables={['league', 'regions', 'cuts', 'trust']}
        also={{ href: `/${locale}/open`, name: t.openPage.title }}
      />
    </>
  );
}

function League({
  t,
  locale,
  view: { rows: every, overview, withheld, origin },
  guide: { scoring },
  cut,
}: OverviewPart & { cut: Cut }) {
  const say = t.scores.league;
  const rows = every.filter(({ region }) => inRegion(region, cut));
  const href = (slug: string) => `/${locale}/bodies/${slug}/scores?period=${origin.period}`;
  const casesOf = (figures: (typeof rows)[number]['figures']) => {
    if (!cut.kind && !cut.topic) return figures.cases.all;
    const counts = Object.values(clocksIn(figures, cut)?.lawful.counts ?? {});
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const inShare = (clock: ClockShare | null | undefined) => (clock ? shareText(t, clock.share) : '—');
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
        {isCut(cut) ? <p>{t.scores.cuts.whole}</p> : null}
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
              cases: number(locale, casesOf(figures)),
              due: number(locale, isCut(cut) ? (clocksIn(figures, cut)?.lawful.share.n ?? 0) : placed.n),
              lawful: inShare(clocksIn(figures, cut)?.lawful),
              extended: inShare(clocksIn(figures, cut)?.extended),
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
