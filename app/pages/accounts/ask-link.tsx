// Asking for a one-time link by e-mail, for those without a password or who forgot it.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askLink } from '../../commands/accounts/ask-link';
import { SIGN_IN_MINUTES } from '../../core/session';
import { isOpenLetterbox } from '../../queries/letters';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, safeReturn, withReturn, type Answered } from '../respond';
import { visitorOf } from './enter';
import { Kept } from './kept';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const openLetterbox = await isOpenLetterbox(world, args.context.modes);
  const to = safeReturn(new URL(args.request.url).searchParams.get('to'), '');
  return { locale, to, title: t.accounts.askLink.title, sendsMail: world.post !== null, openLetterbox };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const typed = await typedIn(args.request);
  const asked = await askLink(here.world, typed, visitorOf(args));
  return asked.ok ? { sentTo: asked.value.email } : refusalResponse(here, asked.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function AskLink() {
  const { locale, to, sendsMail, openLetterbox } = useLoaderData<typeof loader>();
  const { refused, typed, sentTo } = (useActionData<typeof action>() ?? {}) as Answered & { sentTo?: string };
  const t = textFor(locale);
  const words = t.accounts.askLink;
  const crumbs = (
    <Breadcrumbs
      label={t.accounts.back}
      items={[{ href: withReturn(`/${locale}/sign-in`, to), label: t.accounts.signIn.title }]}
    />
  );
  if (sentTo)
    return (
      <Narrow>
        <PageHead title={words.sentTitle} crumbs={crumbs} />
        <Stack>
          <Alert tone="success">
            <p>{words.sent(sentTo, SIGN_IN_MINUTES)}</p>
            {sendsMail ? <p>{words.nothing}</p> : null}
          </Alert>
          {sendsMail ? null : <Kept t={t} locale={locale} email={sentTo} openLetterbox={openLetterbox} />}
          <FormActions>
            <LinkButton href={withReturn(`/${locale}/sign-in/link`, to)}>{words.again}</LinkButton>
          </FormActions>
        </Stack>
      </Narrow>
    );
  return (
    <Narrow>
      <PageHead title={words.title} lead={words.lead} crumbs={crumbs} />
      <Stack>
        <Refused t={t} refused={refused} labels={{ email: t.accounts.signIn.email }} />
        <Form>
          <Hidden values={{ to: to || undefined }} />
          <Field
            name="email"
            type="email"
            autoComplete="email"
            required
            label={t.accounts.signIn.email}
            value={textOf(typed, 'email')}
            error={refused?.fields.email}
          />
          <FormActions>
            <SubmitButton>{words.button}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Narrow>
  );
}
