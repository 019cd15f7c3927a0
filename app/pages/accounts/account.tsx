// One's own account: name and language, roles and colleagues, password, browsers in which one is signed in.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { furtherAddresses } from '../../queries/addresses';
import { accountOf } from '../../queries/accounts';
import { followsOf } from '../../queries/follows';
import { savedSearches } from '../../queries/saved-searches';
import { searchNames } from '../../queries/search-names';
import { textFor, type Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Narrow, Section } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf } from '../form';
import { requireViewer, type Answered } from '../respond';
import { SavedList } from '../search/saved-list';
import { actOnAccount, DONE, type Done } from './account-acts';
import { CalendarOfDuties } from './account-calendar';
import { Addresses } from './account-addresses';
import { Colleagues, type Invited } from './account-colleagues';
import { Follows } from './account-follows';
import { Password, Profile, Roles } from './account-parts';
import { Register } from './account-register';
import { Sessions } from './account-sessions';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const done = DONE.find((word) => word === searchParams.get('done')) ?? null;
  const count = Math.max(0, Math.trunc(Number(searchParams.get('n')) || 0));
  const [account, follows, searches, names, addresses] = await Promise.all([
    accountOf(world, viewer.personId, args.context.sessionToken),
    followsOf(world, viewer, locale),
    savedSearches(world, viewer),
    searchNames(world, locale),
    furtherAddresses(world, viewer.personId),
  ]);
  return {
    ...{ locale, title: t.accounts.account.title, account, follows, done, count, origin: world.origin },
    ...{ addresses, searches, names },
  };
}

export const action = (args: ActionFunctionArgs) => actOnAccount(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

const doneText = (t: Text, done: Done, count: number): string => {
  const words = t.accounts.account;
  switch (done) {
    case 'saved':
      return words.saved;
    case 'changed':
      return words.changed(count);
    case 'revoked':
      return words.revoked(count);
    case 'left':
      return words.left;
    case 'registered':
      return words.registerSaved;
    case 'last_day':
      return words.lastDaySaved;
    case 'handed_over':
      return words.handedOver;
    case 'address_added':
      return t.addresses.added;
    case 'address_removed':
      return t.addresses.removed;
    case 'calendar':
      return t.duties.stopped;
  }
};

export default function Account() {
  const { addresses, locale, title, account, follows, searches, names, done, count, origin } =
    useLoaderData<typeof loader>();
  const answer = (useActionData<typeof action>() ?? {}) as Answered & { invited?: Invited; calendar?: string };
  const t = textFor(locale);
  /** A refusal belongs to the form that was sent. */
  const of = (intent: string, id?: string) =>
    textOf(answer.typed, 'intent') === intent && (id === undefined || Object.values(answer.typed ?? {}).includes(id))
      ? answer
      : {};
  return (
    <Narrow>
      <PageHead
        title={title}
        lead={account.email}
        actions={
          <LinkButton href={`/${locale}/letters`} weight="secondary">
            {t.accounts.account.letters}
          </LinkButton>
        }
      />
      {done && !answer.refused ? <Alert tone="success">{doneText(t, done, count)}</Alert> : null}
      {account.demo ? <Alert tone="info">{t.accounts.account.demo}</Alert> : null}
      <Profile t={t} account={account} answer={of('profile')} />
      <Roles t={t} locale={locale} account={account} answer={of('end')} />
      <Register t={t} locale={locale} account={account} answerOf={(id) => of('register', id)} />
      <Colleagues
        t={t}
        locale={locale}
        account={account}
        origin={origin}
        invited={answer.invited}
        answerOf={(id) => of('invite', id)}
        arranged={(id) => ({ ...of('last_day', id), ...of('hand_over', id) })}
      />
      <Follows t={t} locale={locale} follows={follows} />
      <Addresses {...{ t, locale, addresses }} demo={account.demo} answer={of('add_address')} />
      <CalendarOfDuties {...{ t, locale, account }} made={answer.calendar} answer={of('calendar')} />
      <Section title={t.search.saved.title} lead={t.search.saved.lead} id="searches">
        {searches.length > 0 ? (
          <SavedList {...{ t, locale, searches, names }} droppable />
        ) : (
          <p>
            {t.search.saved.none} <a href={`/${locale}/search`}>{t.search.title}</a>
          </p>
        )}
      </Section>
      <Password t={t} account={account} answer={of('password')} />
      <Section title={t.signingIn.title} id="signing-in">
        <p>
          {t.signingIn.linkWhy} <a href={`/${locale}/account/signing-in`}>{t.signingIn.link}</a>
        </p>
      </Section>
      <Section title={t.ownData.title} id="data">
        <p>
          {t.ownData.law} <a href={`/${locale}/account/data`}>{t.ownData.title}</a>
        </p>
      </Section>
      <Section title={t.api.keys.page} id="keys">
        <p>
          {t.api.keys.linkWhy} <a href={`/${locale}/account/keys`}>{t.api.keys.link}</a>
        </p>
      </Section>
      <Section title={t.webhooks.title} id="webhooks">
        <p>
          {t.webhooks.linkWhy} <a href={`/${locale}/account/webhooks`}>{t.webhooks.link}</a>
        </p>
      </Section>
      <Sessions t={t} locale={locale} account={account} answer={of('revoke')} />
    </Narrow>
  );
}
