// The open data for people: what the files are, how often they come, how anybody checks the figures with them, and under which licence.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openDataView, openLicence, type OpenTable } from '../../queries/open-data';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime, fileSize, number } from '../../text/format';
import { CopyField, Details } from '../../ui/details';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Code, EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { openStructured } from './open-structured';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  return { locale, site: world.origin, view: await openDataView(world, locale), licence: openLicence };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).openPage.title} — Kenes` : 'Kenes' },
  ...(data ? [{ name: 'description', content: textFor(data.locale).openData.lead }] : []),
  ...(data?.view ? [{ 'script:ld+json': openStructured(data.view, { origin: data.site, locale: data.locale }) }] : []),
];

export default function OpenData() {
  const { locale, site, view, licence } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.openPage;
  const command = `npm run recompute -- --dump ${site}/open`;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/scores`, label: t.scores.title }]} />}
        title={say.title}
        lead={t.openData.lead}
        meta={view ? <p>{say.made(dayAndTime(locale, view.createdAt))}</p> : undefined}
        actions={view ? <a href="/open/datapackage.json">{say.descriptor}</a> : undefined}
      />
      <Stack gap="l">
        {view ? (
          <Section title={say.files.title} lead={say.files.lead} id="files">
            <Stack>
              <Files {...{ t, locale, tables: view.tables }} />
              {view.tables.map((table) => (
                <Columns key={table.name} t={t} table={table} />
              ))}
            </Stack>
          </Section>
        ) : (
          <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
        )}
        <Section title={t.api.title} id="api">
          <p>
            {t.api.lead} <a href={`/${locale}/api`}>{t.api.link}</a>
          </p>
        </Section>
        <Section title={say.often.title} id="often">
          <p>{say.often.text}</p>
        </Section>
        <Section title={say.check.title} lead={say.check.lead} id="check">
          <Stack>
            <CopyField
              id="check-command"
              label={say.check.command}
              value={command}
              copy={say.check.copy}
              copied={say.check.copied}
            />
            <ul className="steps">
              <li>{say.check.hashes}</li>
              <li>{say.check.withheld}</li>
            </ul>
          </Stack>
        </Section>
        <Section title={say.licence.title} id="licence">
          <p>
            {say.licence.text} <a href={licence.path}>{licence.title}</a>
          </p>
          <p>
            <a href={`/${locale}/security`}>{t.security.promises.title}</a>
          </p>
        </Section>
      </Stack>
    </>
  );
}

function Files({ t, locale, tables }: { t: Text; locale: Locale; tables: readonly OpenTable[] }) {
  const say = t.openPage.files;
  return (
    <Table
      caption={say.title}
      captionHidden
      density="dense"
      columns={[
        { key: 'table', label: say.table, width: 'wide' },
        { key: 'rows', label: say.rows, align: 'end' },
        { key: 'files', label: say.file },
        { key: 'sha', label: 'SHA-256' },
      ]}
      rows={tables.map(({ name, text, rows, files }) => ({
        id: name,
        cells: {
          table: text,
          rows: rows === null ? '—' : number(locale, rows),
          files: (
            <ul className="steps">
              {files.map(({ path, bytes }) => (
                <li key={path}>
                  <a href={`/open/${path}`}>{path}</a> {fileSize(locale, bytes)}
                </li>
              ))}
            </ul>
          ),
          sha: (
            <ul className="steps">
              {files.map(({ path, sha256 }) => (
                <li key={path}>
                  <Code>{sha256.slice(0, 16)}</Code>…
                </li>
              ))}
            </ul>
          ),
        },
      }))}
    />
  );
}

function Columns({ t, table: { name, text, columns } }: { t: Text; table: OpenTable }) {
  const say = t.openPage.columns;
  if (columns.length === 0) return null;
  return (
    <Details summary={say.of(text)} id={`columns-${name}`}>
      <Table
        caption={say.of(text)}
        captionHidden
        density="dense"
        columns={[
          { key: 'name', label: say.name },
          { key: 'type', label: say.type },
          { key: 'text', label: say.text, width: 'wide' },
        ]}
        rows={columns.map((column) => ({
          id: column.name,
          cells: {
            name: <Code>{column.name}</Code>,
            type: say.types[column.type as keyof typeof say.types] ?? column.type,
            text: column.text,
          },
        }))}
      />
    </Details>
  );
}
