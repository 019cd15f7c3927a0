// One meeting of a council for everyone: its agenda before, who was there, what was decided and the minutes after. The secretary changes
// and records it here.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeMeeting } from '../../commands/meetings/call';
import { holdMeeting } from '../../commands/meetings/hold';
import { dayOf } from '../../core/day';
import { meetingView, type MeetingView } from '../../queries/meeting';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList, Tag } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered, type Here } from '../respond';
import { Resumed } from '../resumed';
import { meetingLabels } from './meeting-fields';
import { ChangeForm, RecordForm } from './meeting-forms';
import { Agenda, Attendance, Minutes } from './meeting-parts';

async function found({ world, viewer, locale }: Here, { slug, number = '' }: LoaderFunctionArgs['params']) {
  const meeting = await meetingView(world, viewer, number, locale);
  if (!meeting || meeting.council.slug !== slug) throw new Response(null, { status: 404 });
  return meeting;
}

export async function loader(args: LoaderFunctionArgs) {
  const here = contextOf(args);
  const { world, viewer, locale } = here;
  const meeting = await found(here, args.params);
  return {
    ...{ locale, meeting, today: dayOf(world.now()), done: new URL(args.request.url).searchParams.get('done') },
    draftKey: `meeting-${meeting.number}:${viewer?.personId ?? ''}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const here = requireViewer(args);
  const meeting = await found(here, args.params);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const address = `/${here.locale}/councils/${meeting.council.slug}/meetings/${meeting.number}`;
  switch (textOf(typed, 'intent')) {
    case 'change': {
      const made = await changeMeeting(here.world, here.viewer, { ...typed, meetingId: meeting.id });
      return made.ok ? redirect(`${address}?done=changed`, 303) : refusalResponse(here, made.refusal, typed);
    }
    case 'hold': {
      const decisions = decisionsIn(typed, meeting);
      const made = await holdMeeting(here.world, here.viewer, { ...typed, meetingId: meeting.id, decisions });
      if (made.ok) return redirect(`${address}?done=held`, 303);
      // What is wrong with a decision is told by its place in the list; the page names its fields by the question.
      const fields = Object.entries(made.refusal.fields ?? {}).map(([name, problem]) => [
        name.replace(/^decisions\.(\d+)/, (_, at: string) => `decision.${decisions[Number(at)]?.itemId}`),
        problem,
      ]);
      return refusalResponse(here, { ...made.refusal, fields: Object.fromEntries(fields) }, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

const decisionsIn = (typed: Typed, { agenda }: MeetingView) =>
  agenda.map(({ id }) => ({
    itemId: id,
    kk: textOf(typed, `decision.${id}.kk`),
    ru: textOf(typed, `decision.${id}.ru`),
  }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data ? `${textFor(data.locale).councilDesk.meeting.title(data.meeting.day)}: ${data.meeting.council.name}` : ''} — Kenes`,
  },
];

const isDone = (text: string | null): text is 'called' | 'changed' | 'held' =>
  text === 'called' || text === 'changed' || text === 'held';

export default function MeetingPage() {
  const { locale, meeting, today, done, draftKey } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.councilDesk;
  const { council, number, day, time, place, agenda, held, came, mayRecord } = meeting;
  const part = { t, locale, meeting };
  const form = { ...part, refused, typed };
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/councils`, label: t.councils.title },
              { href: `/${locale}/councils/${council.slug}`, label: council.name },
            ]}
          />
        }
        eyebrow={number}
        title={say.meeting.title(day)}
        meta={
          <Tag tone={held ? 'good' : day < today ? 'clock' : 'brand'}>
            {held ? say.meetings.held : day < today ? say.meetings.notRecorded : say.meetings.called}
          </Tag>
        }
      />
      <Stack gap="l">
        {isDone(done) && !refused ? <Alert tone="success">{say.meeting.done[done]}</Alert> : null}
        {came && !held ? <Alert tone="info">{say.meeting.awaited}</Alert> : null}
        <Resumed t={t} resumed={resumed} />
        <Refused
          t={t}
          refused={refused}
          labels={{
            ...meetingLabels(t),
            ...Object.fromEntries(
              agenda.flatMap(({ id, title }) =>
                (['kk', 'ru'] as const).map((one) => [`decision.${id}.${one}`, say.decisionOn(title, one)]),
              ),
            ),
          }}
        />
        <DefinitionList
          items={[
            { term: say.meeting.when, value: <time dateTime={`${day}T${time}`}>{say.meeting.moment(day, time)}</time> },
            { term: say.meeting.where, value: place },
          ]}
        />
        {mayRecord && came ? (
          <Section title={say.meeting.record} lead={say.meeting.recordLead} id="record">
            <RecordForm {...form} draftKey={`${draftKey}:record`} resumed={resumed} />
          </Section>
        ) : (
          <Agenda {...part} />
        )}
        {held ? (
          <>
            <Attendance {...part} held={held} />
            <Minutes {...part} held={held} />
          </>
        ) : null}
        {mayRecord ? <ChangeForm {...form} today={today} /> : null}
      </Stack>
    </>
  );
}
