// Trust in one body and its trust in NGOs, for everyone.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '../../core/permission';
import { bodyNamed, bodyTrust, wavesOfBody } from '../../queries/trust-body';
import { trustWords } from '../../queries/trust-words';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { bodyTrustAddress } from './addresses';
import { BodyResults } from './body-parts';
import { itemIn } from './cut-tables';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const body = await bodyNamed(world, args.params.slug ?? '', locale);
  if (!body) throw new Response(null, { status: 404 });
  const search = new URL(args.request.url).searchParams;
  const waves = await wavesOfBody(world, body.id, locale);
  const wave = waves.find(({ number }) => number === search.get('wave')) ?? waves[0];
  const trust = wave
    ? await bodyTrust(world, { ...{ wave, bodyId: body.id, locale }, asked: (of, main) => itemIn(of, search, main) })
    : null;
  return {
    ...{ locale, body, waves, trust, words: trust && trustWords(trust.edition, locale) },
    mayReadOwn: may(viewer, 'trust.read_own', { bodyId: body.id }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? textFor(data.locale).trust.body.title(data.body.name) : ''} — Kenes` },
];

export default function BodyTrustPage() {
  const { locale, body, waves, trust, words, mayReadOwn } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.trust.body;
  const at = bodyTrustAddress(locale, body.slug);
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/bodies`, label: t.bodies.title },
              { href: `/${locale}/bodies/${body.slug}`, label: body.name },
            ]}
          />
        }
        title={say.title(body.name)}
        lead={say.lead}
        actions={mayReadOwn ? <a href={`${at}/own`}>{say.ownLink}</a> : undefined}
      />
      {trust && words ? (
        <BodyResults {...{ t, locale, words, trust, waves, at }} />
      ) : (
        <EmptyState title={say.none} action={<a href={`/${locale}/trust`}>{t.trust.title}</a>} />
      )}
    </>
  );
}
