// One webhook: what it is told, how it stands, another secret, a test message, and the log of what was sent and answered.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { removeWebhook } from '../../commands/webhooks/remove';
import { resumeWebhook } from '../../commands/webhooks/resume';
import { rotateSecret } from '../../commands/webhooks/rotate';
import { sendAgain } from '../../commands/webhooks/send-again';
import { tryWebhook } from '../../commands/webhooks/try';
import { webhookLog } from '../../queries/webhooks';
import { textFor } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Form, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';
import { DeliveryLog } from './delivery-log';
import { scopeText, Secret, stateText } from './webhook-parts';

const DONE = ['tested', 'resumed', 'sentAgain'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const query = new URL(args.request.url).searchParams;
  const webhook = await webhookLog(world, viewer, { id: args.params.id ?? '', after: query.get('after'), locale });
  if (!webhook) throw new Response(null, { status: 404 });
  const done = DONE.find((word) => word === query.get('done')) ?? null;
  return { locale, title: new URL(webhook.url).host, above: t.webhooks.title, webhook, done };
}

/** Besides a refusal: another secret, told this once. */
type Kept = Answered & { made?: { secret: string } };

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  const webhookId = args.params.id ?? '';
  const sent = { webhookId, messageId: textOf(typed, 'messageId') };
  const back = (done: (typeof DONE)[number]) => redirect(`/${locale}/account/webhooks/${webhookId}?done=${done}`);
  switch (textOf(typed, 'intent')) {
    case 'test': {
      const tested = await tryWebhook(world, viewer, sent);
      return tested.ok ? back('tested') : refusalResponse(here, tested.refusal, typed);
    }
    case 'resume': {
      const resumed = await resumeWebhook(world, viewer, sent);
      return resumed.ok ? back('resumed') : refusalResponse(here, resumed.refusal, typed);
    }
    case 'again': {
      const again = await sendAgain(world, viewer, sent);
      return again.ok ? back('sentAgain') : refusalResponse(here, again.refusal, typed);
    }
    case 'rotate': {
      const made = await rotateSecret(world, viewer, sent);
      return made.ok ? ({ made: made.value } satisfies Kept) : refusalResponse(here, made.refusal, typed);
    }
    case 'remove': {
      const removed = await removeWebhook(world, viewer, sent);
      return removed.ok
        ? redirect(`/${locale}/account/webhooks?done=removed`)
        : refusalResponse(here, removed.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Webhook() {
  const { locale, title, above, webhook, done } = useLoaderData<typeof loader>();
  const { made, refused } = (useActionData<typeof action>() ?? {}) as Kept;
  const t = textFor(locale);
  const say = t.webhooks;
  const { bothUntil } = webhook;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/account/webhooks`, label: above }]} />}
        title={title}
        lead={webhook.url}
      />
      <Stack gap="l">
        {done && !refused && !made ? <Alert tone="success">{say[done]}</Alert> : null}
        <Refused {...{ t, refused }} />
        {made ? <Secret t={t} secret={made.secret} /> : null}
        {webhook.stopped ? (
          <Alert tone="danger" title={say.letter.heading}>
            <p>{say.stopped[webhook.stopped]}</p>
          </Alert>
        ) : null}
        <DefinitionList
          items={[
            { term: say.columns.owner, value: webhook.owner ?? say.administrators },
            { term: say.scope, value: scopeText(t, webhook) },
            { term: say.events, value: webhook.kinds.map((kind) => say.kinds[kind]).join('; ') },
            { term: say.columns.state, value: stateText(t, locale, webhook) },
            ...(bothUntil === null ? [] : [{ term: say.secret, value: say.bothUntil(dayAndTime(locale, bothUntil)) }]),
          ]}
        />
        <DeliveryLog {...{ t, locale, webhook }} />
        <Section title={say.secret} lead={say.check} id="secret">
          <Stack>
            <One intent="test" label={say.test} />
            {webhook.stopped ? <One intent="resume" label={say.resume} /> : null}
            <One intent="rotate" label={say.rotate} why={say.rotateWhy} />
            <One intent="remove" label={say.remove} why={say.removeWhy} danger />
          </Stack>
        </Section>
      </Stack>
    </>
  );
}

type OneProps = { intent: string; label: string; why?: string; danger?: true };

function One({ intent, label, why, danger }: OneProps) {
  return (
    <Form>
      <Hidden values={{ intent }} />
      {why ? <p>{why}</p> : null}
      <SubmitButton weight={danger ? 'danger' : 'secondary'}>{label}</SubmitButton>
    </Form>
  );
}
