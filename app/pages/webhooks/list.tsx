// The webhooks that somebody manages, and the form to add one. Its secret is shown once, in the answer to the form.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { subscribe } from '../../commands/webhooks/subscribe';
import { bodyTree } from '../../queries/bodies';
import { webhookOwners, webhooksOf, type WebhookView } from '../../queries/webhooks';
import { textFor, type Locale, type Text } from '../../text';
import { number } from '../../text/format';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { AccountCrumbs } from '../accounts/crumbs';
import { bodyOptions } from '../body-options';
import { textOf, typedIn } from '../form';
import { refusalResponse, requireViewer, type Answered } from '../respond';
import { WebhookForm } from './webhook-form';
import { scopeText, Secret, stateText } from './webhook-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const [webhooks, owners, tree] = await Promise.all([
    webhooksOf(world, viewer, locale),
    webhookOwners(world, viewer, locale),
    bodyTree(world, locale),
  ]);
  const removed = new URL(args.request.url).searchParams.get('done') === 'removed';
  return {
    locale,
    title: t.webhooks.title,
    webhooks,
    owners,
    removed,
    bodies: bodyOptions({ tree, locale, value: ({ slug }) => slug }),
  };
}

/** Besides a refusal: the secret of the new one, told this once. */
type Kept = Answered & { made?: { webhookId: string; secret: string } };

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const typed = await typedIn(args.request);
  if (textOf(typed, 'intent') !== 'subscribe') throw new Response(null, { status: 400 });
  const made = await subscribe(here.world, here.viewer, typed);
  return made.ok ? ({ made: made.value } satisfies Kept) : refusalResponse(here, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Webhooks() {
  const { locale, title, webhooks, owners, removed, bodies } = useLoaderData<typeof loader>();
  const { made, refused, typed } = (useActionData<typeof action>() ?? {}) as Kept;
  const t = textFor(locale);
  const say = t.webhooks;
  return (
    <>
      <PageHead crumbs={<AccountCrumbs t={t} locale={locale} />} title={title} lead={say.lead} />
      <Stack gap="l">
        {removed && !refused && !made ? <Alert tone="success">{say.removed}</Alert> : null}
        {made ? <Secret t={t} secret={made.secret} /> : null}
        {webhooks.length > 0 ? (
          <Table {...tableOf({ t, locale, webhooks })} />
        ) : (
          <EmptyState title={say.none}>{owners.length === 0 ? say.nobody : null}</EmptyState>
        )}
        {owners.length > 0 ? (
          <Section title={say.add} lead={say.check} id="add">
            <WebhookForm {...{ t, locale, owners, bodies, refused }} typed={typed ?? {}} />
          </Section>
        ) : null}
      </Stack>
    </>
  );
}

type Shown = { t: Text; locale: Locale; webhooks: readonly WebhookView[] };

const tableOf = ({ t, locale, webhooks }: Shown) => {
  const say = t.webhooks;
  return {
    caption: say.title,
    captionHidden: true,
    columns: [
      { key: 'address', label: say.columns.address, width: 'wide' },
      { key: 'owner', label: say.columns.owner },
      { key: 'scope', label: say.scope },
      { key: 'state', label: say.columns.state },
      { key: 'waiting', label: say.columns.waiting, align: 'end', width: 'fit' },
    ] as const,
    rows: webhooks.map((one) => ({
      id: one.id,
      tone: one.stopped ? ('danger' as const) : one.failingSince === null ? ('plain' as const) : ('clock' as const),
      cells: {
        address: <a href={`/${locale}/account/webhooks/${one.id}`}>{one.url}</a>,
        owner: one.owner ?? say.administrators,
        scope: scopeText(t, one),
        state: stateText(t, locale, one),
        waiting: number(locale, one.waiting),
      },
    })),
  };
};
