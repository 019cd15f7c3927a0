// One act for many cases: accepted, assigned or answered one after the other. What was refused stays, with the reason and what was typed.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '../../core/day';
import { bodiesOfOfficial } from '../../queries/desk';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { EmptyState } from '../../ui/words';
import { signerOf } from '../appeals/signer';
import { carriedIn, interrupted } from '../carry';
import { listIn, textOf, typedIn, type Typed } from '../form';
import { contextOf, requireViewer } from '../respond';
import { Resumed } from '../resumed';
import { doTogether, spreadTo, type Result } from './together-acts';
import { TogetherForm } from './together-form';
import { factsOf, isTogether, togetherView } from './together-view';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  if (bodiesOfOfficial(known.viewer).length === 0) throw new Response(null, { status: 403 });
  const query = new URL(args.request.url).searchParams;
  const act = query.get('act');
  if (!isTogether(act)) throw new Response(null, { status: 404 });
  return { ...known, act, facts: await factsOf(known.world, known.viewer, query.getAll('case')) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, act, facts } = await here(args);
  return {
    locale,
    title: t.office.together.title[act],
    view: await togetherView(world, viewer, facts, { act, locale }),
  };
}

type Answer = { results?: Result[]; typed: Typed; stage?: 'own'; resumed?: { lostFiles: boolean } };

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { world, viewer, t, act, facts } = await here(args);
  const typed = await typedIn(args.request);
  const carried = carriedIn(typed);
  if (carried)
    return {
      ...{ typed: carried.typed, resumed: { lostFiles: false } },
      ...(Object.keys(carried.typed).some((name) => name.startsWith('own.')) && { stage: 'own' as const }),
    } satisfies Answer;
  if (textOf(typed, 'intent') === 'spread') {
    const ticked = facts.filter(({ appeal }) => listIn(typed, 'case').includes(appeal.number));
    const signer = signerOf(viewer, ticked[0]?.appeal.bodyId ?? '');
    const own = spreadTo(ticked, typed, { signer, today: dayOf(world.now()) });
    return { typed: { ...typed, ...own }, stage: 'own' } satisfies Answer;
  }
  const results = await doTogether(world, viewer, facts, { act, typed, t });
  const answer = { results, typed, ...(act === 'answer' && { stage: 'own' as const }) } satisfies Answer;
  return data(answer, { status: results.some(({ refused }) => refused) ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [{ title: `${known?.title ?? ''} — Kenes` }];

export default function Together() {
  const { locale, title, view } = useLoaderData<typeof loader>();
  const { results = [], typed, stage, resumed } = (useActionData<typeof action>() ?? {}) as Partial<Answer>;
  const t = textFor(locale);
  const say = t.office.together;
  const done = results.filter(({ refused }) => !refused).map(({ number }) => number);
  const left = results.length - done.length;
  // What was done is told as done, not as closed.
  const closed = view.closed.filter((number) => !done.includes(number));
  const link = (number: string) => (
    <li key={number}>
      <a href={`/${locale}/appeals/${number}`}>{t.case.number(number)}</a>
    </li>
  );
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/desk`, label: t.desk.title }]} />}
        title={title}
        lead={say.lead[view.act]}
      />
      <Narrow>
        <Stack>
          <Resumed t={t} resumed={resumed} />
          {done.length > 0 ? (
            <Alert tone="success" title={say.done(done.length)}>
              <ul>{done.map(link)}</ul>
            </Alert>
          ) : null}
          {left > 0 ? <Alert tone="danger">{say.left(left)}</Alert> : null}
          {closed.length > 0 ? (
            <Alert tone="info" title={say.closed(closed.length)}>
              <ul>{closed.map(link)}</ul>
            </Alert>
          ) : null}
          {view.others.length > 0 ? (
            <Alert tone="info" title={say.kinds}>
              <ul>{view.others.map(link)}</ul>
            </Alert>
          ) : null}
          {view.cases.length > 0 ? (
            <TogetherForm {...{ t, locale, view, typed, results }} stage={stage ?? 'common'} />
          ) : done.length > 0 ? null : (
            <EmptyState title={say.none.title}>{say.none.text}</EmptyState>
          )}
        </Stack>
      </Narrow>
    </>
  );
}
