// Behind the link at the foot of a follower's letter: one button stops such letters, without signing in. Looking at the page stops
// nothing, so that a mail scanner can't; a mail program's own button sends the form by itself (RFC 8058) and is answered at once.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { stopLetters } from '../../commands/follows/stop-letters';
import { followBehind } from '../../queries/follows';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { contextOf } from '../respond';
import { FollowedLink } from './followed';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const followed = await followBehind(world, args.params.token ?? '', locale);
  return { locale, title: t.follows.stopping.title, followed };
}

export async function action(args: ActionFunctionArgs) {
  const { world } = contextOf(args);
  const scope = textOf(await typedIn(args.request), 'scope') === 'all' ? 'all' : 'this';
  const stopped = await stopLetters(world, { token: args.params.token ?? '', scope });
  if (!stopped.ok) throw new Response(null, { status: 400 });
  return { done: scope };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Unfollow() {
  const { locale, title, followed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = textFor(locale);
  const say = t.follows.stopping;
  return (
    <Narrow>
      <PageHead title={title} lead={followed && !answer ? say.lead : undefined} />
      <Stack>
        {answer ? <Alert tone="success">{answer.done === 'all' ? say.doneAll : say.done}</Alert> : null}
        {followed && !answer ? (
          <>
            <p>
              <FollowedLink t={t} locale={locale} followed={followed} />
              <small className="case-line">{t.follows.what[followed.what]}</small>
            </p>
            <Form>
              <Hidden values={{ scope: 'this' }} />
              <FormActions>
                <SubmitButton>{say.one}</SubmitButton>
              </FormActions>
            </Form>
            <Form>
              <Hidden values={{ scope: 'all' }} />
              <FormActions>
                <SubmitButton weight="secondary">{say.all}</SubmitButton>
              </FormActions>
            </Form>
          </>
        ) : null}
        {!followed && !answer ? <p>{say.nothing}</p> : null}
        <FormActions>
          <LinkButton href={`/${locale}/account#follows`} weight="quiet">
            {say.back}
          </LinkButton>
        </FormActions>
      </Stack>
    </Narrow>
  );
}
