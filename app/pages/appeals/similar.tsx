// Similar earlier cases of one case, with their answers.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { caseFacts } from '../../queries/case-facts';
import { similarCases } from '../../queries/similar-cases';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { SimilarList } from './similar-list';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const facts = await caseFacts(world, viewer, args.params.number ?? '');
  if (!facts) throw new Response(null, { status: 404 });
  const { number, subject, text } = facts.appeal;
  return {
    ...{ locale, number, title: t.search.similar.title },
    cases: await similarCases(world, viewer, { subject, text, locale, except: number }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} · ${data?.number ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Similar() {
  const { locale, number, title, cases } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  return (
    <Narrow>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/appeals`, label: t.appeals.title },
              { href: `/${locale}/appeals/${number}`, label: t.case.number(number) },
            ]}
          />
        }
        title={title}
        lead={t.search.similar.onCase}
      />
      {cases.length > 0 ? (
        <SimilarList t={t} locale={locale} cases={cases} level={2} />
      ) : (
        <EmptyState title={t.search.none.title}>
          <a href={`/${locale}/search`}>{t.search.title}</a>
        </EmptyState>
      )}
    </Narrow>
  );
}
