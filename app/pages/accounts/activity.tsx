// What an organisation did in a period, on one page for its board: appeals, contributions to rounds, promises it was given; also as a file.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '../../core/day';
import { activityOf } from '../../queries/activity';
import { identitiesOf } from '../../queries/filing';
import { textFor } from '../../text';
import { dayRange, numericDay } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Field, Select } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Row, Section, Stack } from '../../ui/layout';
import { Table, type Column, type TableRow } from '../../ui/table';
import { DefinitionList, EmptyState } from '../../ui/words';
import { requireViewer } from '../respond';
import { activityAsked, askedQuery } from './activity-asked';
import { answerOf, becameOf, countsOf, promiseOf } from './activity-paper';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const identities = await identitiesOf(world, viewer);
  const asked = activityAsked(args.request.url, dayOf(world.now()), identities);
  const activity = await activityOf(world, viewer, asked, locale);
  if (!activity) throw new Response(null, { status: 404 });
  return { locale, title: t.activity.title, identities, self: viewer.name, asked, activity };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

type ListedProps<K extends string> = {
  id: string;
  title: string;
  columns: readonly Column<K>[];
  rows: readonly TableRow<K>[];
};

/** One kind of what was done, as a section of its own; nothing where there is none of it. */
const Listed = <K extends string>({ id, title, columns, rows }: ListedProps<K>) =>
  rows.length > 0 ? (
    <Section title={title} id={id}>
      <Table caption={title} captionHidden columns={columns} rows={rows} />
    </Section>
  ) : null;

export default function ActivityReport() {
  const { locale, title, identities, self, asked, activity } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.activity;
  const { name, from, to, appeals, comments, promises } = activity;
  const file = (form: string) => `/${locale}/report/report.${form}?${askedQuery(asked)}`;
  const day = (on: string) => <time dateTime={on}>{numericDay(locale, on)}</time>;
  const nothing = appeals.length + comments.length === 0;
  return (
    <>
      <PageHead
        title={title}
        lead={`${name}. ${dayRange(locale, from, to)}`}
        actions={
          <Row>
            <LinkButton href={file('pdf')}>PDF</LinkButton>
            <LinkButton href={file('docx')}>DOCX</LinkButton>
            <LinkButton href={file('csv')}>CSV</LinkButton>
          </Row>
        }
      />
      <Stack gap="l">
        <FilterBar action={`/${locale}/report`} label={say.choose} apply={say.show}>
          <Select
            name="organisation"
            label={say.who}
            value={asked.organisationId}
            options={[
              ...identities.map((one) => ({ value: one.organisationId, label: one.name })),
              { value: '', label: t.filing.identity.self(self) },
            ]}
          />
          <Field name="from" type="date" width="s" label={say.from} value={from} />
          <Field name="to" type="date" width="s" label={say.to} value={to} />
        </FilterBar>
        <DefinitionList
          layout="pairs"
          items={countsOf(t, locale, activity).map(([term, value]) => ({ term, value }))}
        />
        {nothing ? <EmptyState title={say.nothing}>{say.nothingText}</EmptyState> : null}
        <Listed
          id="appeals"
          title={say.appeals}
          columns={[
            { key: 'what', label: say.columns.what, width: 'wide' },
            { key: 'body', label: say.columns.body },
            { key: 'due', label: say.columns.due },
            { key: 'became', label: say.columns.became },
          ]}
          rows={appeals.map((one) => ({
            id: one.number,
            cells: {
              what: (
                <>
                  <a href={`/${locale}/appeals/${one.number}`} lang={one.language}>
                    {one.subject}
                  </a>
                  <small className="case-line">{`${t.case.number(one.number)} · ${one.kindName}`}</small>
                </>
              ),
              body: one.body,
              due: day(one.dueDay),
              became: becameOf(t, one),
            },
          }))}
        />
        <Listed
          id="comments"
          title={say.comments}
          columns={[
            { key: 'number', label: say.columns.number, width: 'fit' },
            { key: 'round', label: say.columns.round, width: 'wide' },
            { key: 'day', label: say.columns.day },
            { key: 'answer', label: say.columns.answer },
          ]}
          rows={comments.map((one) => ({
            id: one.number,
            cells: {
              number: <a href={`/${locale}/comments/${one.number}`}>{one.number}</a>,
              round: (
                <a href={`/${locale}/rounds/${one.round}`} lang={one.roundLanguage}>
                  {one.roundTitle}
                </a>
              ),
              day: day(one.receivedDay),
              answer: answerOf(t, one),
            },
          }))}
        />
        <Listed
          id="promises"
          title={say.promises}
          columns={[
            { key: 'what', label: say.columns.what, width: 'wide' },
            { key: 'due', label: say.columns.due },
            { key: 'became', label: say.columns.became },
          ]}
          rows={promises.map((one, index) => ({
            id: `${one.number}-${index}`,
            cells: {
              what: (
                <>
                  <span lang={one.language}>{one.text}</span>
                  <small className="case-line">
                    <a href={`/${locale}/appeals/${one.number}#promises`}>{t.case.number(one.number)}</a>
                  </small>
                </>
              ),
              due: day(one.day),
              became: promiseOf(t, one),
            },
          }))}
        />
        <p>{say.source}</p>
      </Stack>
    </>
  );
}
