// Two bodies or more beside each other in a quarter: the same figures with their intervals, and whether two can be told apart at all.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RATES } from '../../core/score/rates';
import { newcombe } from '../../core/statistics/newcombe';
import { bodiesBeside, periodAsked, scoreGuide, scorePeriods, type Beside } from '../../queries/scores';
import { textFor } from '../../text';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes } from '../../ui/choice';
import { BarChart, barOf } from '../../ui/figure';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { Periods } from './parts';
import { countText, periodName, pointsText, quantileText, shareText, word, type Words } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const periods = await scorePeriods(world, null);
  const period = periodAsked(query.get('period'), periods);
  const guide = scoreGuide(world, locale);
  const bodies = period ? await bodiesBeside(world, period, locale) : [];
  const asked = bodies.filter(({ slug }) => query.getAll('body').includes(slug));
  return {
    locale,
    periods,
    period,
    bodies: bodies.map(({ slug, name }) => ({ slug, name })),
    asked,
    words: guide?.words ?? {},
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).scores.compare.title} — Kenes` : 'Kenes' },
];

export default function CompareScores() {
  const { locale, periods, period, bodies, asked, words } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores.compare;
  const path = `/${locale}/scores/compare`;
  const chosen = asked.map(({ slug }) => `&body=${slug}`).join('');
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
          <form method="get" action={path}>
            <Stack>
              <input type="hidden" name="period" value={period} />
              <Checkboxes
                name="body"
                legend={say.bodies}
                options={bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
                values={asked.map(({ slug }) => slug)}
              />
              <SubmitButton>{say.button}</SubmitButton>
            </Stack>
          </form>
          {asked.length >= 2 ? <SideBySide t={t} locale={locale} asked={asked} words={words} /> : <p>{say.choose}</p>}
        </Stack>
      ) : (
        <EmptyState title={t.scores.none.title}>{t.scores.none.text}</EmptyState>
      )}
    </>
  );
}

function SideBySide({ t, locale, asked, words }: { t: Text; locale: Locale; asked: readonly Beside[]; words: Words }) {
  const say = t.scores.compare;
  const row = (id: string, name: string, of: (one: Beside) => string) => ({
    id,
    cells: { measure: name, ...Object.fromEntries(asked.map((one) => [one.slug, of(one)])) } as Record<string, string>,
  });
  const measure = (id: string) => word(words, `measure.${id}.name`);
  return (
    <Section title={say.beside} id="beside">
      <Stack>
        <BarChart
          title={measure('lawful_term')}
          desc={t.scores.body.clocks.desc}
          columns={{ ...t.scores.body.clocks.columns, label: t.scores.league.body }}
          max={1}
          bars={asked.map(({ slug, name, figures: { clocks } }) => ({
            id: slug,
            label: <a href={`/${locale}/bodies/${slug}/scores`}>{name}</a>,
            ...barOf(clocks.lawful.share),
            text: shareText(t, clocks.lawful.share),
            note: countText(t, clocks.lawful.share),
          }))}
        />
        <Apart t={t} asked={asked} />
        <Table
          caption={say.beside}
          captionHidden
          density="dense"
          columns={[
            { key: 'measure', label: t.scores.body.rates.measure },
            ...asked.map(({ slug, name }) => ({ key: slug, label: name, align: 'end' as const })),
          ]}
          rows={[
            row('score', measure('composite'), ({ figures }) => pointsText(t, figures.composite.score)),
            row('lawful', measure('lawful_term'), ({ figures }) => shareText(t, figures.clocks.lawful.share)),
            row('extended', measure('extended_term'), ({ figures }) => shareText(t, figures.clocks.extended.share)),
            row('time', t.scores.body.time.median, ({ figures }) => {
              const { figure, note } = quantileText(t, figures.time.quartiles.median);
              return [figure, note].filter(Boolean).join('. ');
            }),
            row('backlog', measure('backlog'), ({ figures }) => String(figures.backlog.overdue)),
            ...RATES.map((id) =>
              row(id, id === 'returned' ? t.scores.body.returned.name : measure(id), ({ figures }) =>
                shareText(t, figures.rates[id]),
              ),
            ),
            row('satisfied', measure('satisfied'), ({ figures }) => shareText(t, figures.satisfied.share)),
            row('comments', measure('comments'), ({ figures }) => shareText(t, figures.comments.clock.share)),
            row('cases', t.scores.league.cases, ({ figures }) => String(figures.cases.all)),
          ]}
        />
      </Stack>
    </Section>
  );
}

/** Whether each pair differs by more than chance on the original term: the interval of the difference says it. */
function Apart({ t, asked }: { t: Text; asked: readonly Beside[] }) {
  const say = t.scores.compare;
  const pairs = asked.flatMap((one, index) => asked.slice(index + 1).map((other) => [one, other] as const));
  return (
    <ul className="steps">
      {pairs.map(([one, other]) => {
        const [a, b] = [one.figures.clocks.lawful.share, other.figures.clocks.lawful.share];
        const found = a.estimate === null || b.estimate === null ? null : newcombe(a, b);
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
