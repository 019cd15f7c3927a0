// Two bodies or more beside each other in a quarter: the same figures with their intervals, and whether two can be told apart at all.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KINDS } from '../../../guide/schema';
import { clocksOfBody, inRegion, isCut, type Cut } from '../../core/score/cut';
import type { Figures } from '../../core/score/figures';
import { RATES } from '../../core/score/rates';
import { newcombe } from '../../core/statistics/newcombe';
import { bodiesBeside, periodAsked, scoreGuide, scorePeriods, type Beside } from '../../queries/scores';
import { textFor } from '../../text';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes } from '../../ui/choice';
import { BarChart, barOf } from '../../ui/figure';
import { Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { cutAsked, cutName, cutQuery, Filter } from './filter';
import { Periods } from './parts';
import { countText, periodName, pointsText, quantileText, shareText, word, type Words } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const periods = await scorePeriods(world, null);
  const period = periodAsked(query.get('period'), periods);
  const guide = scoreGuide(world, locale);
  const bodies = period ? await bodiesBeside(world, period, locale) : [];
  const cut = cutAsked(query);
  const asked = bodies.filter(({ slug }) => query.getAll('body').includes(slug));
  const of = <T,>(list: readonly T[]): T[] => [...new Set(list)];
  return {
    locale,
    periods,
    period,
    cut,
    choices: {
      kinds: KINDS.filter((kind) => bodies.some(({ figures }) => figures.byKind.some((row) => row.kind === kind))),
      topics: of(bodies.flatMap(({ figures }) => figures.comments.byTopic.map(({ topic }) => topic))),
      regions: of(bodies.map(({ region }) => region)),
    },
    bodies: bodies
      .filter(({ region, slug }) => inRegion(region, cut) || asked.some((one) => one.slug === slug))
      .map(({ slug, name }) => ({ slug, name })),
    asked,
    words: guide?.words ?? {},
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).scores.compare.title} — Kenes` : 'Kenes' },
];

export default function CompareScores() {
  const { locale, periods, period, bodies, asked, words, cut, choices } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores.compare;
  const path = `/${locale}/scores/compare`;
  const chosen = asked.map(({ slug }) => `&body=${slug}`).join('') + cutQuery(cut);
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/scores`, label: t.scores.title }]} />}
        eyebrow={period ? periodName(t, period) : undefined}
        title={say.title}
        lead={say.lead}
      />
      {period ? (
        <Stack>
          <Periods t={t} locale={locale} periods={periods} current={period} path={path} more={chosen} />
          <Filter
            {...{ t, locale, words, choices, cut, path }}
            keep={{ period, body: asked.map(({ slug }) => slug) }}
          />
          <form method="get" action={path}>
            <Stack>
              <Hidden
                values={{
                  period,
                  kind: cut.kind || undefined,
                  topic: cut.topic || undefined,
                  region: cut.region || undefined,
                }}
              />
              <Checkboxes
                name="body"
                legend={say.bodies}
                options={bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
                values={asked.map(({ slug }) => slug)}
              />
              <SubmitButton>{say.button}</SubmitButton>
            </Stack>
          </form>
          {asked.length >= 2 ? <SideBySide {...{ t, locale, asked, words, cut }} /> : <p>{say.choose}</p>}
        </Stack>
      ) : (
        <EmptyState title={t.scores.none.title}>{t.scores.none.text}</EmptyState>
      )}
    </>
  );
}

type Shown = { t: Text; locale: Locale; asked: readonly Beside[]; words: Words; cut: Cut };

function SideBySide({ t, locale, asked, words, cut }: Shown) {
  const say = t.scores.compare;
  const name = measureName(words, cut);
  return (
    <Section title={say.beside} lead={isCut(cut) ? cutName({ t, locale, words }, cut) : undefined} id="beside">
      <Stack>
        <BarChart
          title={name('lawful_term')}
          desc={t.scores.body.clocks.desc}
          columns={{ ...t.scores.body.clocks.columns, label: t.scores.league.body }}
          max={1}
          bars={asked.flatMap((one) => {
            const share = clocksOfBody(one.figures, cut)?.lawful.share;
            if (!share) return [];
            const label = <a href={`/${locale}/bodies/${one.slug}/scores`}>{one.name}</a>;
            return [{ id: one.slug, label, ...barOf(share), text: shareText(t, share), note: countText(t, share) }];
          })}
        />
        <Apart t={t} asked={asked} cut={cut} />
        <Table
          caption={say.beside}
          captionHidden
          density="dense"
          columns={[
            { key: 'measure', label: t.scores.body.rates.measure },
            ...asked.map((one) => ({ key: one.slug, label: one.name, align: 'end' as const })),
          ]}
          rows={rowsOf({ t, words, cut }).map(({ id, name: measure, of }) => ({
            id,
            cells: { measure, ...Object.fromEntries(asked.map((one) => [one.slug, of(one)])) } as Record<
              string,
              string
            >,
          }))}
        />
      </Stack>
    </Section>
  );
}

