// The second step of signing in: the password or the link was right, and the account asks for a code. A form that somebody had in hand when
// their session ended is carried on in hidden fields, as by accounts/interrupted.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { giveCode } from '../../commands/accounts/give-code';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions, HiddenFields } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Muted } from '../../ui/words';
import { carriedIn, fieldsOf, type Carried } from '../carry';
import { typedBeginning } from '../incoming';
import { Refused } from '../refused';
import { contextOf, refusalView, safeReturn, saidBy, type Answered } from '../respond';
import { enter, visitorOf } from './enter';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, t } = contextOf(args);
  return { locale, title: t.signingIn.code.title };
}

type Kept = Answered & { carried: Carried | null };

export async function action(args: ActionFunctionArgs) {
  const { world, t } = contextOf(args);
  const to = safeReturn(new URL(args.request.url).searchParams.get('to'), '');
  const { typed } = await typedBeginning(args.request);
  const carried = carriedIn(typed);
  // From the sign-in with a form in hand: nothing was asked yet.
  if (!('code' in typed)) return { carried } satisfies Kept;
  const given = await giveCode(world, typed, args.context.sessionToken, visitorOf(args));
  if (given.ok) return enter(args, given.value.token, carried && to ? { to, with: 'form' } : { to });
  const answer: Kept = { refused: refusalView(t, given.refusal), carried };
  return data(answer, saidBy(given.refusal));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title ?? ''} — Kenes` }];

export default function Code() {
  const { locale } = useLoaderData<typeof loader>();
  const { refused, carried } = (useActionData<typeof action>() ?? {}) as Partial<Kept>;
  const t = textFor(locale);
  const words = t.signingIn.code;
  return (
    <Narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        <Refused t={t} refused={refused} labels={{ code: words.label }} />
        <Form multipart>
          {carried ? <HiddenFields fields={fieldsOf(carried)} /> : null}
          <Field
            name="code"
            autoComplete="one-time-code"
            required
            width="m"
            label={words.label}
            hint={words.hint}
            error={refused?.fields.code}
          />
          <FormActions>
            <SubmitButton>{words.button}</SubmitButton>
          </FormActions>
        </Form>
        {carried ? (
          <p>
            <Muted>{words.carried}</Muted>
          </p>
        ) : null}
        <p>
          <a href={`/${locale}/sign-in`}>{words.again}</a>
        </p>
      </Stack>
    </Narrow>
  );
}
