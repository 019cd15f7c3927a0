// Appeals to a body from before Kenes: brought along as tables, not checked, in no figure. The page says so before it shows any.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '../../core/day';
import { pastAsked, pastCases, type PastCaseRow } from '../../queries/past-cases';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime, numericDay } from '../../text/format';
import { SearchBar } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination, Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const slug = args.params.slug ?? '';
  const asked = pastAsked(new URL(args.request.url).searchParams);
  const page = await pastCases(world, { slug, ...asked, locale });
  if (!page) throw new Response(null, { status: 404 });
  const texts = world.guide.inForceOn(dayOf(world.now())).texts[locale];
  const rows = page.rows.map(({ kind, ...row }) => ({ ...row, kind: kind && (texts[`kind.${kind}.name`] ?? kind) }));
  return { locale, slug, ...asked, ...page, rows };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const say = textFor(data?.locale ?? 'kk').past;
  return [
    { title: `${say.title} · ${data?.body ?? ''} — Kenes` },
    { name: 'description', content: say.notice.text },
    ...(data?.rows.length === 0 ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
};

export default function BodyPast() {
  const { locale, slug, body, q, after, rows, older } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.past;
  const home = `/${locale}/bodies/${slug}/past`;
  const address = (place: string | null) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(place && { after: place }) }).toString();
    return query ? `${home}?${query}` : home;
  };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/bodies/${slug}`, label: body }]} />}
        title={say.title}
      />
      <Stack>
        <Alert tone="warning" title={say.notice.title}>
          <p>{say.notice.text}</p>
          <p>
            {say.notice.ledger} <a href={`/${locale}/public-register`}>{t.register.title}</a>
          </p>
        </Alert>
        {rows.length > 0 || q ? (
          <SearchBar
            action={home}
            label={say.search.label}
            button={say.search.button}
            hint={say.search.hint}
            value={q}
          />
        ) : null}
        {rows.length > 0 ? (
          <Cases {...{ t, locale, rows }} />
        ) : (
          <EmptyState title={say.none.title}>{q ? say.none.asked : say.none.text}</EmptyState>
        )}
        {after || older ? (
          <Pagination
            label={say.pages.label}
            newer={after ? { href: address(null), label: say.pages.first } : undefined}
            older={older ? { href: address(older), label: say.pages.older } : undefined}
          />
        ) : null}
      </Stack>
    </>
  );
}

type Shown = Omit<PastCaseRow, 'kind'> & { kind: string | null };

function Cases({ t, locale, rows }: { t: Text; locale: Locale; rows: readonly Shown[] }) {
  const say = t.past;
  const organisation = ({ name, bin }: NonNullable<Shown['organisation']>) =>
    name ? say.organisation(name, bin) : say.unnamed(bin);
  const day = (one: string) => <time dateTime={one}>{numericDay(locale, one)}</time>;
  return (
    <Table
      caption={say.title}
      captionHidden
      columns={[
        { key: 'appeal', label: say.columns.appeal, width: 'wide' },
        { key: 'filed', label: say.columns.filed, width: 'fit' },
        { key: 'due', label: say.columns.due, width: 'fit' },
        { key: 'answered', label: say.columns.answered, width: 'fit' },
        { key: 'outcome', label: say.columns.outcome },
        { key: 'table', label: say.columns.table },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          appeal: (
            <>
              {row.subject}
              <small className="case-line">
                {[row.kind, say.number(row.number, row.register)].filter(Boolean).join(' · ')}
              </small>
              {row.organisation ? <small className="case-line">{organisation(row.organisation)}</small> : null}
            </>
          ),
          filed: day(row.filedDay),
          due: row.dueDay ? day(row.dueDay) : say.unknown,
          answered: day(row.answeredDay),
          outcome: say.outcomes[row.outcome],
          table: (
            <div>
              {row.table.fileName}
              <small className="case-line">{say.by(row.table.by, dayAndTime(locale, row.table.at))}</small>
            </div>
          ),
        },
      }))}
    />
  );
}
