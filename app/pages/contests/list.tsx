// What bodies contest of their own cases, the latest first.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CONTEST_STATUSES } from '../../core/contest';
import { contestList, isContestStatus, type ContestFilter } from '../../queries/contests';
import { textFor } from '../../text';
import { numericDay } from '../../text/format';
import { Select } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { StatusTag } from './status';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const status = query.get('status');
  const filter: ContestFilter = { body: query.get('body') ?? '', status: isContestStatus(status) ? status : null };
  return { locale, filter, found: await contestList(world, filter, query.get('after'), locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).contests.title} — Kenes` : 'Kenes' },
];

export default function Contests() {
  const { locale, filter, found } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.contests;
  const self = `/${locale}/contests`;
  const { body, status } = filter;
  const asked = new URLSearchParams([...(body ? [['body', body]] : []), ...(status ? [['status', status]] : [])]);
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Stack>
        {found.bodies.length > 0 ? (
          <FilterBar
            action={self}
            label={say.filter.label}
            apply={say.filter.apply}
            clear={body || status ? { href: self, label: say.filter.clear } : undefined}
          >
            <Select
              name="body"
              label={say.filter.body}
              empty={say.filter.anyBody}
              value={body}
              options={found.bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
            <Select
              name="status"
              label={say.filter.status}
              empty={say.filter.anyStatus}
              value={status ?? ''}
              options={CONTEST_STATUSES.map((one) => ({ value: one, label: say.status[one] }))}
            />
          </FilterBar>
        ) : null}
        {found.lines.length > 0 ? (
          <Table
            caption={say.title}
            captionHidden
            columns={[
              { key: 'contest', label: say.columns.contest, width: 'wide' },
              { key: 'body', label: say.columns.body },
              { key: 'claim', label: say.columns.claim },
              { key: 'made', label: say.columns.made },
              { key: 'status', label: say.columns.status },
            ]}
            rows={found.lines.map((line) => ({
              id: line.number,
              cells: {
                contest: (
                  <span className="term-words">
                    <a href={`${self}/${line.number}`}>{line.title ?? line.number}</a>
                    <small>{line.title === null ? say.closedCase : line.number}</small>
                  </span>
                ),
                body: <a href={`/${locale}/bodies/${line.slug}/scores`}>{line.body}</a>,
                claim: line.claimDay ? say.claimOn(line.claimName, line.claimDay) : line.claimName,
                made: numericDay(locale, line.madeDay),
                status: <StatusTag t={t} status={line.status} />,
              },
            }))}
          />
        ) : (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        )}
        {found.older ? (
          <Pagination
            label={say.pages.label}
            older={{
              href: `${self}?${new URLSearchParams([...asked, ['after', found.older]])}`,
              label: say.pages.next,
            }}
          />
        ) : null}
      </Stack>
    </>
  );
}
