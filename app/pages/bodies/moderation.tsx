// What was redacted in the cases of a body, and shown again: a log for everyone.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { caseModerationLog } from '../../queries/moderation';
import { publicBody } from '../../queries/public-bodies';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Pagination } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { ModerationTable } from '../moderation-table';
import { contextOf } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const slug = args.params.slug ?? '';
  const body = await publicBody(world, slug, locale);
  if (!body) throw new Response(null, { status: 404 });
  const after = /^\d{1,18}$/.exec(new URL(args.request.url).searchParams.get('after') ?? '')?.[0] ?? null;
  const log = await caseModerationLog(world, body.id, after, locale);
  return { locale, log, after, slug, name: body.name, title: t.office.redaction.log };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.name} — Kenes` : 'Kenes' },
];

export default function BodyModeration() {
  const { locale, log, after, slug, name, title } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.office.redaction;
  const home = `/${locale}/bodies/${slug}/moderation`;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/bodies/${slug}`, label: name }]} />}
        title={title}
        lead={say.logLead}
      />
      <Stack>
        {log.entries.length === 0 ? (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        ) : (
          <ModerationTable
            {...{ t, locale, title: say.case }}
            entries={log.entries}
            href={(number) => `/${locale}/appeals/${number}`}
          />
        )}
        {after || log.older ? (
          <Pagination
            label={t.moderation.log.pages}
            newer={after ? { href: home, label: t.comments.list.newer } : undefined}
            older={log.older ? { href: `${home}?after=${log.older}`, label: t.moderation.log.older } : undefined}
          />
        ) : null}
      </Stack>
    </>
  );
}
