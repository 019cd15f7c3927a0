// The public list of rounds: those that close soon, then all by stage with their counts, filters, pages both ways, feeds.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ROUND_KINDS, STAGES } from '../../../guide/schema';
import { addWorkingDays } from '../../core/calendar';
import { dayOf } from '../../core/day';
import { bodyTree, flatten } from '../../queries/bodies';
import { wordOf } from '../../queries/guide';
import { roundCursorOf, roundFilterOf } from '../../queries/round-filter';
import { countStages, listRounds } from '../../queries/rounds';
import { textFor } from '../../text';
import { number } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Tabs } from '../../ui/details';
import { SearchBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Pagination } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { bodyOptions } from '../body-options';
import { contextOf } from '../respond';
import { addressOf, roundsAddress } from './addresses';
import { FeedLinks, feedMeta } from '../feeds/feed-links';
import { aboutOf, Feeds } from './feeds';
import { RoundListFilter } from './list-filter';
import { RoundCards } from './round-cards';
import { RoundTable } from './round-table';

/** Working days within which a round counts as closing soon, and how many such rounds stand on top of the list. */
const SOON = 5;
const ON_TOP = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const filter = roundFilterOf(query);
  const today = dayOf(world.now());
  const [after, before] = [roundCursorOf(query.get('after')), roundCursorOf(query.get('before'))];
  const first = !after && !before && Object.values(filter).every((value) => !value);
  const [page, counts, tree, soon] = await Promise.all([
    listRounds(world, { filter, after, before, locale }),
    countStages(world, filter),
    bodyTree(world, locale),
    first
      ? listRounds(world, {
          filter: { ...filter, stage: 'open' },
          limit: ON_TOP,
          closesBy: addWorkingDays(world.guide.calendar, today, SOON),
          locale,
        })
      : null,
  ]);
  const edition = world.guide.inForceOn(today);
  const named = (group: string, ids: readonly string[]) =>
    ids.map((id) => ({ id, name: wordOf(edition, locale, `${group}.${id}.name`) }));
  return {
    ...{ locale, title: t.rounds.title, filter, today, page, counts, soon: soon?.rows ?? [], origin: world.origin },
    kinds: named('kind', edition.rounds ? ROUND_KINDS : []),
    stages: STAGES.map((id) => ({ id, name: wordOf(edition, locale, `stage.${id}.name`) })),
    bodies: bodyOptions({ tree, locale, value: ({ slug }) => slug }),
    body: filter.body ? flatten(tree).find(({ slug }) => slug === filter.body)?.names[locale] : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: 'Kenes' }];
  const { rounds } = textFor(data.locale);
  const { body, topic, region } = data.filter;
  return [
    { title: `${data.title} — Kenes` },
    { name: 'description', content: rounds.lead },
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'application/atom+xml',
      title: rounds.feeds.atom,
      href: addressOf(`${data.origin}/${data.locale}/rounds.atom`, { body, topic, region }),
    },
    ...(topic ? feedMeta(data.locale, { what: 'topic', value: topic }) : []),
  ];
};

export default function Rounds() {
  const { locale, title, filter, today, page, counts, soon, kinds, stages, bodies, body } =
    useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.rounds;
  const { body: slug, topic, region } = filter;
  const days = { body: slug, topic, region };
  const asked = Object.values(filter).some(Boolean);
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <PageHead
        title={title}
        lead={say.lead}
        actions={
          <LinkButton href={addressOf(`/${locale}/rounds/calendar`, days)} icon="clock">
            {say.calendar.open}
          </LinkButton>
        }
      />
      {soon.length > 0 ? (
        <Section title={say.soon.title} lead={say.soon.lead(SOON)}>
          <RoundCards t={t} locale={locale} today={today} rows={soon} />
        </Section>
      ) : null}
      <Section title={say.allTitle}>
        <Stack>
          <SearchBar
            action={`/${locale}/rounds`}
            label={say.search.label}
            button={say.search.button}
            value={filter.q}
            keep={Object.fromEntries(
              Object.entries(filter).map(([name, value]) => [name, name === 'q' || !value ? undefined : value]),
            )}
          />
          <RoundListFilter {...{ t, locale, filter, bodies, body, kinds }} />
          <Tabs
            label={say.byStage}
            tabs={[
              {
                href: roundsAddress(locale, filter, { stage: null }),
                label: say.all,
                count: number(locale, all),
                current: !filter.stage,
              },
              ...stages
                .filter(({ id }) => (counts[id] ?? 0) > 0 || filter.stage === id)
                .map(({ id, name }) => ({
                  href: roundsAddress(locale, filter, { stage: id }),
                  label: name,
                  count: number(locale, counts[id] ?? 0),
                  current: filter.stage === id,
                })),
            ]}
          />
          {page.rows.length > 0 ? (
            <RoundTable t={t} locale={locale} today={today} rows={page.rows} />
          ) : (
            <EmptyState title={asked ? say.none.title : say.empty.title}>
              {asked ? say.none.text : say.empty.text}
            </EmptyState>
          )}
          {page.newer || page.older ? (
            <Pagination
              label={say.pages.label}
              newer={
                page.newer
                  ? { href: roundsAddress(locale, filter, { before: page.newer }), label: say.pages.newer }
                  : undefined
              }
              older={
                page.older
                  ? { href: roundsAddress(locale, filter, { after: page.older }), label: say.pages.older }
                  : undefined
              }
            />
          ) : null}
          <Feeds t={t} locale={locale} asked={days} about={aboutOf(t, { name: body, topic, region })} />
          {topic ? <FeedLinks {...{ t, locale, of: { what: 'topic', value: topic } }} /> : null}
        </Stack>
      </Section>
    </>
  );
}
