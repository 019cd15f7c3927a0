// All comments of a round in three ways: by the point that answers them, by clause, one after another with filters and search. Quick and
// legible however many there are.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DISPOSITIONS, ORIGINS } from '../../../guide/schema';
import { may } from '../../core/permission';
import { titleOf } from '../../core/point-title';
import { saidIn } from '../../core/said';
import { clauseChoices } from '../../queries/clause-choices';
import { commentCursorOf, commentFilterOf, isNarrow, VIEWS } from '../../queries/comment-filter';
import { clauseGroups, pointGroups } from '../../queries/comment-groups';
import { listComments } from '../../queries/comments';
import { wordOf } from '../../queries/guide';
import { roundFacts } from '../../queries/round-facts';
import { countsByPoint, roundNumbers } from '../../queries/round-numbers';
import { textFor } from '../../text';
import { number } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Tabs } from '../../ui/details';
import { SearchBar } from '../../ui/form';
import { Stack } from '../../ui/layout';
import { Pagination } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { contextOf } from '../respond';
import { commentsAddress, roundAddress } from './addresses';
import { Clauses, Points } from './comment-groups';
import { CommentsFilter } from './comments-filter';
import { Contribution } from './contribution';
import { readIn } from './part';
import { RoundSubHead } from './sub-head';

const placeIn = (query: URLSearchParams): number => {
  const asked = query.get('from');
  return asked && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
};

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const facts = await roundFacts(world, viewer, args.params.number ?? '');
  if (!facts || facts.round.phase === 'preparing') throw new Response(null, { status: 404 });
  const filter = commentFilterOf(query);
  const lang = readIn(query, locale);
  const reads = { locale, lang };
  const [numbers, byPoint] = await Promise.all([
    roundNumbers(world, facts.round.id),
    countsByPoint(world, facts.round.id),
  ]);
  const usual = byPoint.length > 0 ? 'points' : 'all';
  const view = isNarrow(filter) ? 'all' : (VIEWS.find((one) => one === query.get('view')) ?? usual);
  const from = placeIn(query);
  const [clauses, page, groups] = await Promise.all([
    view === 'all' ? clauseChoices(world, facts, locale) : [],
    view === 'all'
      ? listComments(world, viewer, facts, {
          ...{ ...reads, filter },
          after: commentCursorOf(query.get('after')),
          before: commentCursorOf(query.get('before')),
        })
      : null,
    view === 'clauses' ? clauseGroups(world, viewer, facts, { ...reads, from }) : null,
  ]);
  const edition = world.guide.edition(facts.round.edition);
  const named = (group: string, ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, wordOf(edition, locale, `${group}.${id}.name`)]));
  const { round } = facts;
  return {
    ...{ locale, view, filter, numbers, clauses, page, groups },
    round: { number: round.number, title: saidIn(round.settings.title, lang), open: facts.open },
    points: view === 'points' ? pointGroups(world, facts, byPoint, { ...reads, from }) : null,
    moderates: may(viewer, 'round.moderate', round),
    pointCount: byPoint.length,
    ungrouped: numbers.total - byPoint.reduce((sum, { n }) => sum + n, 0),
    point: round.points.filter(({ id }) => id === filter.point).map((point) => titleOf(round, point, lang))[0],
    names: { dispositions: named('disposition', DISPOSITIONS), origins: named('origin', ORIGINS) },
    title: t.comments.list.title,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.round.number} — Kenes` : 'Kenes' },
];

export default function RoundComments() {
  const known = useLoaderData<typeof loader>();
  const { locale, view, filter, numbers, page, groups, points, round, title } = known;
  const t = textFor(locale);
  const say = t.comments.list;
  const home = roundAddress(locale, round.number);
  const to = (one: string) => commentsAddress(locale, round.number, {}, { view: one });
  return (
    <>
      <RoundSubHead
        {...{ t, locale, round }}
        title={title}
        lead={say.lead(numbers.total, numbers.voices, numbers.total - numbers.unanswered)}
        actions={
          round.open ? (
            <LinkButton weight="primary" icon="plus" href={`${home}/comment`}>
              {t.round.comment}
            </LinkButton>
          ) : undefined
        }
      />
      <Stack>
        <SearchBar
          action={commentsAddress(locale, round.number)}
          label={say.search}
          button={t.rounds.search.button}
          hint={t.appeals.search.hint}
          value={filter.q}
          keep={{ view: 'all' }}
        />
        <Tabs
          label={say.views.label}
          tabs={[
            ...(known.pointCount > 0
              ? [
                  {
                    href: to('points'),
                    label: say.views.points,
                    count: number(locale, known.pointCount),
                    current: view === 'points',
                  },
                ]
              : []),
            { href: to('clauses'), label: say.views.clauses, current: view === 'clauses' },
            {
              href: to('all'),
              label: say.views.all,
              count: number(locale, numbers.total - numbers.voices),
              current: view === 'all',
            },
          ]}
        />
        {view === 'all' && page ? (
          <>
            <CommentsFilter
              {...{ t, locale, filter, numbers, round: round.number }}
              clauses={known.clauses}
              point={known.point}
              names={known.names}
            />
            {page.rows.length > 0 ? (
              <div className="contributions">
                {page.rows.map((row) => (
                  <Contribution key={row.id} {...{ t, locale, row }} round={round.number} moderates={known.moderates} />
                ))}
              </div>
            ) : (
              <EmptyState title={isNarrow(filter) ? say.none.title : t.round.numbers.none}>
                {isNarrow(filter) ? say.none.text : round.open ? t.round.numbers.noneYet : t.round.numbers.noneCame}
              </EmptyState>
            )}
            {page.newer || page.older ? (
              <Pagination
                label={say.pages}
                newer={
                  page.newer
                    ? {
                        href: commentsAddress(locale, round.number, filter, { view: 'all', before: page.newer }),
                        label: say.newer,
                      }
                    : undefined
                }
                older={
                  page.older
                    ? {
                        href: commentsAddress(locale, round.number, filter, { view: 'all', after: page.older }),
                        label: say.older,
                      }
                    : undefined
                }
              />
            ) : null}
          </>
        ) : null}
        {points ? <Points {...{ t, locale }} round={round.number} page={points} ungrouped={known.ungrouped} /> : null}
        {groups && groups.groups.length === 0 ? <EmptyState title={t.round.numbers.none} /> : null}
      </Stack>
      {groups ? <Clauses {...{ t, locale }} round={round.number} page={groups} /> : null}
    </>
  );
}
