// The public list of appeals: search, filters, standings with their counts, pages both ways.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KINDS } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { STANDINGS } from '../../core/standing';
import { cursorOf, filterOf } from '../../queries/appeal-filter';
import { COUNTED, countStandings, listAppeals } from '../../queries/appeals';
import { bodyTree, flatten } from '../../queries/bodies';
import { bodiesOfOfficial } from '../../queries/desk';
import { textFor } from '../../text';
import { number } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Tabs } from '../../ui/details';
import { SearchBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Pagination } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { bodyOptions } from '../body-options';
import { listAddress } from '../list-address';
import { ListFilter } from './list-filter';
import { AppealTable } from '../appeal-table';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const filter = filterOf(query);
  const [page, { counts, atLeast }, tree] = await Promise.all([
    listAppeals(world, viewer, {
      filter,
      after: cursorOf(query.get('after')),
      before: cursorOf(query.get('before')),
      locale,
    }),
    countStandings(world, viewer, filter),
    bodyTree(world, locale),
  ]);
  const { texts } = world.guide.inForceOn(dayOf(world.now()));
  const kinds = KINDS.map((id) => ({ id, name: texts[locale][`kind.${id}.name`] ?? id }));
  const side = { mine: viewer !== null, ours: viewer !== null && bodiesOfOfficial(viewer).length > 0 };
  const bodies = bodyOptions({ tree, locale, value: ({ slug }) => slug });
  const body = filter.body ? flatten(tree).find(({ slug }) => slug === filter.body)?.names[locale] : undefined;
  return { locale, title: t.appeals.title, filter, page, counts, atLeast, bodies, body, kinds, side };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  ...(data ? [{ name: 'description', content: textFor(data.locale).appeals.lead }] : []),
];

export default function Appeals() {
  const { locale, filter, page, counts, atLeast, bodies, body, kinds, side } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.appeals;
  const asked = Object.values(filter).some(Boolean);
  const all = STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
  const count = (n: number) => (atLeast || n > COUNTED ? say.moreThan(Math.min(n, COUNTED)) : number(locale, n));
  const capped = atLeast || STANDINGS.some((standing) => counts[standing] > COUNTED);
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        actions={
          <LinkButton href={`/${locale}/appeals/new`} weight="primary" icon="plus">
            {say.file}
          </LinkButton>
        }
      />
      <Stack>
        <SearchBar
          action={`/${locale}/appeals`}
          label={say.search.label}
          button={say.search.button}
          hint={say.search.hint}
          value={filter.q}
          keep={Object.fromEntries(
            Object.entries(filter).map(([name, value]) => [name, name === 'q' || !value ? undefined : value]),
          )}
        />
        <ListFilter {...{ t, locale, filter, bodies, body, kinds, side }} />
        <Tabs
          label={say.byStanding}
          look="within"
          tabs={[
            {
              href: listAddress(locale, filter, { standing: null }),
              label: say.all,
              count: capped ? say.moreThan(all) : number(locale, all),
              current: !filter.standing,
            },
            ...STANDINGS.filter((standing) => counts[standing] > 0 || filter.standing === standing).map((standing) => ({
              href: listAddress(locale, filter, { standing }),
              label: say.standing[standing],
              count: count(counts[standing]),
              current: filter.standing === standing,
            })),
          ]}
        />
        {page.rows.length > 0 ? (
          <AppealTable
            t={t}
            locale={locale}
            rows={page.rows}
            columns={['case', 'body', 'received', 'due', 'standing']}
            under="applicant"
          />
        ) : (
          <EmptyState title={asked ? say.none.title : say.empty.title}>
            {asked ? say.none.text : say.empty.text}
          </EmptyState>
        )}
        {page.newer || page.older ? (
          <Pagination
            label={say.pages.label}
            newer={
              page.newer
                ? { href: listAddress(locale, filter, { before: page.newer }), label: say.pages.newer }
                : undefined
            }
            older={
              page.older
                ? { href: listAddress(locale, filter, { after: page.older }), label: say.pages.older }
                : undefined
            }
          />
        ) : null}
      </Stack>
    </>
  );
}
