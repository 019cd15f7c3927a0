// A document or a new version of one: typed or read from a DOCX file, its clauses looked at, then added.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { STATE_LANGUAGES } from '../../../guide/schema';
import { FILE_LIMIT, uploadFile } from '../../commands/files/upload';
import { addDocument } from '../../commands/rounds/add-document';
import { rolesOf } from '../../core/round-documents';
import { keptUploads } from '../../queries/attachment';
import { previewOf, readDocx, type ClausePreview } from '../../queries/document-preview';
import { prepareView } from '../../queries/round-prepare';
import { textFor } from '../../text';
import { fileSize } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { FileInput, Field, Select, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { interrupted, resumedIn } from '../carry';
import { textOf, type Typed } from '../form';
import { formWithFile } from '../one-file';
import { Refused } from '../refused';
import { contextOf, refusalView, saidBy, type Answered, type RefusalView } from '../respond';
import { Resumed } from '../resumed';
import { workCrumbs, workingOn } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, round } = await workingOn(args);
  const { needed } = await prepareView(world, viewer, round, locale);
  const edition = world.guide.edition(round.edition);
  const kind = edition.rounds?.kinds[round.kind];
  const roles = (kind ? rolesOf(kind) : []).map((role) => ({
    value: role,
    label: edition.texts[locale][`document.${role}.name`] ?? role,
  }));
  const query = new URL(args.request.url).searchParams;
  const first = needed.find(({ missing }) => missing.length > 0);
  return {
    ...{ locale, number: round.number, title: t.roundPrepare.addTitle(round.number) },
    roles,
    first: {
      role:
        roles.find(({ value }) => value === query.get('role'))?.value ?? first?.role ?? roles[0]?.value ?? 'materials',
      language: STATE_LANGUAGES.find((one) => one === query.get('language')) ?? first?.missing[0] ?? 'kk',
    },
    draftKey: `document-${round.number}:${viewer.personId}`,
  };
}

type Shown = {
  refused?: RefusalView;
  typed: Typed;
  resumed?: Answered['resumed'];
  preview?: ClausePreview;
  read?: { warnings: number };
  /** The file that the text was read from, kept until the document is added. */
  original?: { id: string; name: string; size: number };
};

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { round, ...here } = await workingOn(args);
  const { world, viewer, locale, t } = here;
  const { typed, file, refusal } = await formWithFile(args.request, FILE_LIMIT);
  const resumed = resumedIn(typed);
  const answer = async ({ typed: shown = typed, ...more }: Partial<Shown>, said: ResponseInit = {}) => {
    const [original] = await keptUploads(world, viewer, [textOf(shown, 'file')].filter(Boolean));
    return data({ ...more, typed: shown, original } satisfies Shown, said);
  };
  if (resumed) return answer(resumed);
  if (refusal) return answer({ refused: refusalView(t, refusal) }, saidBy(refusal));
  if (file) {
    const read = await readDocx(file.bytes);
    if (!read.ok) return answer({ refused: refusalView(t, read.refusal) }, saidBy(read.refusal));
    const stored = await uploadFile(world, viewer, { name: file.name, bytes: only(file.bytes) });
    const id = stored.ok ? stored.value.id : '';
    const { markdown, warnings } = read.value;
    return answer({ typed: { ...typed, markdown, file: id, original: id }, read: { warnings } });
  }
  if (textOf(typed, 'intent') === 'preview') return answer({ preview: previewOf(textOf(typed, 'markdown')) });
  const added = await addDocument(world, viewer, { ...typed, roundId: round.id });
  return added.ok
    ? redirect(`/${locale}/rounds/${round.number}/prepare?done=added`, 303)
    : answer({ refused: refusalView(t, added.refusal) }, saidBy(added.refusal));
}

async function* only(bytes: Buffer) {
  yield bytes;
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [{ title: `${known?.title ?? ''} — Kenes` }];

export default function RoundDocuments() {
  const { locale, number, title, roles, first, draftKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() as Shown | undefined;
  const t = textFor(locale);
  const say = t.roundPrepare;
  const { refused, typed, preview, read, original, resumed } = answered ?? {};
  const value = (name: string) => textOf(typed, name);
  const wrong = (name: string) => refused?.fields[name];
  return (
    <Narrow>
      <PageHead title={title} lead={say.documentsLead} crumbs={workCrumbs(t, locale, number)} />
      <Stack>
        <Resumed t={t} resumed={resumed} />
        <Refused
          t={t}
          refused={refused}
          labels={{
            role: say.role,
            language: say.language,
            title: say.documentTitle,
            markdown: say.markdown,
            docx: say.docx,
          }}
        />
        {read ? (
          <Alert tone="success">
            <p>{say.readDone}</p>
            {read.warnings > 0 ? <p>{say.readWarnings(read.warnings)}</p> : null}
          </Alert>
        ) : null}
        <Form multipart draft={{ key: draftKey, ...t.acts.draft }} fresh={read || resumed ? true : undefined}>
          <Select
            name="role"
            label={say.role}
            width="l"
            value={value('role') || first.role}
            options={roles}
            error={wrong('role')}
          />
          <Select
            name="language"
            label={say.language}
            width="m"
            value={value('language') || first.language}
            options={STATE_LANGUAGES.map((one) => ({ value: one, label: t.case.languages[one] }))}
            error={wrong('language')}
          />
          <Field
            name="title"
            label={say.documentTitle}
            maxLength={300}
            value={value('title')}
            error={wrong('title')}
            required
          />
          <TextArea
            name="markdown"
            label={say.markdown}
            hint={say.markdownHint}
            rows={18}
            value={value('markdown')}
            error={wrong('markdown')}
            required
          />
          {original ? (
            <>
              <Hidden values={{ file: original.id }} />
              <Checkbox
                name="original"
                value={original.id}
                checked={value('original') === original.id}
                label={say.original(original.name, fileSize(locale, original.size))}
                hint={say.originalHint}
                error={wrong('original')}
              />
            </>
          ) : null}
          <FileInput name="docx" label={say.docx} hint={say.docxHint} accept=".docx" error={wrong('docx')} />
          <FormActions>
            <SubmitButton busy={t.acts.sending}>{say.add}</SubmitButton>
            <SubmitButton weight="secondary" name="intent" value="preview">
              {say.preview}
            </SubmitButton>
          </FormActions>
        </Form>
        {preview ? (
          <Section title={say.previewTitle(preview.count)} id="preview">
            <ol className="clauses-preview" lang={value('language')}>
              {preview.clauses.map(({ number: no, heading, plain }, index) => (
                <li key={index}>
                  <strong>{[no, heading].filter(Boolean).join(' ')}</strong> {plain}
                </li>
              ))}
            </ol>
          </Section>
        ) : null}
      </Stack>
    </Narrow>
  );
}
