// Signing in with a form in hand: the session ended while somebody typed. Everything typed stands in hidden fields of this page and
// nowhere else; whoever signs in here, or did so in another tab, lands on the form filled in again (pages/carry).
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signIn } from '../../commands/accounts/sign-in';
import { demoAccounts } from '../../queries/accounts';
import { textFor } from '../../text';
import { Button, LinkButton, SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions, HiddenFields } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { EmptyState } from '../../ui/words';
import { carriedIn, fieldsOf, type Carried } from '../carry';
import { textOf } from '../form';
import { typedBeginning } from '../incoming';
import { Refused } from '../refused';
import { contextOf, refusalView, safeReturn, saidBy, type Answered } from '../respond';
import { BesideDemo } from './demo-accounts';
import { enter, visitorOf } from './enter';

const backOf = (request: Request): string => safeReturn(new URL(request.url).searchParams.get('to'), '');

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, path } = contextOf(args);
  const to = backOf(args.request);
  return { locale, title: t.accounts.interrupted.title, to, path, demo: await demoAccounts(world) };
}

type Kept = Answered & { carried: Carried; stranger?: boolean };

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const to = backOf(args.request);
  const { typed, files } = await typedBeginning(args.request);
  const before = carriedIn(typed);
  const carried = before ?? { typed, lostFiles: files };
  // A form without a word in it is as easily asked for again.
  if (Object.keys(carried.typed).length === 0) return redirect(`/${here.locale}/sign-in?to=${encodeURIComponent(to)}`);
  if (!before) return { carried } satisfies Kept;
  if (here.viewer) return redirect(to || `/${here.locale}`, 307);
  if (textOf(typed, 'intent') === 'go-on') return { carried, stranger: true } satisfies Kept;
  const entered = await signIn(here.world, typed, visitorOf(args));
  if (entered.ok) return enter(args, entered.value.token, to ? { to, with: 'form' } : {});
  const refused = refusalView(here.t, entered.refusal);
  const answer: Kept = { refused, typed: { email: textOf(typed, 'email') }, carried };
  return data(answer, saidBy(entered.refusal));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Interrupted() {
  const { locale, to, path, demo } = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>() as Kept | undefined;
  const t = textFor(locale);
  const { interrupted: words, signIn: labels, askLink } = t.accounts;
  const plain = `/${locale}/sign-in?to=${encodeURIComponent(to)}`;
  if (!kept)
    return (
      <Narrow>
        <PageHead title={words.title} />
        <EmptyState title={words.nothing} action={<LinkButton href={plain}>{labels.title}</LinkButton>}>
          {words.nothingText}
        </EmptyState>
      </Narrow>
    );
  const { carried, refused, typed, stranger } = kept;
  const carry = fieldsOf(carried);
  const entry = (
    <Narrow>
      <Stack>
        <Alert tone="warning">
          <p>{words.stay}</p>
          {carried.lostFiles ? <p>{words.files}</p> : null}
        </Alert>
        <Refused t={t} refused={refused} labels={{ email: labels.email, password: labels.password }} />
        <Form multipart>
          <HiddenFields fields={carry} />
          <Field
            name="email"
            type="email"
            autoComplete="username"
            required
            label={labels.email}
            value={textOf(typed, 'email')}
            error={refused?.fields.email}
          />
          <Field
            name="password"
            type="password"
            autoComplete="current-password"
            required
            label={labels.password}
            error={refused?.fields.password}
          />
          <FormActions>
            <SubmitButton>{words.button}</SubmitButton>
          </FormActions>
          {stranger ? <Alert tone="danger">{words.stranger}</Alert> : null}
          <p>
            {words.elsewhere}{' '}
            <a href={`/${locale}/sign-in/link`} target="_blank" rel="noopener">
              {askLink.title}
            </a>
          </p>
          <FormActions>
            <Button type="submit" name="intent" value="go-on">
              {words.goOn}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </Narrow>
  );
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <BesideDemo {...{ t, locale, carry }} accounts={demo} action={path}>
        {entry}
      </BesideDemo>
    </>
  );
}
