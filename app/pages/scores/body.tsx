// Responsiveness of one body in a quarter: both clocks, when in the term it decides, how long until an answer, what is overdue, what the
// score is made of, and how all of it was reckoned. Every count leads to its cases.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bodyScores, scoreGuide } from '../../queries/scores';
import { textFor } from '../../text';
import { number } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Alert } from '../../ui/notice';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { Backlog, Clocks, Drivers, Spread, Time } from './body-clocks';
import { AfterHours, Consulting, Duties, LastDay, Promised, Rates } from './body-rates';
import { Files, How, Periods } from './parts';
import { periodName, word } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const asked = new URL(args.request.url).searchParams.get('period');
  const scores = await bodyScores(world, args.params.slug ?? '', asked, locale);
  const guide = scoreGuide(world, locale);
  if (!scores || !guide) throw new Response(null, { status: 404 });
  return { locale, guide, scores };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).scores.body.title} · ${data.scores.body.name} — Kenes` : 'Kenes' },
];

export default function BodyResponsiveness() {
  const { locale, guide, scores } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores;
  const { body, periods, origin, figures, withheld } = scores;
  const path = `/${locale}/bodies/${body.slug}/scores`;
  const head = (
    <PageHead
      crumbs={
        <Breadcrumbs
          label={t.frame.crumbs}
          items={[
            { href: `/${locale}/scores`, label: say.title },
            { href: `/${locale}/bodies/${body.slug}`, label: body.name },
          ]}
        />
      }
      eyebrow={origin ? `${body.name}, ${periodName(t, origin.period)}` : body.name}
      title={say.body.title}
      lead={say.lead}
      meta={origin ? <p>{say.asOf(origin.reportDay)}</p> : undefined}
    />
  );
  if (!origin || !figures)
    return (
      <>
        {head}
        {withheld ? (
          <Alert tone="warning" title={say.withheld.title}>
            <p>{say.withheld.text}</p>
          </Alert>
        ) : (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        )}
      </>
    );
  const part = { t, locale, figures, guide, cases: `${path}/cases?period=${origin.period}` };
  const { counts } = figures.clocks.lawful;
  const left = [
    ...(['not_due', 'withdrawn', 'redirected'] as const).map((as) => [as, counts[as]] as const),
    ['not_begun', figures.cases.notBegun] as const,
  ].map(([as, count]) => {
    const [name, text] = [word(guide.words, `exclusion.${as}.name`), word(guide.words, `exclusion.${as}.text`)];
    return `${name}: ${number(locale, count)}. ${text}`;
  });
  return (
    <>
      {head}
      <Periods t={t} locale={locale} periods={periods} current={origin.period} path={path} />
      <Clocks {...part} />
      <Drivers {...part} />
      <Spread {...part} />
      <Time {...part} />
      <Backlog {...part} />
      <Rates {...part} />
      <Duties {...part} />
      <Consulting {...part} />
      <Promised {...part} />
      <LastDay {...part} />
      <AfterHours {...part} />
      <How t={t} locale={locale} origin={origin} guide={guide} left={left} />
      <Files t={t} locale={locale} path={`${path}/files`} period={origin.period} tables={['shares', 'curve']} />
    </>
  );
}
