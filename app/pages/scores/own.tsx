// A body's figures for its own officials: every quarter, also before the day from which it is everybody's, with every case behind them.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bodyScores, publicationDay, scoreGuide } from '../../queries/scores';
import { bodyNamed } from '../../queries/trust-body';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Alert } from '../../ui/notice';
import { EmptyState, Tag } from '../../ui/words';
import { contextOf, requireMay } from '../respond';
import { BodyFigures } from './body-view';
import { cutAsked } from './filter';
import { periodName } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const body = await bodyNamed(world, args.params.slug ?? '', locale);
  if (!body) throw new Response(null, { status: 404 });
  requireMay(args, 'score.read_own', { bodyId: body.id });
  const query = new URL(args.request.url).searchParams;
  const scores = await bodyScores(world, body.slug, query.get('period'), locale, 'body');
  const guide = scoreGuide(world, locale);
  if (!scores || !guide) throw new Response(null, { status: 404 });
  const { origin, next } = scores;
  const day = origin && next && origin.period >= next.period ? publicationDay(world, origin.period) : null;
  return { locale, guide, scores, day, cut: cutAsked(query) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).scores.own.title} · ${data.scores.body.name} — Kenes` : 'Kenes' },
  { name: 'robots', content: 'noindex' },
];

export default function OwnResponsiveness() {
  const { locale, guide, scores, day, cut } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores;
  const { body, origin, figures, withheld } = scores;
  const path = `/${locale}/bodies/${body.slug}/scores`;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/bodies/${body.slug}`, label: body.name },
              { href: path, label: say.body.title },
            ]}
          />
        }
        eyebrow={origin ? `${body.name}, ${periodName(t, origin.period)}` : body.name}
        title={say.own.title}
        lead={say.own.lead}
        meta={
          <>
            <Tag tone="clock">{say.own.mark}</Tag>
            {origin ? <p>{say.asOf(origin.reportDay)}</p> : null}
          </>
        }
        actions={<a href={path}>{say.own.everyone}</a>}
      />
      {day ? <Alert tone="warning">{say.own.until(day)}</Alert> : null}
      {withheld ? (
        <Alert tone="warning" title={say.withheld.title}>
          <p>{say.withheld.text}</p>
        </Alert>
      ) : null}
      {origin && figures ? (
        <BodyFigures {...{ t, locale, guide, cut }} scores={{ ...scores, origin, figures }} path={`${path}/own`} />
      ) : withheld ? null : (
        <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
      )}
    </>
  );
}
