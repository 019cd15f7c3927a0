// Administration: every public council, by body.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { allCouncils } from '../../queries/councils';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState, Tag } from '../../ui/words';
import { requireMay } from '../respond';
import { AdminCrumbs } from './crumbs';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = requireMay(args, 'council.manage', undefined);
  return { locale, title: t.councils.admin.title, councils: await allCouncils(world) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Councils() {
  const { locale, title, councils } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const words = t.councils.admin;
  return (
    <>
      <PageHead
        crumbs={<AdminCrumbs t={t} locale={locale} />}
        title={title}
        lead={words.lead}
        actions={
          <LinkButton weight="primary" icon="plus" href={`/${locale}/admin/councils/new`}>
            {words.add}
          </LinkButton>
        }
      />
      <Section title={words.all}>
        {councils.length === 0 ? (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        ) : (
          <Table
            caption={words.all}
            captionHidden
            density="dense"
            columns={[
              { key: 'council', label: words.council },
              { key: 'body', label: t.administration.body },
              { key: 'state', label: t.administration.state, width: 'fit' },
            ]}
            rows={councils.map(({ id, slug, names, body, closedAt }) => ({
              id,
              cells: {
                council: <a href={`/${locale}/admin/councils/${slug}`}>{names[locale]}</a>,
                body: body.names[locale],
                state: closedAt === null ? <Tag tone="good">{words.works}</Tag> : <Tag>{t.administration.closed}</Tag>,
              },
            }))}
          />
        )}
      </Section>
    </>
  );
}
