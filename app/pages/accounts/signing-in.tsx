// How one signs in beyond password and link: the codes of an authenticator, and passkeys.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { beginAuthenticator } from '../../commands/accounts/begin-authenticator';
import { confirmAuthenticator } from '../../commands/accounts/confirm-authenticator';
import { removePasskey } from '../../commands/accounts/remove-passkey';
import { stopAuthenticator } from '../../commands/accounts/stop-authenticator';
import { settingBehind, signingInOf, type Setting } from '../../queries/signing-in';
import { textFor, type Text } from '../../text';
import { passkeyScript } from '../../ui/assets';
import { PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { refusalResponse, refusalView, requireViewer, type Answered, type RefusalView } from '../respond';
import { Codes, Authenticator, TakeIn } from './authenticator-parts';
import { Passkeys } from './passkey-parts';

const DONE = ['stopped', 'made', 'removed'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const said = new URL(args.request.url).searchParams.get('done');
  const done = DONE.find((word) => word === said) ?? null;
  return { locale, title: t.signingIn.title, own: await signingInOf(world, viewer.personId), done };
}

/** Besides a refusal: the secret to be taken in, or the recovery codes, told this once. */
type Kept = Answered & { setting?: Setting; codes?: string[] };

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { world, viewer, locale, t } = here;
  const typed = await typedIn(args.request);
  const back = (done: (typeof DONE)[number]) => redirect(`/${locale}/account/signing-in?done=${done}`);
  switch (textOf(typed, 'intent')) {
    case 'begin': {
      const begun = await beginAuthenticator(world, viewer, typed);
      if (!begun.ok) return refusalResponse(here, begun.refusal, typed);
      const setting = await settingBehind(world, viewer, begun.value.pass);
      return setting ? ({ setting } satisfies Kept) : back('stopped');
    }
    case 'confirm': {
      const confirmed = await confirmAuthenticator(world, viewer, typed, args.context.sessionToken);
      if (confirmed.ok) return { codes: confirmed.value.codes } satisfies Kept;
      // The same secret again: it is in the authenticator already.
      const setting = await settingBehind(world, viewer, textOf(typed, 'pass'));
      return setting
        ? ({ setting, refused: refusalView(t, confirmed.refusal) } satisfies Kept)
        : refusalResponse(here, confirmed.refusal, typed);
    }
    case 'stop': {
      const stopped = await stopAuthenticator(world, viewer, typed);
      return stopped.ok ? back('stopped') : refusalResponse(here, stopped.refusal, typed);
    }
    case 'remove': {
      const removed = await removePasskey(world, viewer, typed);
      return removed.ok ? back('removed') : refusalResponse(here, removed.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

const doneText = ({ signingIn: words }: Text, done: (typeof DONE)[number]): string =>
  ({ stopped: words.authenticator.stopped, made: words.passkeys.made, removed: words.passkeys.removed })[done];

export default function SigningIn() {
  const { locale, title, own, done } = useLoaderData<typeof loader>();
  const { setting, codes, refused, typed } = (useActionData<typeof action>() ?? {}) as Kept;
  const t = textFor(locale);
  const of = (intents: string[]): RefusalView | undefined =>
    intents.includes(textOf(typed, 'intent')) ? refused : undefined;
  if (codes)
    return (
      <Narrow>
        <PageHead title={t.signingIn.authenticator.codesTitle} lead={t.signingIn.authenticator.codes} />
        <Codes t={t} locale={locale} codes={codes} />
      </Narrow>
    );
  if (setting)
    return (
      <Narrow>
        <PageHead title={t.signingIn.authenticator.scanTitle} lead={t.signingIn.authenticator.scan} />
        <TakeIn t={t} setting={setting} refused={refused} />
      </Narrow>
    );
  return (
    <Narrow>
      <PageHead title={title} lead={t.signingIn.lead} />
      {done && !refused ? <Alert tone="success">{doneText(t, done)}</Alert> : null}
      {own.demo ? <Alert tone="info">{t.signingIn.demo}</Alert> : null}
      <Authenticator t={t} own={own} refused={of(['begin', 'confirm', 'stop'])} />
      <Passkeys t={t} locale={locale} own={own} refused={of(['remove'])} />
      <script type="module" src={passkeyScript} />
    </Narrow>
  );
}
