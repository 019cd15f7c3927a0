// The public councils that work today, by the body that each advises.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCouncils } from '../../queries/councils';
import { textFor } from '../../text';
import { number } from '../../text/format';
import { PageHead } from '../../ui/head';
import { Table } from '../../ui/table';
import { EmptyState, Muted } from '../../ui/words';
import { contextOf } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  return { locale, title: t.councils.title, councils: await listCouncils(world, locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  ...(data ? [{ name: 'description', content: textFor(data.locale).councils.lead }] : []),
];

export default function Councils() {
  const { locale, title, councils } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.councils;
  return (
    <>
      <PageHead title={title} lead={say.lead} />
      {councils.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={title}
          captionHidden
          columns={[
            { key: 'council', label: say.columns.council, width: 'wide' },
            { key: 'body', label: say.columns.body },
            { key: 'chair', label: say.columns.chair },
            { key: 'members', label: say.columns.members, align: 'end', width: 'fit' },
          ]}
          rows={councils.map(({ slug, name, body, chair, members }) => ({
            id: slug,
            cells: {
              council: <a href={`/${locale}/councils/${slug}`}>{name}</a>,
              body: <a href={`/${locale}/bodies/${body.slug}`}>{body.name}</a>,
              chair: chair ?? <Muted>{say.noChair}</Muted>,
              members: number(locale, members),
            },
          }))}
        />
      )}
    </>
  );
}
