// The search page: what was asked, in what of it the words stand, how much there is of each noun, and what to do where nothing was found.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { KINDS } from '../../../guide/schema';
import { askSearch } from '../../commands/searches/ask';
import { dropSearch } from '../../commands/searches/drop';
import { saveSearch } from '../../commands/searches/save';
import { seeSearch } from '../../commands/searches/see';
import { dayOf } from '../../core/day';
import { cursorOf, cursorText } from '../../queries/appeal-filter';
import { bodyTree } from '../../queries/bodies';
import { isSaved } from '../../queries/saved-searches';
import { search } from '../../queries/search';
import { FOUND_KINDS, searchFilterOf, searchQuery, type Place } from '../../queries/search-filter';
import { COUNTED } from '../../queries/search-list';
import { textFor, type Text } from '../../text';
import { number } from '../../text/format';
import { Tabs } from '../../ui/details';
import { SearchBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { bodyOptions } from '../body-options';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, refusalView, requireViewer, saidBy, type Answered } from '../respond';
import { Hits } from './hits';
import { SaveButton } from './saved-search';
import { searchAddress, SearchFields } from './search-fields';

const placeText = (place: Place | null): string | null =>
  place && cursorText({ receivedAt: new Date(place.at), id: place.id });

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const filter = searchFilterOf(query);
  const asked = { filter, after: cursorOf(query.get('after')), before: cursorOf(query.get('before')), locale };
  const value = searchQuery(filter);
  const asking = filter.q ? await askSearch(world, viewer, { address: args.context.address || null }) : null;
  const [found, tree, saved] = await Promise.all([
    asking?.ok ? search(world, viewer, asked) : null,
    bodyTree(world, locale),
    isSaved(world, viewer, value),
  ]);
  const { texts } = world.guide.inForceOn(dayOf(world.now()));
  const known = {
    ...{ locale, title: t.search.title, filter, value, saved, signedIn: viewer !== null },
    refused: asking?.ok === false ? refusalView(t, asking.refusal) : undefined,
    found: found && { ...found, newer: placeText(found.newer), older: placeText(found.older) },
    bodies: bodyOptions({ tree, locale, value: ({ slug }) => slug }),
    kinds: KINDS.map((id) => ({ id, name: texts[locale][`kind.${id}.name`] ?? id })),
  };
  return data(known, asking?.ok === false ? saidBy(asking.refusal) : { status: 200 });
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  // As an address says it, whatever was sent: the same search is kept once, and can be gone back to.
  const value = searchQuery(searchFilterOf(new URLSearchParams(textOf(typed, 'value'))));
  const back = redirect(
    `/${locale}/${textOf(typed, 'back') === 'account' ? 'account#searches' : `search?${value}`}`,
    303,
  );
  const command = { save: saveSearch, drop: dropSearch, see: seeSearch }[textOf(typed, 'intent')];
  if (!command) throw new Response(null, { status: 400 });
  const done = await command(world, viewer, { value });
  return done.ok ? back : refusalResponse(here, done.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: `${known?.filter.q ? `${known.filter.q} · ` : ''}${known?.title ?? ''} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

type Known = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Search() {
  const known = useLoaderData<typeof loader>();
  const { locale, filter, found, refused, value, saved, signedIn, bodies, kinds } = known;
  const answered = useActionData<typeof action>() as Answered | undefined;
  const t = textFor(locale);
  const say = t.search;
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Stack>
        <Refused t={t} refused={answered?.refused ?? refused} labels={{}} />
        <SearchBar
          action={`/${locale}/search`}
          label={say.label}
          button={say.button}
          hint={say.hint}
          value={filter.q}
          keep={{ ...Object.fromEntries(new URLSearchParams(value)), q: undefined }}
        />
        <SearchFields {...{ t, locale, filter, bodies, kinds }} />
        {found ? <Results t={t} known={known} /> : null}
        {found && !answered?.refused ? <SaveButton {...{ t, locale, value, saved, signedIn }} /> : null}
      </Stack>
    </>
  );
}

function Results({ t, known }: { t: Text; known: Known }) {
  const { locale, filter, found } = known;
  if (!found) return null;
  const say = t.search;
  const { hits, counts, newer, older, slips } = found;
  const address = (name: 'after' | 'before', place: string) => `${searchAddress(locale, filter)}&${name}=${place}`;
  return (
    <>
      {slips.length > 0 ? (
        <Alert tone="info">
          <p>
            {say.mended(
              slips.map(({ typed }) => t.appeals.filter.words(typed)).join(', '),
              slips.map(({ meant }) => t.appeals.filter.words(meant)).join(', '),
            )}
          </p>
        </Alert>
      ) : null}
      <Tabs
        label={say.byWhat}
        look="within"
        tabs={FOUND_KINDS.map((what) => ({
          href: searchAddress(locale, filter, { what }),
          label: say.what[what],
          count: counts[what] > COUNTED ? say.more(COUNTED) : number(locale, counts[what]),
          current: what === filter.what,
        }))}
      />
      {hits.length > 0 ? <Hits t={t} locale={locale} hits={hits} /> : <Nothing t={t} known={known} />}
      {newer || older ? (
        <Pagination
          label={t.appeals.pages.label}
          newer={newer ? { href: address('before', newer), label: t.appeals.pages.newer } : undefined}
          older={older ? { href: address('after', older), label: t.appeals.pages.older } : undefined}
        />
      ) : null}
    </>
  );
}

function Nothing({ t, known: { locale, filter, found } }: { t: Text; known: Known }) {
  const say = t.search.none;
  const elsewhere = found && Object.values(found.counts).some((count) => count > 0);
  const single = found?.single ?? [];
  return (
    <EmptyState title={say.title}>
      {elsewhere ? say.elsewhere : say.text}
      {single.length > 0 ? (
        <>
          {' '}
          {say.single}{' '}
          {single.map((q, at) => (
            <span key={q}>
              {at > 0 ? ', ' : ''}
              <a href={searchAddress(locale, filter, { q })}>{q}</a>
            </span>
          ))}
        </>
      ) : null}
    </EmptyState>
  );
}
