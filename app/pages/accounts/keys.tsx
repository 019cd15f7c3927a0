// Keys of the API: the living ones of every organisation that somebody represents and body that they head, an official's
// own ones, each to be revoked, and the form to
// make another. Its token is shown once, in the answer to the form.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { redirect } from '@remix-run/node';
import { makeKey } from '../../commands/keys/make';
import { revokeKey } from '../../commands/keys/revoke';
import { keyPlaces, type KeyPlace } from '../../queries/keys';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { CopyField } from '../../ui/details';
import { Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';
import { AccountCrumbs } from './crumbs';
import { KeyForm } from './key-form';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const revoked = new URL(args.request.url).searchParams.get('done') === 'revoked';
  return { locale, title: t.api.keys.page, places: await keyPlaces(world, viewer), revoked };
}

/** Besides a refusal: the token of the new key, told this once. */
type Kept = Answered & { token?: string };

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  switch (textOf(typed, 'intent')) {
    case 'make': {
      const made = await makeKey(world, viewer, typed);
      return made.ok ? ({ token: made.value.token } satisfies Kept) : refusalResponse(here, made.refusal, typed);
    }
    case 'revoke': {
      const revoked = await revokeKey(world, viewer, typed);
      return revoked.ok
        ? redirect(`/${locale}/account/keys?done=revoked`)
        : refusalResponse(here, revoked.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Keys() {
  const { locale, title, places, revoked } = useLoaderData<typeof loader>();
  const { token, refused, typed = {} } = (useActionData<typeof action>() ?? {}) as Kept;
  const t = textFor(locale);
  const say = t.api.keys;
  const isMaking = textOf(typed, 'intent') === 'make';
  return (
    <>
      <PageHead
        crumbs={<AccountCrumbs t={t} locale={locale} />}
        title={title}
        lead={say.lead}
        actions={<a href={`/${locale}/api`}>{t.api.link}</a>}
      />
      <Stack gap="l">
        {revoked && !refused && !token ? <Alert tone="success">{say.revoked}</Alert> : null}
        {token ? <Token t={t} token={token} /> : null}
        {isMaking ? null : <Refused t={t} refused={refused} />}
        {places.length === 0 ? <EmptyState title={say.none}>{say.nobody}</EmptyState> : null}
        {places.map((place) => (
          <Section key={place.id} title={place.names[locale]} id={`keys-${place.id}`}>
            {place.keeps ? null : <p>{say.ownOnly}</p>}
            {place.keys.length === 0 ? <p>{say.none}</p> : <Table {...tableOf({ t, locale, place })} />}
          </Section>
        ))}
        {places.length > 0 ? (
          <Section title={say.add} id="make">
            <KeyForm
              {...{ t, locale, places }}
              typed={isMaking ? typed : {}}
              refused={isMaking ? refused : undefined}
            />
          </Section>
        ) : null}
      </Stack>
    </>
  );
}

function Token({ t, token }: { t: Text; token: string }) {
  const { copy, copied } = t.accounts.handOver;
  return (
    <Stack>
      <Alert tone="success">{t.api.keys.once}</Alert>
      <CopyField id="token" label={t.api.keys.token} value={token} {...{ copy, copied }} />
    </Stack>
  );
}

const tableOf = ({ t, locale, place }: { t: Text; locale: Locale; place: KeyPlace }) => {
  const say = t.api.keys;
  const { columns } = say;
  return {
    caption: `${say.page}: ${place.names[locale]}`,
    captionHidden: true,
    columns: [
      { key: 'name', label: columns.name, width: 'wide' },
      { key: 'maker', label: columns.maker },
      { key: 'scopes', label: columns.scopes },
      { key: 'until', label: columns.until },
      { key: 'used', label: columns.used },
      { key: 'act', label: columns.act, width: 'fit' },
    ] as const,
    rows: place.keys.map(({ id, name, maker, scopes, expiresAt, usedAt }) => ({
      id,
      cells: {
        ...{ name, maker, until: dayAndTime(locale, expiresAt) },
        used: usedAt === null ? say.never : dayAndTime(locale, usedAt),
        scopes: scopes.map((scope) => say.scopeNames[scope]).join('; '),
        act: (
          <form method="post" action={`/${locale}/account/keys`}>
            <Hidden values={{ intent: 'revoke', keyId: id }} />
            <SubmitButton weight="quiet">
              {say.revoke} <span className="unseen">{name}</span>
            </SubmitButton>
          </form>
        ),
      },
    })),
  };
};
