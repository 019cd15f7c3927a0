// Whether an answer was counted, by its receipt; and the list of all receipts. The receipt is sent in a form, so that it stands in no
// address; no session is read, and nothing is recorded.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isCounted, receiptIn } from '../../queries/trust-receipts';
import { waveView } from '../../queries/waves';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Code, DefinitionList } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { contextOf } from '../respond';
import { waveAddress } from './addresses';

async function waveAt(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { world, locale } = contextOf(args);
  const view = await waveView(world, args.params.number ?? '', locale);
  if (!view) throw new Response(null, { status: 404 });
  return { world, locale, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { locale, view } = await waveAt(args);
  return { locale, view };
}

/** `found` is null where there is nothing to look in: no receipt was typed, or the wave is not counted. */
export async function action(args: ActionFunctionArgs) {
  const { world, view } = await waveAt(args);
  const asked = textOf(await typedIn(args.request), 'receipt');
  const hash = receiptIn(asked);
  const found = hash !== null && view.stage === 'counted' ? await isCounted(world, { waveId: view.id, hash }) : null;
  return data({ asked: asked.slice(0, 200), wellFormed: hash !== null, found }, { status: hash === null ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: read }) => [
  { title: `${read ? textFor(read.locale).trust.receipt.title : ''}: ${read?.view.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Receipt() {
  const { locale, view } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = textFor(locale);
  const say = t.trust.receipt;
  const counted = view.stage === 'counted';
  return (
    <Narrow>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/trust`, label: t.trust.title },
              { href: waveAddress(locale, view.number), label: view.title },
            ]}
          />
        }
        title={say.title}
        lead={say.lead}
      />
      <Stack gap="l">
        {counted ? null : <Alert tone="info">{say.notYet}</Alert>}
        {answered?.found === true ? <Alert tone="success">{say.found}</Alert> : null}
        {answered?.found === false ? (
          <Alert tone="warning" title={say.missing}>
            {say.missingText}
          </Alert>
        ) : null}
        <Form>
          <Field
            name="receipt"
            label={say.field}
            hint={say.hint}
            value={answered?.asked ?? ''}
            autoComplete="off"
            error={answered && !answered.wellFormed ? say.bad : undefined}
          />
          <FormActions>
            <SubmitButton>{say.button}</SubmitButton>
          </FormActions>
        </Form>
        {counted && view.wave.counted ? (
          <Section title={say.list(view.receipts)} lead={say.listText}>
            <p>
              <a href={`${waveAddress(locale, view.number)}/receipts.txt`}>receipts.txt</a>
            </p>
            <DefinitionList
              items={[{ term: t.trust.wave.data.receiptsHash, value: <Code>{view.wave.counted.receipts}</Code> }]}
            />
          </Section>
        ) : null}
      </Stack>
    </Narrow>
  );
}