const measureName =
  (words: Words, { topic }: Cut) =>
  (id: string): string =>
    word(words, `measure.${topic && id === 'lawful_term' ? 'comments' : id}.name`);

type Row = { id: string; name: string; of: (one: Beside) => string };

/** What is put side by side: of one kind what is known by kind, of a field its comments, else everything. */
function rowsOf({ t, words, cut }: Pick<Shown, 't' | 'words' | 'cut'>): Row[] {
  const measure = measureName(words, cut);
  const nothing = t.scores.notEstimable;
  const share = (id: 'lawful' | 'extended'): Row => ({
    ...{ id, name: measure(`${id}_term`) },
    of: (one) => {
      const clock = clocksOfBody(one.figures, cut)?.[id];
      return clock ? `${shareText(t, clock.share)}, ${countText(t, clock.share)}` : nothing;
    },
  });
  const median = (of: (one: Beside) => Figures['time']['quartiles']['median'] | undefined): Row => ({
    ...{ id: 'time', name: t.scores.body.time.median },
    of: (one) => {
      const found = of(one);
      if (!found) return nothing;
      const { figure, note } = quantileText(t, found);
      return [figure, note].filter(Boolean).join('. ');
    },
  });
  if (cut.topic) return [share('lawful')];
  const cases = t.scores.league.cases;
  if (cut.kind) {
    const rowOf = ({ figures }: Beside) => figures.byKind.find(({ kind }) => kind === cut.kind);
    return [
      share('lawful'),
      share('extended'),
      median((one) => rowOf(one)?.median),
      { id: 'backlog', name: measure('backlog'), of: (one) => String(rowOf(one)?.overdue ?? 0) },
      { id: 'cases', name: cases, of: (one) => String(rowOf(one)?.cases ?? 0) },
    ];
  }
  return [
    { id: 'score', name: measure('composite'), of: ({ figures }) => pointsText(t, figures.composite.score) },
    share('lawful'),
    share('extended'),
    median(({ figures }) => figures.time.quartiles.median),
    { id: 'backlog', name: measure('backlog'), of: ({ figures }) => String(figures.backlog.overdue) },
    ...RATES.map((id): Row => ({
      ...{ id, name: id === 'returned' ? t.scores.body.returned.name : measure(id) },
      of: ({ figures }) => shareText(t, figures.rates[id]),
    })),
    { id: 'satisfied', name: measure('satisfied'), of: ({ figures }) => shareText(t, figures.satisfied.share) },
    { id: 'comments', name: measure('comments'), of: ({ figures }) => shareText(t, figures.comments.clock.share) },
    { id: 'cases', name: cases, of: ({ figures }) => String(figures.cases.all) },
  ];
}

/** Whether each pair differs by more than chance on the original term: the interval of the difference says it. */
function Apart({ t, asked, cut }: { t: Text; asked: readonly Beside[]; cut: Cut }) {
  const say = t.scores.compare;
  const pairs = asked.flatMap((one, index) => asked.slice(index + 1).map((other) => [one, other] as const));
  return (
    <ul className="steps">
      {pairs.map(([one, other]) => {
        const [a, b] = [clocksOfBody(one.figures, cut)?.lawful.share, clocksOfBody(other.figures, cut)?.lawful.share];
        const found = !a || !b || a.estimate === null || b.estimate === null ? null : newcombe(a, b);
        return (
          <li key={`${one.slug} ${other.slug}`}>
            <strong>{say.pair(one.name, other.name)}</strong>{' '}
            {found === null || found.estimate === null
              ? say.unknown
              : found.low > 0 || found.high < 0
                ? say.differ(found.estimate, found.low, found.high)
                : say.alike(found.estimate, found.low, found.high)}
          </li>
        );
      })}
    </ul>
  );
}
