// Administration: one public council with its people; its names; closing it and opening it again.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endMembership } from '../../commands/accounts/end-membership';
import { closeCouncil } from '../../commands/councils/close-council';
import { correctSeat } from '../../commands/councils/correct-seat';
import { editCouncil } from '../../commands/councils/edit-council';
import { inviteMember } from '../../commands/councils/invite-member';
import { dayOf } from '../../core/day';
import { COUNCIL_ROLES } from '../../core/viewer';
import { councilBySlug, type CouncilEntry } from '../../queries/councils';
import { staffOf } from '../../queries/staff';
import { textFor, type Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { CouncilForm } from './council-form';
import { CorrectSeat, SeatFields, seatLabels } from './seat-fields';
import { Staff, type Invited, type Invites } from './staff';

const doneIn = ({ administration, councils: { admin } }: Text) => ({
  added: admin.added,
  saved: administration.saved,
  closed: admin.closedDone,
  reopened: admin.reopenedDone,
  ended: administration.ended,
  corrected: admin.corrected,
});
type Done = keyof ReturnType<typeof doneIn>;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = requireMay(args, 'council.manage', undefined);
  const council = await councilBySlug(world, args.params.slug ?? '');
  if (!council) throw new Response(null, { status: 404 });
  const done = new URL(args.request.url).searchParams.get('done');
  return {
    locale,
    title: council.names[locale],
    council,
    staff: await staffOf(world, { councilId: council.id }),
    months: world.guide.inForceOn(dayOf(world.now())).councils?.term.months ?? null,
    done: Object.entries(doneIn(t)).find(([word]) => word === done)?.[1] ?? null,
    origin: world.origin,
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'council.manage', undefined);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  const back = (done: Done) => redirect(`/${locale}/admin/councils/${args.params.slug}?done=${done}`);
  switch (textOf(typed, 'intent')) {
    case 'edit': {
      const edited = await editCouncil(world, viewer, typed);
      return edited.ok ? back('saved') : refusalResponse(here, edited.refusal, typed);
    }
    case 'close': {
      const closed = await closeCouncil(world, viewer, typed);
      return closed.ok
        ? back(textOf(typed, 'step') === 'close' ? 'closed' : 'reopened')
        : refusalResponse(here, closed.refusal, typed);
    }
    case 'end': {
      const ended = await endMembership(world, viewer, typed);
      return ended.ok ? back('ended') : refusalResponse(here, ended.refusal, typed);
    }
    case 'correct': {
      const corrected = await correctSeat(world, viewer, typed);
      return corrected.ok ? back('corrected') : refusalResponse(here, corrected.refusal, typed);
    }
    case 'invite': {
      const invited = await inviteMember(world, viewer, typed);
      return invited.ok ? { invited: invited.value } : refusalResponse(here, invited.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

/** A stored field as its form shows it. */
const stored = ({ names }: CouncilEntry): Record<string, string> => ({
  nameKk: names.kk,
  nameRu: names.ru,
  nameEn: names.en,
});

const toCouncil = (t: Text, councilId: string, months: number | null): Invites => {
  const { invite: title, peopleNone: none, roleHint: hint, roleTexts, occupationHint } = t.councils.admin;
  return {
    ...{ title, none, hidden: { councilId } },
    roles: {
      ...{ hint, first: 'council_member' },
      options: COUNCIL_ROLES.map((value) => ({ value, label: t.accounts.roles[value], text: roleTexts[value] })),
    },
    post: { label: t.councils.occupation, hint: occupationHint, required: false },
    more: ({ refused, typed }, prefix) => <SeatFields {...{ t, months, refused, typed, prefix }} from />,
    labels: seatLabels(t),
  };
};

export default function Council() {
  const { locale, title, council, staff, months, done, origin } = useLoaderData<typeof loader>();
  const answer = (useActionData<typeof action>() ?? {}) as Answered & { invited?: Invited };
  const t = textFor(locale);
  const words = t.councils.admin;
  const of = (intent: string): Answered => (textOf(answer.typed, 'intent') === intent ? answer : {});
  const { refused, typed } = of('edit');
  return (
    <>
      <PageHead
        title={title}
        lead={council.body.names[locale]}
        crumbs={<Breadcrumbs label={words.title} items={[{ href: `/${locale}/admin/councils`, label: words.title }]} />}
        actions={<LinkButton href={`/${locale}/councils/${council.slug}`}>{words.publicPage}</LinkButton>}
      />
      {done && !answer.refused && !answer.invited ? <Alert tone="success">{done}</Alert> : null}
      <Staff
        t={t}
        locale={locale}
        origin={origin}
        staff={staff}
        invites={toCouncil(t, council.id, months)}
        title={words.people}
        ending={of('end')}
        inviting={of('invite')}
        invited={answer.invited}
      />
      <CorrectSeat {...{ t, locale, staff, months }} answer={of('correct')} />
      <Section title={words.facts}>
        <CouncilForm
          t={t}
          value={(name) => (typed ? textOf(typed, name) : (stored(council)[name] ?? ''))}
          refused={refused}
          hidden={{ intent: 'edit', councilId: council.id }}
          submit={t.administration.save}
        />
      </Section>
      <Closing t={t} council={council} answer={of('close')} />
    </>
  );
}

function Closing({ t, council, answer }: { t: Text; council: CouncilEntry; answer: Answered }) {
  const words = t.councils.admin;
  const open = council.closedAt === null;
  return (
    <Section title={open ? words.close : words.reopen} id="closing">
      <Stack>
        <Refused t={t} refused={answer.refused} />
        <p>{council.closedAt === null ? words.closeText : words.reopenText(council.closedAt)}</p>
        <form method="post">
          <Hidden values={{ intent: 'close', councilId: council.id, step: open ? 'close' : 'reopen' }} />
          <SubmitButton weight={open ? 'danger' : 'secondary'}>{open ? words.close : words.reopen}</SubmitButton>
        </form>
      </Stack>
    </Section>
  );
}
