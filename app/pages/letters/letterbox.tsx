// Letters: one's own; all of them for administrators; in a demonstration that sends no mail, those with one-time links for
// whoever names the address. Elsewhere a visitor is sent to sign in.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAdministrator } from '../../core/viewer';
import { isOpenLetterbox, LETTER_STATES, listLetters, openLetters } from '../../queries/letters';
import { textFor, type Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Tabs } from '../../ui/details';
import { Field, Select } from '../../ui/field';
import { FilterBar, SearchBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf, requireViewer } from '../respond';
import { LetterTable } from './letter-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer: visitor, locale } = contextOf(args);
  const { modes } = args.context;
  const query = new URL(args.request.url).searchParams;
  const to = query.get('to')?.trim() ?? null;
  const sendsMail = modes.post === 'smtp';
  const all = visitor !== null && isAdministrator(visitor);
  if ((visitor === null || (to !== null && !all)) && (await isOpenLetterbox(world, modes)))
    return {
      view: 'open' as const,
      locale,
      to: to ?? '',
      signedIn: visitor !== null,
      rows: to ? await openLetters(world, to) : [],
    };
  const viewer = visitor ?? requireViewer(args).viewer;
  const state = LETTER_STATES.find((id) => id === query.get('state'));
  const mine = !all || query.get('whose') === 'mine';
  const filter = {
    personId: mine ? viewer.personId : undefined,
    state: all ? state : undefined,
    email: all && !mine && to ? to : undefined,
  };
  const page = await listLetters(world, { filter, after: query.get('after'), before: query.get('before') });
  return { view: 'own' as const, locale, sendsMail, all, mine, filter, page };
}
type Shown = Awaited<ReturnType<typeof loader>>;

/** Never kept by anyone: letters carry links. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { title, open } = textFor(data?.locale ?? 'kk').letterbox;
  return [{ title: `${data?.view === 'open' ? open.title : title} — Kenes` }, { name: 'robots', content: 'noindex' }];
};

export default function Letterbox() {
  const shown = useLoaderData<typeof loader>() as Shown;
  const t = textFor(shown.locale);
  return shown.view === 'open' ? <Open t={t} {...shown} /> : <Own t={t} {...shown} />;
}

function Open({ t, locale, to, rows, signedIn }: Extract<Shown, { view: 'open' }> & { t: Text }) {
  const say = t.letterbox.open;
  const action = `/${locale}/letters`;
  const query = `?to=${encodeURIComponent(to)}`;
  return (
    <Narrow>
      <PageHead title={say.title} lead={say.lead} />
      <Stack>
        <Alert tone="warning">
          <p>{say.why}</p>
        </Alert>
        <SearchBar action={action} name="to" label={say.label} button={say.button} value={to} />
        {rows.length > 0 ? (
          <LetterTable {...{ t, locale, rows }} hrefOf={(id) => `${action}/${id}${query}`} />
        ) : to ? (
          <EmptyState
            title={say.empty}
            action={
              <>
                <LinkButton weight="primary" href={`${action}${query}`}>
                  {say.again}
                </LinkButton>
                <LinkButton href={`/${locale}/sign-in/link`}>{say.askLink}</LinkButton>
              </>
            }
          >
            {say.emptyText}
          </EmptyState>
        ) : null}
        {signedIn ? null : (
          <p>
            <a href={`/${locale}/sign-in?to=${encodeURIComponent(action)}`}>{say.signIn}</a>
          </p>
        )}
      </Stack>
    </Narrow>
  );
}

function Own({ t, locale, sendsMail, all, mine, filter, page }: Extract<Shown, { view: 'own' }> & { t: Text }) {
  const say = t.letterbox;
  const action = `/${locale}/letters`;
  const kept = { whose: all && mine ? 'mine' : undefined, state: filter.state, to: filter.email };
  const link = (more: Record<string, string | undefined>) => {
    const query = new URLSearchParams(
      Object.entries({ ...kept, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1])),
    );
    return `${action}${query.size > 0 ? `?${query.toString()}` : ''}`;
  };
  const filtered = filter.state !== undefined || filter.email !== undefined;
  return (
    <>
      <PageHead title={say.title} lead={all && !mine ? say.leadAll : say.lead} />
      <Stack>
        {sendsMail ? null : (
          <Alert tone="info" title={say.noMail.title}>
            <p>{say.noMail.text}</p>
          </Alert>
        )}
        {all ? (
          <>
            <Tabs
              label={say.whose.label}
              tabs={[
                { href: action, label: say.whose.all, current: !mine },
                { href: `${action}?whose=mine`, label: say.whose.mine, current: mine },
              ]}
            />
            <FilterBar
              action={action}
              label={say.filter.label}
              apply={say.filter.apply}
              clear={
                filtered ? { href: link({ state: undefined, to: undefined }), label: say.filter.clear } : undefined
              }
              keep={{ whose: kept.whose }}
            >
              <Select
                name="state"
                label={say.filter.state}
                empty={say.filter.any}
                value={filter.state}
                options={LETTER_STATES.map((id) => ({ value: id, label: say.states[id] }))}
              />
              {mine ? null : <Field name="to" type="email" label={say.filter.email} value={filter.email} />}
            </FilterBar>
          </>
        ) : null}
        {page.rows.length > 0 ? (
          <LetterTable
            {...{ t, locale }}
            rows={page.rows}
            withAddress={all && !mine}
            hrefOf={(id) => `${action}/${id}`}
          />
        ) : (
          <EmptyState title={filtered ? say.none.title : say.empty.title}>
            {filtered ? say.none.text : say.empty.text}
          </EmptyState>
        )}
        {page.newer || page.older ? (
          <Pagination
            label={say.pages.label}
            newer={page.newer ? { href: link({ before: page.newer }), label: say.pages.newer } : undefined}
            older={page.older ? { href: link({ after: page.older }), label: say.pages.older } : undefined}
          />
        ) : null}
      </Stack>
    </>
  );
}
