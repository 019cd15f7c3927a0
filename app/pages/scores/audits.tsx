// Signs of brushing off and how good they are: the method, every quarter's sample, and what two people who judged it found.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { audits } from '../../queries/audits';
import { scoreGuide } from '../../queries/scores';
import { textFor } from '../../text';
import { number, percent } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { countText, periodName, shareText, word } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  return { locale, found: await audits(world), guide: scoreGuide(world, locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').scores.audit.title} — Kenes` },
];

export default function Audits() {
  const { locale, found, guide } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores.audit;
  const rule = guide?.scoring.brush_off;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/scores`, label: t.scores.title }]} />}
        title={say.title}
        lead={guide ? word(guide.words, 'measure.brush_off.text') : undefined}
      />
      {found.length === 0 ? (
        <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
      ) : (
        <Table
          caption={say.list}
          columns={[
            { key: 'period', label: t.scores.periods },
            { key: 'frame', label: say.flaggedOf, align: 'end' },
            { key: 'sample', label: say.sample, align: 'end' },
            { key: 'kappa', label: say.kappa, align: 'end' },
            { key: 'precision', label: say.precision, align: 'end' },
          ]}
          rows={found.map(({ period, frame, items, coded, figures }) => ({
            id: period,
            cells: {
              period: <a href={`/${locale}/scores/audits/${period}`}>{periodName(t, period)}</a>,
              frame: t.scores.ofN(frame.flagged, frame.flagged + frame.others),
              sample: number(locale, items),
              kappa: figures
                ? figures.kappa.estimate === null
                  ? t.scores.lack[figures.kappa.lack]
                  : number(locale, figures.kappa.estimate, 2)
                : say.progress(Math.min(coded[0] ?? 0, coded[1] ?? 0), items),
              precision: figures ? `${shareText(t, figures.precision)}, ${countText(t, figures.precision)}` : say.later,
            },
          }))}
        />
      )}
      {rule ? (
        <Section title={say.method.title} id="method">
          <Stack>
            <ul className="steps">
              <li>{say.method.same(percent(locale, rule.same_answer), percent(locale, rule.different_question))}</li>
              <li>{say.method.points(number(locale, rule.points), percent(locale, rule.addressed))}</li>
              <li>{say.method.sample(rule.sample.flagged, rule.sample.others)}</li>
              <li>{say.method.alone}</li>
              <li>{say.method.counted}</li>
              <li>{say.method.private}</li>
            </ul>
          </Stack>
        </Section>
      ) : null}
    </>
  );
}
