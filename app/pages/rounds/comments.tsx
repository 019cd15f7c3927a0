// All comments of a round: filtered, by pages, each with its place, its voices and its answer. Quick however many there are.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DISPOSITIONS, ORIGINS } from '../../../guide/schema';
import { ANSWERS, commentCursorOf, commentFilterOf, isNarrow } from '../../queries/comment-filter';
import { listComments, type CommentRow } from '../../queries/comments';
import { wordOf } from '../../queries/guide';
import { roundFacts } from '../../queries/round-facts';
import { textFor, type Locale, type Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Field, Select } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { EmptyState, Muted, Tag } from '../../ui/words';
import { contextOf } from '../respond';
import { commentAddress, commentsAddress, roundAddress } from './addresses';
import { DispositionTag } from './disposition';
import { readIn } from './part';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const facts = await roundFacts(world, viewer, args.params.number ?? '');
  if (!facts || facts.round.phase === 'preparing') throw new Response(null, { status: 404 });
  const filter = commentFilterOf(query);
  const page = await listComments(world, viewer, facts, {
    ...{ filter, locale, lang: readIn(query, locale) },
    after: commentCursorOf(query.get('after')),
    before: commentCursorOf(query.get('before')),
  });
  const edition = world.guide.edition(facts.round.edition);
  const named = (group: string, ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, wordOf(edition, locale, `${group}.${id}.name`)]));
  const { number, settings } = facts.round;
  return {
    ...{ locale, number, filter, page, open: facts.open, total: facts.counts.total, roundTitle: settings.title },
    names: { ...named('disposition', DISPOSITIONS), ...named('origin', ORIGINS) } as Record<string, string>,
    title: t.comments.list.title(number),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

function AnswerCell({ t, row }: { t: Text; row: CommentRow }) {
  const say = t.comments.list;
  if (row.code && row.codeName) return <DispositionTag code={row.code} name={row.codeName} />;
  if (row.phase === 'withdrawn') return <Muted>{say.withdrawn}</Muted>;
  return row.overdue ? <Tag tone="danger">{say.silent(row.dueDay)}</Tag> : <Muted>{say.waiting(row.dueDay)}</Muted>;
}

function SaidCell({ t, locale, row }: { t: Text; locale: Locale; row: CommentRow }) {
  const say = t.comments;
  const name = row.name ?? say.one.hiddenName;
  return (
    <>
      <a href={commentAddress(locale, row.number)}>{row.number}</a> · {row.own ? `${name} (${say.one.own})` : name}
      {row.voices > 0 ? <Tag tone="brand">{say.list.voices(row.voices)}</Tag> : null}
      {row.moderated ? <p className="muted">{say.one.moderated(row.moderated.groundName, row.moderated.by)}</p> : null}
      {row.text ? (
        <p lang={row.language}>
          {row.text}
          {row.cut ? say.list.more : ''}
        </p>
      ) : null}
      {row.hasWording ? <Muted>{say.list.wording}</Muted> : null}
    </>
  );
}

export default function RoundComments() {
  const { locale, number, filter, page, open, total, names, title, roundTitle } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.comments.list;
  const lang = locale === 'kk' ? 'kk' : 'ru';
  const answerName = (one: (typeof ANSWERS)[number]) =>
    one === 'unanswered' || one === 'withdrawn' || one === 'hidden' ? say[one] : (names[one] ?? one);
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: roundAddress(locale, number), label: number }]} />}
        eyebrow={<span lang={lang}>{roundTitle[lang]}</span>}
        title={title}
        lead={say.count(total)}
        actions={
          open ? (
            <LinkButton weight="primary" icon="plus" href={`${roundAddress(locale, number)}/comment`}>
              {say.comment}
            </LinkButton>
          ) : undefined
        }
      />
      <Stack>
        <FilterBar
          action={commentsAddress(locale, number)}
          label={say.filter}
          apply={say.apply}
          clear={isNarrow(filter) ? { href: commentsAddress(locale, number), label: say.clear } : undefined}
          keep={{
            clause: filter.clause || undefined,
            point: filter.point ?? undefined,
            joins: filter.joins || undefined,
          }}
        >
          <Field name="q" label={say.q} value={filter.q} width="m" />
          <Select
            name="answer"
            label={say.answer}
            empty={say.anyAnswer}
            value={filter.answer ?? ''}
            options={ANSWERS.map((one) => ({ value: one, label: answerName(one) }))}
          />
          <Select
            name="participant"
            label={say.participant}
            empty={say.anyone}
            value={filter.participant ?? ''}
            options={(['person', 'organisation', 'council'] as const).map((one) => ({
              value: one,
              label: say.participants[one],
            }))}
          />
          <Select
            name="origin"
            label={say.origin}
            empty={say.anyOrigin}
            value={filter.origin ?? ''}
            options={ORIGINS.map((one) => ({ value: one, label: names[one] ?? one }))}
          />
          <Select
            name="order"
            label={say.order}
            value={filter.order}
            options={(['newest', 'voices'] as const).map((one) => ({ value: one, label: say.orders[one] }))}
          />
        </FilterBar>
        {page.rows.length === 0 ? (
          <EmptyState title={say.none}>{say.noneText}</EmptyState>
        ) : (
          <Table
            caption={title}
            captionHidden
            columns={[
              { key: 'comment', label: say.columns.comment, width: 'wide' },
              { key: 'about', label: say.columns.about },
              { key: 'answer', label: say.columns.answer, width: 'fit' },
            ]}
            rows={page.rows.map((row) => ({
              id: row.id,
              cells: {
                comment: <SaidCell t={t} locale={locale} row={row} />,
                about: row.place ? (
                  <span lang={row.place.language}>{row.place.label || row.place.roleName}</span>
                ) : (
                  t.comments.new.whole
                ),
                answer: <AnswerCell t={t} row={row} />,
              },
              tone: row.overdue ? 'danger' : 'plain',
            }))}
          />
        )}
        <Pagination
          label={say.pages}
          newer={
            page.newer
              ? { href: commentsAddress(locale, number, filter, { before: page.newer }), label: say.newer }
              : undefined
          }
          older={
            page.older
              ? { href: commentsAddress(locale, number, filter, { after: page.older }), label: say.older }
              : undefined
          }
        />
      </Stack>
    </>
  );
}
