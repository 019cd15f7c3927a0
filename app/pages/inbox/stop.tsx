// Behind the link at the foot of letters that nobody is owed: buttons that stop or gather them, without signing in. Looking at the page
// changes nothing, so that a mail scanner can't; a mail program's own button sends the form by itself (RFC 8058) and is answered at once.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { STOPS, stopByLink } from '../../commands/letters/stop-by-link';
import { stopBehind } from '../../queries/inbox';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { contextOf } from '../respond';

const letterIn = (request: Request): string => new URL(request.url).searchParams.get('letter') ?? '';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const behind = await stopBehind(world, { token: args.params.token ?? '', letterId: letterIn(args.request) });
  return { locale, title: t.inbox.stop.title, behind };
}

export async function action(args: ActionFunctionArgs) {
  const { world } = contextOf(args);
  const said = textOf(await typedIn(args.request), 'stop');
  const stop = STOPS.find((one) => one === said) ?? 'one';
  const stopped = await stopByLink(world, { token: args.params.token ?? '', letterId: letterIn(args.request), stop });
  if (!stopped.ok) throw new Response(null, { status: 400 });
  return { done: stopped.value.stopped };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function StopLetters() {
  const { locale, title, behind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const say = textFor(locale).inbox.stop;
  const offered = behind && !answer?.done ? STOPS.filter((stop) => stop !== 'one' || behind.ofCase) : [];
  return (
    <Narrow>
      <PageHead title={title} lead={offered.length > 0 ? say.lead : undefined} />
      <Stack>
        {answer?.done ? <Alert tone="success">{say.done}</Alert> : null}
        {!behind || answer?.done === false ? <p>{say.nothing}</p> : null}
        {offered.length > 0 && behind?.subject ? (
          <p>
            {behind.subject}
            <small className="case-line">{say.about}</small>
          </p>
        ) : null}
        {offered.map((stop, at) => (
          <Form key={stop}>
            <Hidden values={{ stop }} />
            <FormActions>
              <SubmitButton weight={at === 0 ? 'primary' : 'secondary'}>{say[stop]}</SubmitButton>
            </FormActions>
          </Form>
        ))}
        {behind ? <p className="muted">{say.owed}</p> : null}
        <FormActions>
          <LinkButton href={`/${locale}/inbox/settings`} weight="quiet">
            {say.back}
          </LinkButton>
        </FormActions>
      </Stack>
    </Narrow>
  );
}
