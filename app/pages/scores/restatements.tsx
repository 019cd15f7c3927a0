// What was restated of published figures: from what, to what, why, traced to the contest, the edition or the code.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { restatements, type Restatement } from '../../queries/restatements';
import { scoreGuide } from '../../queries/scores';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { Code, EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { aboutOf, changeName, valueText } from './restated';
import type { Words } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const body = query.get('body') ?? '';
  const found = await restatements(world, { slug: body, after: query.get('after') }, locale);
  return { locale, body, found, words: scoreGuide(world, locale)?.words ?? {} };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).contests.restatements.title} — Kenes` : 'Kenes' },
  ...(data
    ? [
        {
          tagName: 'link',
          rel: 'alternate',
          type: 'application/atom+xml',
          href: `/${data.locale}/scores/restatements.atom`,
        },
      ]
    : []),
];

export default function RestatementsPage() {
  const { locale, body, found, words } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.contests.restatements;
  const self = `/${locale}/scores/restatements`;
  const asked = body ? `body=${encodeURIComponent(body)}&` : '';
  const files = { csv: t.scores.files.csv(say.title), json: t.scores.files.json(say.title) };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/scores`, label: t.scores.title }]} />}
        title={say.title}
        lead={say.lead}
      />
      <Stack gap="l">
        {found.items.length === 0 ? <EmptyState title={say.none.title}>{say.none.text}</EmptyState> : null}
        {found.items.map((item) => (
          <One key={item.id} {...{ t, locale, words, item }} />
        ))}
        {found.older ? (
          <Pagination
            label={t.contests.pages.label}
            older={{ href: `${self}?${asked}after=${found.older}`, label: say.next }}
          />
        ) : null}
        <Section title={t.scores.files.title} id="data">
          <ul className="steps">
            {(['csv', 'json'] as const).map((form) => (
              <li key={form}>
                <a href={`${self}/restatements.${form}${body ? `?body=${encodeURIComponent(body)}` : ''}`}>
                  {files[form]}
                </a>
              </li>
            ))}
            <li>
              <a href={`${self}.atom`}>{say.feed}</a>
            </li>
          </ul>
        </Section>
      </Stack>
    </>
  );
}

function One({ t, locale, words, item }: { t: Text; locale: Locale; words: Words; item: Restatement }) {
  const say = t.contests.restatements;
  const { id, at, causes, changes, trace, names } = item;
  const { title, href } = aboutOf({ t, locale }, item);
  const short = (hash: string) => hash.slice(0, 12);
  return (
    <Section title={title} lead={say.at(dayAndTime(locale, at))} id={id}>
      <Stack>
        <p>
          <strong>{say.why}:</strong> {causes.map((cause) => say.cause[cause]).join('; ')}
        </p>
        <ul className="steps">
          {trace.contests.map((number) => (
            <li key={number}>
              <a href={`/${locale}/contests/${number}`}>{t.contests.about(number)}</a>
            </li>
          ))}
          {(trace.acts ?? []).map(({ seq, type, day, place, number }) => (
            <li key={seq}>
              {say.trace.act(seq, type, day)}{' '}
              {place && number ? <a href={`/${locale}/${place}/${number}`}>{number}</a> : null}
            </li>
          ))}
          {trace.edition ? <li>{say.trace.edition(...trace.edition)}</li> : null}
          {trace.method ? <li>{say.trace.method(...trace.method)}</li> : null}
          {trace.code ? <li>{say.trace.code(short(trace.code[0]), short(trace.code[1]))}</li> : null}
          <li>
            {say.trace.snapshots}: <Code>{item.before}</Code>, <Code>{item.snapshot}</Code>
          </li>
          <li>
            <a href={href}>{title}</a>
          </li>
        </ul>
        <Table
          caption={`${title}, ${dayAndTime(locale, at)}: ${say.summary(changes.length)}`}
          density="dense"
          columns={[
            { key: 'figure', label: say.figure, width: 'wide' },
            { key: 'from', label: say.from, align: 'end' },
            { key: 'to', label: say.to, align: 'end' },
          ]}
          rows={changes.map((change) => ({
            id: `${change.measure} ${change.of}`,
            cells: {
              figure: changeName({ t, words, names }, change),
              from: valueText(t, locale, change.measure, change.from),
              to: valueText(t, locale, change.measure, change.to),
            },
          }))}
        />
      </Stack>
    </Section>
  );
}
