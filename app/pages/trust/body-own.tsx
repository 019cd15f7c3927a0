// The same for the officials of the body alone, from the lower threshold on; marked so that nobody takes it for public.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bodyNamed, bodyTrust, wavesOfBody } from '../../queries/trust-body';
import { trustWords } from '../../queries/trust-words';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Alert } from '../../ui/notice';
import { EmptyState, Tag } from '../../ui/words';
import { contextOf, requireMay } from '../respond';
import { bodyTrustAddress } from './addresses';
import { BodyResults } from './body-parts';
import { itemIn } from './cut-tables';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const body = await bodyNamed(world, args.params.slug ?? '', locale);
  if (!body) throw new Response(null, { status: 404 });
  requireMay(args, 'trust.read_own', { bodyId: body.id });
  const search = new URL(args.request.url).searchParams;
  const waves = await wavesOfBody(world, body.id, locale);
  const wave = waves.find(({ number }) => number === search.get('wave')) ?? waves[0];
  const asked = {
    bodyId: body.id,
    locale,
    asked: (of: Parameters<typeof itemIn>[0], main: string | null) => itemIn(of, search, main),
  };
  const trust = wave ? await bodyTrust(world, { wave, ...asked }, { bodyId: body.id }) : null;
  return { locale, body, waves, trust, words: trust && trustWords(trust.edition, locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const say = textFor(data?.locale ?? 'kk').trust.body;
  return [{ title: `${say.own}: ${data?.body.name ?? ''} — Kenes` }, { name: 'robots', content: 'noindex' }];
};

export default function BodyOwnTrust() {
  const { locale, body, waves, trust, words } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.trust.body;
  const at = bodyTrustAddress(locale, body.slug);
  const publishing = trust?.edition.surveys?.publishing;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/bodies/${body.slug}`, label: body.name },
              { href: at, label: t.trust.title },
            ]}
          />
        }
        title={say.own}
        eyebrow={body.name}
        meta={<Tag tone="clock">{say.ownMark}</Tag>}
        actions={<a href={at}>{say.publicLink}</a>}
      />
      {publishing ? <Alert tone="warning">{say.ownLead(publishing.internal.n, publishing.public.n)}</Alert> : null}
      {trust && words ? (
        <BodyResults {...{ t, locale, words, trust, waves }} at={`${at}/own`} />
      ) : (
        <EmptyState title={say.none} />
      )}
    </>
  );
}
