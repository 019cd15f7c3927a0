// Whether the file of a dossier is exactly what Kenes issued. It is looked at in memory, and nothing of it is kept.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { issuedFile } from '../../queries/issued';
import { textFor, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { FileInput } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Code } from '../../ui/words';
import { formWithFile } from '../one-file';
import { Refused } from '../refused';
import { contextOf, refusalResponse, type Answered } from '../respond';

/** Bytes: the dossier of a round with five thousand comments has some three million. */
const FILE_LIMIT = 12_000_000;

type Checked = Answered & { checked?: { code: string; whole: boolean } | 'foreign' | 'none' };

export function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  return { locale, origin: world.origin };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const { file, refusal } = await formWithFile(args.request, FILE_LIMIT);
  if (refusal) return refusalResponse(here, { ...refusal, fields: { file: 'too_long' } });
  if (!file) return data<Checked>({ checked: 'none' }, { status: 422 });
  return data<Checked>({ checked: (await issuedFile(here.world, file.bytes)) ?? 'foreign' });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${textFor(shown?.locale ?? 'kk').issued.title} — Kenes` },
];

export default function VerifyFile() {
  const { locale, origin } = useLoaderData<typeof loader>();
  const { refused, checked } = (useActionData<typeof action>() ?? {}) as Checked;
  const t = textFor(locale);
  const say = t.issued;
  return (
    <Narrow>
      <PageHead title={say.title} lead={say.lead} />
      <Stack gap="l">
        <Refused t={t} refused={refused} />
        {checked && checked !== 'none' ? <Found {...{ t, locale, checked }} /> : null}
        <Form multipart>
          <FileInput
            name="file"
            label={say.file.label}
            hint={say.file.hint}
            accept=".pdf"
            error={checked === 'none' ? say.file.none : refused?.fields.file}
          />
          <FormActions>
            <SubmitButton busy={say.file.busy}>{say.file.submit}</SubmitButton>
          </FormActions>
        </Form>
        <Section title={t.register.verify.title} id="offline">
          <p>{say.file.offline}</p>
          <p>
            <Code>npm run verify -- --dossier dossier.pdf --register {origin}/register</Code>
          </p>
        </Section>
      </Stack>
    </Narrow>
  );
}

type Props = { t: Text; locale: string; checked: Exclude<Checked['checked'], 'none' | undefined> };

function Found({ t, locale, checked }: Props) {
  const say = t.issued.file;
  if (checked === 'foreign')
    return (
      <Alert tone="danger" title={say.foreign}>
        <p>{say.foreignText}</p>
      </Alert>
    );
  return (
    <Alert tone={checked.whole ? 'success' : 'danger'} title={checked.whole ? say.whole : say.changed}>
      <p>{checked.whole ? say.wholeText : say.changedText}</p>
      <p>
        <a href={`/${locale}/verify/${checked.code}`}>{say.what}</a>
      </p>
    </Alert>
  );
}
