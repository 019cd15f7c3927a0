// Responsiveness of one body in a published quarter, as everyone reads it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '../../core/permission';
import { bodyScores, scoreGuide } from '../../queries/scores';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { CopyField } from '../../ui/details';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { BodyFigures } from './body-view';
import { cutAsked } from './filter';
import { Files } from './parts';
import { periodName } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const scores = await bodyScores(world, args.params.slug ?? '', query.get('period'), locale);
  const guide = scoreGuide(world, locale);
  if (!scores || !guide) throw new Response(null, { status: 404 });
  return {
    locale,
    site: world.origin,
    guide,
    scores,
    cut: cutAsked(query),
    official: may(viewer, 'score.read_own', { bodyId: scores.body.id }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).scores.body.title} · ${data.scores.body.name} — Kenes` : 'Kenes' },
];

export default function BodyResponsiveness() {
  const { locale, site, guide, scores, cut, official } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores;
  const { body, next, origin, figures, withheld } = scores;
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
      actions={
        origin ? (
          <a href={`/${locale}/scores/compare?period=${origin.period}&body=${body.slug}`}>{say.compare.link}</a>
        ) : undefined
      }
    />
  );
  const soon = next ? (
    <p>
      {say.body.next(periodName(t, next.period), next.day)}{' '}
      {official ? <a href={`${path}/own`}>{say.own.link}</a> : null}
    </p>
  ) : null;
  if (!origin || !figures)
    return (
      <>
        {head}
        {soon}
        {withheld ? (
          <Alert tone="warning" title={say.withheld.title}>
            <p>{say.withheld.text}</p>
          </Alert>
        ) : (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        )}
      </>
    );
  return (
    <>
      {head}
      {soon}
      <BodyFigures t={t} locale={locale} guide={guide} scores={{ ...scores, origin, figures }} path={path} cut={cut} />
      <Section title={say.badge.title} lead={say.badge.lead} id="badge">
        <Stack>
          <img
            className="badge-picture"
            src={`${path}/badge.svg`}
            width="360"
            height="112"
            alt={say.badge.alt(body.name)}
          />
          <CopyField
            id="badge-html"
            label={say.badge.html}
            value={`<a href="${site}${path}"><img src="${site}${path}/badge.svg" width="360" height="112" alt="${say.badge.alt(body.name)}"></a>`}
            copy={say.badge.copy}
            copied={say.badge.copied}
          />
        </Stack>
      </Section>
      <Files
        t={t}
        locale={locale}
        path={`${path}/files`}
        period={origin.period}
        tables={['shares', 'curve', 'trend']}
      />
    </>
  );
}
