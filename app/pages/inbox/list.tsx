// Notices: every letter to the reader in its own words, read or not, and the way to what comes by mail. Works without scripts: the words
// stand in the page, folded.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { mute } from '../../commands/letters/mute';
import { readLetters } from '../../commands/letters/read';
import { showLetter } from '../../commands/notices/show';
import { COUNTED, listNotices, unreadCount, type Notice } from '../../queries/inbox';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime, number } from '../../text/format';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Details, Tabs } from '../../ui/details';
import { FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination } from '../../ui/table';
import { EmptyState, Tag } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { LetterWords } from '../letters/letter-parts';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, safeReturn, type Answered } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, path } = requireViewer(args);
  const query = new URL(args.request.url).searchParams;
  const unread = query.get('show') === 'unread';
  const [page, waiting] = await Promise.all([
    listNotices(world, viewer, { unread, after: query.get('after'), before: query.get('before') }),
    unreadCount(world, viewer),
  ]);
  const done = query.get('done') === 'muted';
  return { locale, title: t.inbox.title, origin: world.origin, unread, waiting, page, path, done };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  const back = safeReturn(textOf(typed, 'back'), `/${locale}/inbox`);
  switch (textOf(typed, 'intent')) {
    case 'mark': {
      const marked = await readLetters(world, viewer, typed);
      // Its words stand on this page: whoever says of one letter that it is read has seen it.
      const seen =
        marked.ok && marked.value.changed === 1 && textOf(typed, 'as') === 'read' ? textOf(typed, 'letterId') : 'all';
      if (seen !== 'all') await showLetter(world, seen);
      return marked.ok ? redirect(back, 303) : refusalResponse(here, marked.refusal, typed);
    }
    case 'mute': {
      const muted = await mute(world, viewer, typed);
      return muted.ok ? redirect(`/${locale}/inbox?done=muted`, 303) : refusalResponse(here, muted.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

/** Never kept by anyone: letters carry links. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function Notices() {
  const { locale, origin, unread, waiting, page, path, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() as Answered | undefined;
  const t = textFor(locale);
  const say = t.inbox;
  const action = `/${locale}/inbox`;
  const kept = unread ? 'show=unread&' : '';
  return (
    <Narrow>
      <PageHead
        title={say.title}
        lead={say.lead}
        actions={<LinkButton href={`${action}/settings`}>{say.settings}</LinkButton>}
      />
      <Stack>
        <Refused t={t} refused={answered?.refused} />
        {done ? <Alert tone="success">{say.muted.done.muted}</Alert> : null}
        <Tabs
          label={say.filter}
          look="within"
          tabs={[
            { href: action, label: say.all, current: !unread },
            {
              href: `${action}?show=unread`,
              label: say.onlyUnread,
              count: waiting > COUNTED ? `${COUNTED}+` : number(locale, waiting),
              current: unread,
            },
          ]}
        />
        {page.notices.length === 0 ? (
          <EmptyState title={unread ? say.noneUnread : say.none}>
            {unread ? say.noneUnreadText : say.noneText}
          </EmptyState>
        ) : (
          <ol className="inbox">
            {page.notices.map((notice) => (
              <li key={notice.id} className={notice.unread ? 'inbox-one inbox-unread' : 'inbox-one'}>
                <OneNotice {...{ t, locale, origin, notice, back: path }} />
              </li>
            ))}
          </ol>
        )}
        {waiting > 0 ? (
          <form method="post" action={action}>
            <Hidden values={{ intent: 'mark', letterId: 'all', as: 'read', back: path }} />
            <FormActions>
              <SubmitButton weight="secondary">{say.markAll}</SubmitButton>
            </FormActions>
          </form>
        ) : null}
        {page.newer || page.older ? (
          <Pagination
            label={say.pages.label}
            newer={page.newer ? { href: `${action}?${kept}before=${page.newer}`, label: say.pages.newer } : undefined}
            older={page.older ? { href: `${action}?${kept}after=${page.older}`, label: say.pages.older } : undefined}
          />
        ) : null}
      </Stack>
    </Narrow>
  );
}

type Props = { t: Text; locale: Locale; origin: string; notice: Notice; back: string };

function OneNotice({ t, locale, origin, notice, back }: Props) {
  const { id, subject, text, at, unread, mutable } = notice;
  const say = t.inbox;
  const action = `/${locale}/inbox`;
  const name = subject ?? t.letterbox.unwritten;
  return (
    <>
      <p className="inbox-head">
        <a href={`/${locale}/letters/${id}`} lang={subject ? notice.locale : undefined}>
          {name}
        </a>
        {unread ? <Tag tone="brand">{say.isNew}</Tag> : null}
      </p>
      <p className="muted">
        <time dateTime={new Date(at).toISOString()}>{dayAndTime(locale, at)}</time>
      </p>
      {text ? (
        <Details summary={say.words}>
          <LetterWords text={text} origin={origin} lang={notice.locale} />
        </Details>
      ) : null}
      <div className="inbox-acts">
        <form method="post" action={action}>
          <Hidden values={{ intent: 'mark', letterId: id, as: unread ? 'read' : 'unread', back }} />
          <SubmitButton weight="quiet" size="small">
            {unread ? say.markRead : say.markUnread}
            <span className="unseen">{say.markOf(name)}</span>
          </SubmitButton>
        </form>
        {mutable ? (
          <form method="post" action={action}>
            <Hidden values={{ intent: 'mute', letterId: id }} />
            <SubmitButton weight="quiet" size="small">
              {say.mute}
              <span className="unseen">{say.markOf(name)}</span>
            </SubmitButton>
          </form>
        ) : null}
      </div>
    </>
  );
}
