// One table that was brought along: what each row would do or did, and the buttons that apply it and take it back.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { applyTable } from '../../commands/imports/apply';
import { undoTable } from '../../commands/imports/undo';
import { importView, STATES, type ImportLine } from '../../queries/imports';
import { textFor, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { Code, DefinitionList, Tag } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'register.import', undefined);
  const from = Math.max(0, Math.trunc(Number(new URL(args.request.url).searchParams.get('from')) || 0));
  const view = await importView(world.db, args.params.importId ?? '', from);
  if (!view) throw new Response(null, { status: 404 });
  return { locale, view };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'register.import', undefined);
  const typed = await typedIn(args.request);
  const command = textOf(typed, 'intent') === 'undo' ? undoTable : applyTable;
  const settled = await command(here.world, here.viewer, { importId: args.params.importId });
  return settled.ok
    ? redirect(`/${here.locale}/admin/imports/${args.params.importId}`, 303)
    : refusalResponse(here, settled.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').imports.title} — Kenes` },
];

export default function ImportPage() {
  const { locale, view } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.imports;
  const { kind, fileName, step, counts, lines, next, id } = view;
  const does = counts.new + counts.changed;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/admin/imports`, label: say.title }]} />}
        title={`${say.kinds[kind]}: ${fileName}`}
        meta={<Tag>{say.steps[step]}</Tag>}
      />
      <Stack gap="l">
        <Refused t={t} refused={refused} />
        <DefinitionList
          items={STATES.filter((state) => counts[state] > 0).map((state) => ({
            term: say.states[state],
            value: say.count(counts[state]),
          }))}
        />
        {step === 'looked_at' && does > 0 ? <Step label={say.apply} hint={say.applyHint} intent="apply" /> : null}
        {step === 'applied' && does > 0 ? <Step label={say.undo} hint={say.undoHint} intent="undo" /> : null}
        <Section title={step === 'looked_at' ? say.would : say.did} id="rows">
          <Table
            caption={step === 'looked_at' ? say.would : say.did}
            captionHidden
            density="dense"
            columns={[
              { key: 'line', label: say.columns.line, align: 'end' },
              { key: 'key', label: say.columns.key },
              { key: 'state', label: say.columns.state },
              { key: 'what', label: say.columns.what, width: 'wide' },
            ]}
            rows={lines.map((line) => ({
              id: String(line.line),
              tone: line.state === 'refused' || line.state === 'kept' ? 'danger' : 'plain',
              cells: {
                line: String(line.line),
                key: <Code>{line.key}</Code>,
                state: say.states[line.state],
                what: <What t={t} line={line} />,
              },
            }))}
          />
          {next ? (
            <Pagination
              label={say.more}
              older={{ href: `/${locale}/admin/imports/${id}?from=${next}#rows`, label: say.more }}
            />
          ) : null}
        </Section>
      </Stack>
    </>
  );
}

const Step = ({ label, hint, intent }: { label: string; hint: string; intent: 'apply' | 'undo' }) => (
  <Form>
    <input type="hidden" name="intent" value={intent} />
    <p>{hint}</p>
    <FormActions>
      <SubmitButton>{label}</SubmitButton>
    </FormActions>
  </Form>
);

function What({ t, line }: { t: Text; line: ImportLine }) {
  const say = t.imports;
  const known: Readonly<Record<string, string>> = { ...t.refusals.problems, ...say.problems };
  const problemOf = (word: string): string => {
    const [column = '', problem = column] = word.split(':');
    const text = known[problem] ?? problem;
    return column === problem ? text : `${column}: ${text}`;
  };
  return (
    <>
      {line.problems.map((word) => (
        <p key={word}>{problemOf(word)}</p>
      ))}
      {line.changes.map(({ column, before, after }) => (
        <p key={column}>{say.change(column, before, after)}</p>
      ))}
    </>
  );
}
