// Signing in with e-mail and password; in a demonstration also by one press on one of its accounts.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signIn } from '../../commands/accounts/sign-in';
import { demoAccounts } from '../../queries/accounts';
import { textFor } from '../../text';
import { passkeyScript } from '../../ui/assets';
import { SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, safeReturn, withReturn, type Answered } from '../respond';
import { BesideDemo } from './demo-accounts';
import { enter, visitorOf, workplace } from './enter';
import { PasskeyForm } from './passkey-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const to = safeReturn(new URL(args.request.url).searchParams.get('to'), '');
  if (viewer) throw redirect(to || `/${locale}${workplace(viewer)}`);
  return { locale, title: t.accounts.signIn.title, to, demo: await demoAccounts(world) };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const typed = await typedIn(args.request);
  const entered = await signIn(here.world, typed, visitorOf(args));
  if (!entered.ok) return refusalResponse(here, entered.refusal, typed);
  return enter(args, entered.value.token, { to: textOf(typed, 'to') });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function SignIn() {
  const { locale, to, demo } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const words = t.accounts.signIn;
  const back = to || textOf(typed, 'to');
  const labels = { email: words.email, password: words.password };
  const entry = (
    <Narrow>
      <Stack>
        {back && !refused ? <Alert tone="info">{words.first}</Alert> : null}
        <Refused t={t} refused={refused} labels={labels} />
        <Form>
          <Hidden values={{ to: back || undefined }} />
          <Field
            name="email"
            type="email"
            autoComplete="username"
            required
            label={words.email}
            value={textOf(typed, 'email')}
            error={refused?.fields.email}
          />
          <Field
            name="password"
            type="password"
            autoComplete="current-password"
            required
            label={words.password}
            error={refused?.fields.password}
          />
          <FormActions>
            <SubmitButton>{words.button}</SubmitButton>
          </FormActions>
        </Form>
        <PasskeyForm address={`/${locale}/sign-in/passkey`} failed={t.signingIn.passkeys.enterFailed}>
          <Hidden values={{ to: back || undefined }} />
          <FormActions>
            <SubmitButton weight="secondary">{t.signingIn.passkeys.enter}</SubmitButton>
          </FormActions>
        </PasskeyForm>
        <script type="module" src={passkeyScript} />
        <div>
          <p>
            {words.linkWhy} <a href={withReturn(`/${locale}/sign-in/link`, back)}>{words.link}</a>
          </p>
          <p>
            {words.registerWhy} <a href={withReturn(`/${locale}/register`, back)}>{words.register}</a>
          </p>
        </div>
      </Stack>
    </Narrow>
  );
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <BesideDemo {...{ t, locale }} accounts={demo} action={`/${locale}/sign-in`} carry={back ? [['to', back]] : []}>
        {entry}
      </BesideDemo>
    </>
  );
}
