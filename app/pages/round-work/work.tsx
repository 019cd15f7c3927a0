// The workbench of a round: points with their standing, comments in none, similar ones on demand. Officials of the body only.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { groupComments } from '../../commands/points/group';
import { makePoint } from '../../commands/points/make-point';
import { NEAR } from '../../core/nearness';
import { readsIn } from '../../core/said';
import { workedRound, workView, type WorkView } from '../../queries/round-work';
import { textFor, type Locale, type Text } from '../../text';
import { longDay, number } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Deadline } from '../../ui/deadline';
import { Stat } from '../../ui/figure';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Grid, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { StageBadge } from '../../ui/stage';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { Points, toApprove, toDraft } from './work-points';
import { Waiting } from './work-waiting';

const ACTS = { make: makePoint, group: groupComments } as const;
const isAct = (text: string): text is keyof typeof ACTS => text in ACTS;
const DONE: Record<string, 'made' | 'grouped' | 'drafted' | 'approved' | 'returnedNow'> = {
  make: 'made',
  group: 'grouped',
  draft: 'drafted',
  approve: 'approved',
  return: 'returnedNow',
};

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const round = await workedRound(known.world, known.viewer, args.params.number ?? '');
  if (!round) throw new Response(null, { status: 404 });
  return { ...known, round };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, round } = await here(args);
  const query = new URL(args.request.url).searchParams;
  const after = /^[0-9a-f-]{36}$/.exec(query.get('after') ?? '')?.[0] ?? null;
  const view = await workView(world, viewer, round, { after, offer: query.get('similar') === '1' }, locale);
  return { locale, view, done: query.get('done'), title: t.roundWork.title(view.number) };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { round, ...known } = await here(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const intent = textOf(typed, 'intent');
  if (!isAct(intent)) throw new Response(null, { status: 400 });
  const made = await ACTS[intent](known.world, known.viewer, { ...typed, roundId: round.id });
  return made.ok
    ? redirect(`/${known.locale}/rounds/${round.number}/work?done=${intent}`, 303)
    : refusalResponse(known, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

type Part = { t: Text; locale: Locale; view: WorkView };

/** By which day, and how near that is; while comments come, until when. */
function Clock({ t, locale, view }: Part) {
  const say = t.roundWork;
  const { stage, closesDay, dueDay, daysLeft } = view;
  if (stage === 'open' || stage === 'announced') return <Alert tone="info">{say.stillOpen(closesDay)}</Alert>;
  if (!dueDay || daysLeft === null) return null;
  const nearness =
    dueDay < view.today ? 'overdue' : dueDay === view.today ? 'today' : daysLeft <= NEAR ? 'soon' : 'calm';
  const notes = { overdue: t.clocks.overdue(Math.max(0, -daysLeft)), today: t.clocks.today };
  return (
    <Deadline
      size="large"
      label={say.answersBy}
      day={dueDay}
      dayText={longDay(locale, dueDay)}
      nearness={nearness}
      note={nearness === 'overdue' || nearness === 'today' ? notes[nearness] : t.clocks.left(daysLeft)}
    />
  );
}

/** What there is to do, in numbers that lead to it. */
function Figures({ t, locale, view }: Part) {
  const say = t.roundWork;
  const { counts, points } = view;
  const [draft, approve] = [points.filter(toDraft).length, points.filter(toApprove).length];
  const tiles = [
    { n: counts.open, label: say.figures.open(counts.open), note: say.ofAll(counts.total) },
    { n: counts.loose, label: say.figures.loose(counts.loose), href: '#waiting', link: say.group },
    { n: draft, label: say.figures.draft(draft), href: '#points', link: say.toPoints },
    { n: approve, label: say.figures.approve(approve), href: '#points', link: say.toPoints },
  ];
  return (
    <Grid min="s">
      {tiles.map(({ n, label, note, href, link }) => (
        <Stat
          key={label}
          figure={number(locale, n)}
          label={label}
          note={note}
          source={href && link && n > 0 ? { href, label: link } : undefined}
        />
      ))}
    </Grid>
  );
}

export default function RoundWork() {
  const { locale, view, title, done } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.roundWork;
  const home = `/${locale}/rounds/${view.number}`;
  const said = done ? DONE[done] : undefined;
  const lang = readsIn(locale);
  const part = { t, locale, view };
  // Each offer has a title of its own to be led to.
  const titleId = textOf(typed, 'offer') ? `title-${textOf(typed, 'offer')}` : 'title';
  const offered = refused?.fields.title === undefined ? {} : { [titleId]: refused.fields.title };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: home, label: view.number }]} />}
        eyebrow={title}
        title={view.title[lang]}
        titleLang={lang}
        lead={view.counts.open === 0 && view.counts.total > 0 ? say.left(0, view.counts.total) : undefined}
        meta={<StageBadge stage={view.stage}>{view.stageName}</StageBadge>}
        actions={
          <>
            <LinkButton href={`${home}/acts`}>{say.actsTitle}</LinkButton>
            <LinkButton href={`${home}/moderation`}>{t.moderation.log.link}</LinkButton>
          </>
        }
      />
      <Stack gap="l">
        {said ? <Alert tone="success">{say[said]}</Alert> : null}
        <Resumed t={t} resumed={resumed} />
        <Refused
          t={t}
          refused={refused && { ...refused, fields: { ...refused.fields, ...offered } }}
          labels={{ [titleId]: say.newPoint, pointId: say.intoPoint, commentIds: say.waitingTitle }}
        />
        <Clock {...part} />
        {view.counts.total > 0 ? <Figures {...part} /> : null}
        {view.points.length > 0 ? <Points {...part} /> : null}
        <Waiting {...{ ...part, home, typed, refused }} />
      </Stack>
    </>
  );
}
