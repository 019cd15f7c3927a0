// The secretary's week: what the council must look at or waits for, and the form that makes a meeting of it. Members read it too.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { callMeeting } from '../../commands/meetings/call';
import { NEAR } from '../../core/nearness';
import { readsIn } from '../../core/said';
import { AHEAD, councilDesk, type CouncilDesk, type DeskItem } from '../../queries/council-desk';
import { councilBySlug } from '../../queries/councils';
import { textFor, type Locale, type Text } from '../../text';
import { numericDay } from '../../text/format';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Deadline, type Nearness } from '../../ui/deadline';
import { Tabs } from '../../ui/details';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Muted } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { listIn, textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { MeetingFields, meetingLabels } from './meeting-fields';
import { DossierLine } from '../rounds/report-links';
import { MeetingsTable } from './meetings-table';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const slug = args.params.slug ?? '';
  const desk = await councilDesk(known.world, known.viewer, slug, known.locale);
  if (!desk) throw new Response(null, { status: (await councilBySlug(known.world, slug)) ? 403 : 404 });
  return { ...known, desk };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, desk } = await here(args);
  return {
    ...{ locale, desk, key: world.newId(), title: t.councilDesk.title },
    draftKey: `meeting-new-${desk.council.slug}:${viewer.personId}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { desk, ...known } = await here(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const { id, slug } = desk.council;
  const made = await callMeeting(known.world, known.viewer, { ...typed, councilId: id });
  if (!made.ok) return refusalResponse(known, made.refusal, typed);
  return redirect(`/${known.locale}/councils/${slug}/meetings/${made.value.number}?done=called`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.title}: ${data.desk.council.name}` : ''} — Kenes` },
];

type Part = { t: Text; locale: Locale; desk: CouncilDesk; ticked: readonly string[] };

export default function CouncilDeskPage() {
  const { locale, desk, title, key, draftKey } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.councilDesk;
  const { slug, name } = desk.council;
  const parts = <Parts {...{ t, locale, desk }} ticked={listIn(typed, 'items')} />;
  return (
    <>
      <PageHead
        eyebrow={name}
        title={title}
        lead={say.lead(desk.today)}
        actions={
          <>
            <LinkButton href={`/${locale}/councils/${slug}`}>{say.publicPage}</LinkButton>
            {desk.mayCall ? (
              <>
                <LinkButton href={`/${locale}/councils/${slug}/instruments`}>{t.instruments.title}</LinkButton>
                <LinkButton href={`/${locale}/rounds/new`} icon="plus">
                  {say.newRound}
                </LinkButton>
              </>
            ) : null}
          </>
        }
      />
      <Stack gap="l">
        {desk.councils.length > 1 ? (
          <Tabs
            label={say.councils}
            tabs={desk.councils.map((one) => ({
              href: `/${locale}/councils/${one.slug}/desk`,
              label: one.name,
              current: one.slug === slug,
            }))}
          />
        ) : null}
        {desk.mayCall
          ? desk.meetings.lines
              .filter(({ held, day }) => !held && day < desk.today)
              .map(({ number, day }) => (
                <Alert key={number} tone="warning">
                  {say.meetings.awaited(day)}{' '}
                  <a href={`/${locale}/councils/${slug}/meetings/${number}#record`}>{say.meetings.record}</a>
                </Alert>
              ))
          : null}
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={meetingLabels(t)} />
        {desk.mayCall ? (
          <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true}>
            <Hidden values={{ key: textOf(typed, 'key') || key }} />
            <div className="agenda-ticks wide" id="items" tabIndex={-1}>
              {parts}
            </div>
            <Section title={say.call.title} lead={say.call.lead} id="call">
              <div className="form">
                <MeetingFields
                  t={t}
                  min={desk.today}
                  value={(field) => textOf(typed, field)}
                  wrong={(field) => refused?.fields[field]}
                />
              </div>
            </Section>
            <FormActions>
              <SubmitButton busy={t.acts.sending}>{say.call.button}</SubmitButton>
            </FormActions>
          </Form>
        ) : (
          <div>{parts}</div>
        )}
        <Section title={say.meetings.title} id="meetings">
          <MeetingsTable {...{ t, locale, slug, today: desk.today, meetings: desk.meetings }} />
        </Section>
      </Stack>
    </>
  );
}

function Parts({ t, locale, desk, ticked }: Part) {
  const say = t.councilDesk;
  const idle = desk.parts.filter(({ items }) => items.length === 0);
  const waiting = desk.parts.filter(({ items }) => items.length > 0);
  const parts = waiting.map(({ part, items, more }) => {
    const { title, lead } = say.parts[part];
    return (
      <Section key={part} id={part} title={title} lead={lead(AHEAD)}>
        <Table
          caption={title}
          captionHidden
          density="dense"
          head="subject"
          columns={[
            { key: 'due', label: say.columns.due, width: 'fit' },
            { key: 'subject', label: say.columns.subject, width: 'wide' },
            ...(desk.mayCall ? [{ key: 'agenda' as const, label: say.columns.agenda }] : []),
          ]}
          rows={items.map((item, index) => ({
            id: `${part}-${index}`,
            tone: item.dueDay < desk.today ? 'danger' : item.dueDay === desk.today ? 'clock' : 'plain',
            cells: {
              due: <Due {...{ t, locale, item, today: desk.today }} />,
              subject: (
                <>
                  <a href={`/${locale}${item.path}`}>{item.title}</a>
                  <small className="case-line">{`${item.about} · ${item.what}`}</small>
                  {item.path.startsWith('/rounds/') ? (
                    <small className="case-line">
                      <DossierLine {...{ t, locale, number: item.about, only: readsIn(locale) }} />
                    </small>
                  ) : null}
                </>
              ),
              agenda: (
                <Checkbox
                  name="items"
                  id={`item-${part}-${index}`}
                  value={asked(item)}
                  checked={ticked.includes(asked(item))}
                  label={
                    <>
                      {say.onAgenda}
                      <span className="unseen">{`: ${item.title}`}</span>
                    </>
                  }
                />
              ),
            },
          }))}
        />
        {more > 0 ? <Muted>{say.more(more)}</Muted> : null}
      </Section>
    );
  });
  // What is in order is said too, but takes no more room than it deserves.
  return (
    <Stack gap="l">
      {parts}
      {idle.length > 0 ? (
        <ul className="in-order">
          {idle.map(({ part }) => (
            <li key={part} id={part}>
              {say.parts[part].none}
            </li>
          ))}
        </ul>
      ) : null}
    </Stack>
  );
}

/** A question as the command reads it. */
const asked = ({ about, question }: DeskItem): string => `${about}|${question}`;

function Due({ t, locale, item, today }: { t: Text; locale: Locale; item: DeskItem; today: string }) {
  const { dueDay, daysLeft } = item;
  const nearness: Nearness =
    dueDay < today ? 'overdue' : dueDay === today ? 'today' : daysLeft <= NEAR ? 'soon' : 'calm';
  const note =
    nearness === 'overdue'
      ? t.clocks.overdue(Math.max(0, -daysLeft))
      : nearness === 'today'
        ? t.clocks.today
        : t.clocks.left(daysLeft);
  return <Deadline nearness={nearness} day={dueDay} dayText={numericDay(locale, dueDay)} note={note} />;
}
