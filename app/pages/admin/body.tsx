// Administration: one body with its officials; closing it and opening it again.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endMembership } from '../../commands/accounts/end-membership';
import { inviteOfficial } from '../../commands/accounts/invite-official';
import { closeBody } from '../../commands/bodies/close-body';
import { editBody } from '../../commands/bodies/edit-body';
import { nameHead } from '../../commands/bodies/name-head';
import { bodyBySlug, wholeBodyTree, type BodyDetails } from '../../queries/bodies';
import { staffOf } from '../../queries/staff';
import { textFor, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { BodyForm } from './body-form';
import { FirstHead } from './first-head';
import { Staff, toBody, type Invited } from './staff';

const DONE = {
  added: 'added',
  saved: 'saved',
  closed: 'closedDone',
  reopened: 'reopenedDone',
  ended: 'ended',
  head: 'headDone',
} as const;
type Done = keyof typeof DONE;
const isDone = (word: string | null): word is Done => word !== null && word in DONE;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'body.manage', undefined);
  const body = await bodyBySlug(world, args.params.slug ?? '');
  if (!body) throw new Response(null, { status: 404 });
  const [tree, staff] = await Promise.all([wholeBodyTree(world, locale), staffOf(world, { bodyId: body.id })]);
  const done = new URL(args.request.url).searchParams.get('done');
  return {
    locale,
    title: body.names[locale],
    body,
    tree,
    staff,
    done: isDone(done) ? done : null,
    origin: world.origin,
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'body.manage', undefined);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  const back = (done: Done) => redirect(`/${locale}/admin/bodies/${args.params.slug}?done=${done}`);
  switch (textOf(typed, 'intent')) {
    case 'edit': {
      const edited = await editBody(world, viewer, typed);
      return edited.ok ? back('saved') : refusalResponse(here, edited.refusal, typed);
    }
    case 'close': {
      const closed = await closeBody(world, viewer, typed);
      return closed.ok
        ? back(textOf(typed, 'step') === 'close' ? 'closed' : 'reopened')
        : refusalResponse(here, closed.refusal, typed);
    }
    case 'end': {
      const ended = await endMembership(world, viewer, typed);
      return ended.ok ? back('ended') : refusalResponse(here, ended.refusal, typed);
    }
    case 'head': {
      const named = await nameHead(world, viewer, typed);
      return named.ok ? back('head') : refusalResponse(here, named.refusal, typed);
    }
    case 'invite': {
      const invited = await inviteOfficial(world, viewer, typed);
      return invited.ok ? { invited: invited.value } : refusalResponse(here, invited.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

/** A stored field as its form shows it. */
const stored = (body: BodyDetails): Record<string, string> => ({
  nameKk: body.names.kk,
  nameRu: body.names.ru,
  nameEn: body.names.en,
  parentId: body.parentId ?? '',
  level: body.level,
  region: body.region ?? '',
  address: body.address,
  workdayEnd: body.workdayEnd,
});

export default function Body() {
  const { locale, title, body, tree, staff, done, origin } = useLoaderData<typeof loader>();
  const answer = (useActionData<typeof action>() ?? {}) as Answered & { invited?: Invited };
  const t = textFor(locale);
  const words = t.administration;
  const of = (intent: string): Answered => (textOf(answer.typed, 'intent') === intent ? answer : {});
  const { refused, typed } = of('edit');
  return (
    <>
      <PageHead
        title={title}
        crumbs={<Breadcrumbs label={words.bodies} items={[{ href: `/${locale}/admin/bodies`, label: words.bodies }]} />}
      />
      {done && !answer.refused && !answer.invited ? <Alert tone="success">{words[DONE[done]]}</Alert> : null}
      <Staff
        t={t}
        locale={locale}
        origin={origin}
        staff={staff}
        invites={toBody(t, body.id)}
        title={words.officials}
        ending={of('end')}
        inviting={of('invite')}
        invited={answer.invited}
      />
      <FirstHead t={t} bodyId={body.id} staff={staff} answer={of('head')} />
      <Section title={words.facts}>
        <BodyForm
          t={t}
          locale={locale}
          tree={tree}
          value={(name) => (typed ? textOf(typed, name) : (stored(body)[name] ?? ''))}
          refused={refused}
          hidden={{ intent: 'edit', bodyId: body.id }}
          own={body.id}
        />
      </Section>
      <Closing t={t} body={body} answer={of('close')} />
    </>
  );
}

function Closing({ t, body, answer }: { t: Text; body: BodyDetails; answer: Answered }) {
  const words = t.administration;
  const open = body.closedAt === null;
  return (
    <Section title={open ? words.close : words.reopen} id="closing">
      <Stack>
        <Refused t={t} refused={answer.refused} />
        <p>{body.closedAt === null ? words.closeText : words.reopenText(body.closedAt)}</p>
        <form method="post">
          <Hidden values={{ intent: 'close', bodyId: body.id, step: open ? 'close' : 'reopen' }} />
          <SubmitButton weight={open ? 'danger' : 'secondary'}>{open ? words.close : words.reopen}</SubmitButton>
        </form>
      </Stack>
    </Section>
  );
}
