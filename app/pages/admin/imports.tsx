// Administration: tables that were brought along, and the form for another one.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { KINDS as APPEALS } from '../../../guide/schema';
import { bringTable } from '../../commands/imports/bring';
import { dayOf } from '../../core/day';
import type { DayWord } from '../../core/imports/days-off';
import { choicesOf, KINDS, MOST_ROWS, type ImportKind } from '../../core/imports/kinds';
import { imports } from '../../queries/imports';
import { textFor, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { FileInput, Select } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Code, DefinitionList, Muted } from '../../ui/words';
import { textOf } from '../form';
import { formWithFile } from '../one-file';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { AdminCrumbs } from './crumbs';

/** Bytes of one table: as many rows as it may have, with long names. */
const FILE_LIMIT = 12_000_000;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'register.import', undefined);
  const texts = world.guide.inForceOn(dayOf(world.now())).texts[locale];
  const kinds = Object.fromEntries(APPEALS.map((id) => [id, texts[`kind.${id}.name`] ?? id]));
  return { locale, tables: await imports(world), kinds };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'register.import', undefined);
  const { typed, file, refusal } = await formWithFile(args.request, FILE_LIMIT);
  if (refusal) return refusalResponse(here, { ...refusal, fields: { file: 'too_long' } }, typed);
  const brought = await bringTable(here.world, here.viewer, typed, file);
  return brought.ok
    ? redirect(`/${here.locale}/admin/imports/${brought.value.id}`, 303)
    : refusalResponse(here, brought.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').imports.title} — Kenes` },
];

export default function Imports() {
  const { locale, tables, kinds } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.imports;
  return (
    <>
      <PageHead crumbs={<AdminCrumbs t={t} locale={locale} />} title={say.title} lead={say.lead} />
      <Stack gap="l">
        <Refused t={t} refused={refused} />
        <Section title={say.form.title} id="bring">
          <Stack>
            <Form multipart>
              <Select
                name="kind"
                label={say.form.kind}
                value={textOf(typed, 'kind')}
                options={KINDS.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
                error={refused?.fields.kind}
              />
              <FileInput
                name="file"
                label={say.form.file}
                hint={say.form.hint(MOST_ROWS)}
                accept=".csv"
                error={refused?.fields.file}
              />
              <FormActions>
                <SubmitButton>{say.form.submit}</SubmitButton>
              </FormActions>
            </Form>
            <p>{say.templates}</p>
            <DefinitionList
              items={KINDS.map((kind) => ({
                term: <a href={`/${locale}/admin/import-templates/${kind}.csv`}>{say.kinds[kind]}</a>,
                value: <About {...{ t, kind, kinds }} />,
              }))}
            />
            <p>
              {say.elsewhere} <a href={`/${locale}/admin/corrections`}>{t.corrections.page.title}</a>
            </p>
          </Stack>
        </Section>
        <Section title={say.list.title} id="tables">
          {tables.length === 0 ? (
            <Muted>{say.list.none}</Muted>
          ) : (
            <Table
              caption={say.list.title}
              captionHidden
              columns={[
                { key: 'file', label: say.list.columns.file, width: 'wide' },
                { key: 'by', label: say.list.columns.by },
                { key: 'at', label: say.list.columns.at },
                { key: 'step', label: say.list.columns.step },
              ]}
              rows={tables.map(({ id, kind, fileName, by, at, step }) => ({
                id,
                cells: {
                  file: (
                    <a href={`/${locale}/admin/imports/${id}`}>
                      {say.kinds[kind]}: {fileName}
                    </a>
                  ),
                  by,
                  at: say.list.at(at),
                  step: say.steps[step],
                },
              }))}
            />
          )}
        </Section>
      </Stack>
    </>
  );
}

/** What a table of this kind does, and the words that its columns take. */
function About({ t, kind, kinds }: { t: Text; kind: ImportKind; kinds: Readonly<Record<string, string>> }) {
  const say = t.imports;
  const days = say.days satisfies Record<DayWord, string>;
  const names: Readonly<Record<string, string>> = {
    ...{ ...kinds, ...t.past.outcomes, ...days },
    ...{ ...t.accounts.roles, ...t.frame.languageNames },
  };
  return (
    <>
      {say.about[kind]}
      {choicesOf(kind).map(([column, ids]) => (
        <small key={column} className="case-line">
          <Code>{column}</Code>:{' '}
          {ids.map((id, at) => (
            <span key={id}>
              {at > 0 ? '; ' : null}
              <Code>{id}</Code> – {names[id]}
            </span>
          ))}
        </small>
      ))}
    </>
  );
}
