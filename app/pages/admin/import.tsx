// One table that was brought along: what each row would do or did, how far that is, and the buttons that have it applied and taken back.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { applyTable } from '../../commands/imports/apply';
import { undoTable } from '../../commands/imports/undo';
import type { How } from '../../core/correction';
import type { Kept, Note, RowProblem } from '../../core/imports/table';
import { importView, STATES, type ImportLine, type ImportView } from '../../queries/imports';
import { textFor, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Progress } from '../../ui/progress';
import { Pagination, Table } from '../../ui/table';
import { Code, DefinitionList, Muted, Tag } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { StateTag } from './correction-parts';

/** Seconds after which a page that is watched comes anew. */
const RENEWED_AFTER = 5;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'register.import', undefined);
  const asked = new URL(args.request.url).searchParams;
  const from = Math.max(0, Math.trunc(Number(asked.get('from')) || 0));
  const view = await importView(world, args.params.importId ?? '', from);
  if (!view) throw new Response(null, { status: 404 });
  return { locale, view, watched: view.progress !== null && asked.has('watch') };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'register.import', undefined);
  const typed = await typedIn(args.request);
  const command = textOf(typed, 'intent') === 'undo' ? undoTable : applyTable;
  const settled = await command(here.world, here.viewer, { importId: args.params.importId });
  return settled.ok
    ? redirect(`/${here.locale}/admin/imports/${args.params.importId}?watch`, 303)
    : refusalResponse(here, settled.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').imports.title} — Kenes` },
  // Only for who asked for it, and may stop it: reading is not to be interrupted.
  ...(data?.watched ? [{ httpEquiv: 'refresh', content: String(RENEWED_AFTER) }] : []),
];

export default function ImportPage() {
  const { locale, view, watched } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.imports;
  const { kind, fileName, step, counts, acts, lines, next, id, correction } = view;
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
        <p>{say.about[kind]}</p>
        {correction ? (
          <p>
            <a href={`/${locale}/admin/corrections/${id}`}>{say.correction}</a> <StateTag t={t} state={correction} />
          </p>
        ) : null}
        <UnderWay t={t} view={view} watched={watched} />
        <DefinitionList
          items={[
            ...acts.flatMap(({ what, by, began, ended }) => [
              ...(began ? [{ term: say.begun[what], value: say.who(began, by) }] : []),
              ...(ended ? [{ term: say.ended[what], value: say.list.at(ended) }] : []),
            ]),
            ...STATES.filter((state) => counts[state] > 0).map((state) => ({
              term: say.states[state],
              value: say.count(counts[state]),
            })),
          ]}
        />
        {step === 'looked_at' && does > 0 ? <Step label={say.apply} hint={say.applyHint} intent="apply" /> : null}
        {step === 'applied' && does > 0 ? <Step label={say.undo} hint={say.undoHint} intent="undo" /> : null}
        <Section title={step === 'looked_at' ? say.would : say.did} id="rows">
          {lines.length === 0 ? <Muted>{say.notKept}</Muted> : null}
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

function UnderWay({ t, view: { step, progress }, watched }: { t: Text; view: ImportView; watched: boolean }) {
  const say = t.imports;
  if (!progress || (step !== 'applying' && step !== 'undoing')) return null;
  return (
    <Section title={say.underWay[step]} id="progress">
      <Stack gap="s">
        <Progress {...progress}>{say.progress(progress.done, progress.all)}</Progress>
        <p>{say.goesOn}</p>
        <p>{watched ? <a href="?">{say.unwatch}</a> : <a href="?watch">{say.watch}</a>}</p>
      </Stack>
    </Section>
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
  const ofRows: Record<RowProblem | Kept, string> = say.problems;
  const known: Readonly<Record<string, string>> = { ...t.refusals.problems, ...ofRows };
  const notes: Readonly<Record<string, string>> = say.notes satisfies Record<Note, string>;
  const told: Readonly<Record<string, string>> = say.told satisfies Record<How, string>;
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
      {line.note ? <p>{notes[line.note]}</p> : null}
      {line.changes.map(({ column, before, after }) => (
        <p key={column}>{say.change(told[column] ?? column, before, after)}</p>
      ))}
    </>
  );
}
