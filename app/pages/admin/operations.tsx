// The operations page for administrators: what needs a person first, then jobs, letters, obligations, ledger, versions.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { resendFailedLetters } from '../../commands/letters/resend-failed';
import { operationsView } from '../../queries/operations';
import { textFor } from '../../text';
import { dayAndTime } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Alert } from '../../ui/notice';
import { Muted } from '../../ui/words';
import { Refused } from '../refused';
import { refusalResponse, requireMay, requireViewer, type Answered } from '../respond';
import { Duties, Jobs, LetterStates, Problems, Store, Versions } from './operations-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'operations.read', undefined);
  return { locale, modes: args.context.modes, operations: await operationsView(world, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const sent = await resendFailedLetters(here.world, here.viewer);
  return sent.ok ? { resent: sent.value.letters } : refusalResponse(here, sent.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').operations.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function OperationsPage() {
  const { locale, modes, operations } = useLoaderData<typeof loader>();
  const { refused, resent } = (useActionData<typeof action>() ?? {}) as Answered & { resent?: number };
  const t = textFor(locale);
  const say = t.operations;
  const part = { t, locale, operations };
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        meta={<Muted>{say.at(dayAndTime(locale, operations.now))}</Muted>}
        actions={
          <>
            <LinkButton href={`/${locale}/admin/bodies`}>{say.bodies}</LinkButton>
            <LinkButton href={`/${locale}/admin/councils`}>{say.councils}</LinkButton>
            <LinkButton href={`/${locale}/admin/instruments`}>{t.instruments.title}</LinkButton>
            <LinkButton href={`/${locale}/admin/queue`}>{t.queue.title}</LinkButton>
            <LinkButton href={`/${locale}/admin/settings`}>{t.settings.title}</LinkButton>
            <LinkButton href={`/${locale}/admin/erasures`}>{say.erasures}</LinkButton>
            <LinkButton href={`/${locale}/admin/corrections`}>{t.corrections.title}</LinkButton>
            <LinkButton href={`/${locale}/desk/letters`}>{t.incoming.page.title}</LinkButton>
            <LinkButton href={`/${locale}/letters`}>{say.letters}</LinkButton>
          </>
        }
      />
      <Refused t={t} refused={refused} />
      {resent === undefined ? null : (
        <Alert tone="success">
          <p>{say.problems.resent(resent)}</p>
        </Alert>
      )}
      <Problems {...part} />
      <Jobs {...part} />
      <Duties {...part} />
      <LetterStates {...part} />
      <Store {...part} />
      <Versions {...part} modes={modes} />
    </>
  );
}
