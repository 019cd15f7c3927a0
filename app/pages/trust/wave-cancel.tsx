// Cancelling a wave before it is counted: with a public reason, and with what was answered destroyed unread.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cancelWave } from '../../commands/waves/cancel';
import { may } from '../../core/permission';
import { cancelView } from '../../queries/wave-planning';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';

async function allowed(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const here = requireViewer(args);
  const wave = await cancelView(here.world, args.params.number ?? '', here.locale);
  if (!wave) throw new Response(null, { status: 404 });
  if (!may(here.viewer, 'wave.plan', wave)) throw new Response(null, { status: 403 });
  return { here, wave };
}

export async function loader(args: LoaderFunctionArgs) {
  const { here, wave } = await allowed(args);
  return { locale: here.locale, wave };
}

export async function action(args: ActionFunctionArgs) {
  const { here, wave } = await allowed(args);
  const typed = await typedIn(args.request);
  const cancelled = await cancelWave(here.world, here.viewer, { ...typed, waveId: wave.id });
  return cancelled.ok
    ? redirect(`/${here.locale}/trust/waves/${wave.number}`, 303)
    : refusalResponse(here, cancelled.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? textFor(data.locale).waves.cancel.title(data.wave.title) : ''} — Kenes` },
];

const REASONS = [
  ['reasonKk', 'kk'],
  ['reasonRu', 'ru'],
  ['reasonEn', 'en'],
] as const;

export default function CancelWave() {
  const { locale, wave } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const { cancel: say } = t.waves;
  return (
    <Narrow>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/trust`, label: t.waves.title },
              { href: `/${locale}/trust/waves/${wave.number}`, label: wave.title },
            ]}
          />
        }
        title={say.title(wave.title)}
        lead={say.lead}
      />
      <Stack>
        <Refused
          t={t}
          refused={refused}
          labels={Object.fromEntries(REASONS.map(([name, lang]) => [name, say.reasons[lang]]))}
        />
        {wave.over ? (
          <Alert tone="info">{say.over}</Alert>
        ) : (
          <Form>
            {REASONS.map(([name, lang]) => (
              <TextArea
                key={name}
                name={name}
                label={say.reasons[lang]}
                lang={lang}
                rows={3}
                required
                value={textOf(typed, name)}
                error={refused?.fields[name]}
              />
            ))}
            <FormActions>
              <SubmitButton>{say.button}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Stack>
    </Narrow>
  );
}
