// One act on a contest: the council's ruling, an interest, passing on, the body's withdrawal.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { declareInterest } from '../../commands/contests/declare';
import { passOnContest } from '../../commands/contests/pass-on';
import { ruleOnContest } from '../../commands/contests/rule';
import { withdrawContest } from '../../commands/contests/withdraw';
import { contestView, isContestAct, type ContestAct } from '../../queries/contest';
import { rulingForm } from '../../queries/contesting';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Select, TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { EmptyState } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { votesIn } from '../round-work/act-votes';
import { Ballots, ClaimDay, InBoth, type Filled } from './fields';
import { Versions } from './contest-parts';

const COMMANDS = {
  rule: ruleOnContest,
  interest: declareInterest,
  pass_on: passOnContest,
  withdraw: withdrawContest,
} as const satisfies Record<ContestAct, unknown>;

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const { act, number = '' } = args.params;
  const view = await contestView(known.world, known.viewer, number, known.locale);
  if (!view || !isContestAct(act)) throw new Response(null, { status: 404 });
  return { ...known, view, act };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, view, act } = await here(args);
  return {
    ...{ locale, act, view, title: t.contests.acts[act], form: await rulingForm(world, view.id, locale) },
    ...{ open: view.acts.includes(act), draftKey: `contest-${act}-${view.number}:${viewer.personId}` },
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const known = await here(args);
  const { world, viewer, locale, view, act } = known;
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const sent: Typed & { votes?: unknown } = typed;
  const result = await COMMANDS[act](world, viewer, { ...sent, votes: votesIn(typed), contestId: view.id });
  return result.ok
    ? redirect(`/${locale}/contests/${view.number}?done=${act}`, 303)
    : refusalResponse(known, result.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function ContestActPage() {
  const { locale, act, view, title, form, open, draftKey } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.contests;
  const home = `/${locale}/contests/${view.number}`;
  const filled: Filled = {
    t,
    value: (name) => textOf(typed, name),
    wrong: (name) => refused?.fields[name],
  };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: home, label: say.about(view.number) }]} />}
        eyebrow={view.appeal ? <span lang={view.appeal.language}>{view.appeal.subject}</span> : undefined}
        title={title}
        lead={say.leads[act]}
      />
      <Stack>
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={say.fields} />
        {act === 'rule' ? <Versions {...{ t, locale, view }} /> : null}
        {open || refused || resumed ? (
          <Narrow>
            <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true}>
              {act === 'rule' ? <RulingFields {...filled} form={form} /> : null}
              {act === 'interest' ? <InterestFields {...filled} form={form} /> : null}
              {act === 'pass_on' || act === 'withdraw' ? <InBoth {...filled} name="reason" most={5_000} /> : null}
              <FormActions>
                <SubmitButton busy={t.acts.sending}>{say.send}</SubmitButton>
                <LinkButton href={home} weight="quiet">
                  {say.back}
                </LinkButton>
              </FormActions>
            </Form>
          </Narrow>
        ) : (
          <EmptyState title={say.notNow.title} action={<LinkButton href={home}>{say.back}</LinkButton>}>
            {say.notNow.text}
          </EmptyState>
        )}
      </Stack>
    </>
  );
}

type Asked = Filled & { form: Awaited<ReturnType<typeof rulingForm>> };

function RulingFields({ form, ...filled }: Asked) {
  const { t, value, wrong } = filled;
  const say = t.contests.fields;
  return (
    <>
      <RadioCards
        name="ruling"
        legend={say.ruling}
        layout="list"
        value={value('ruling')}
        error={wrong('ruling')}
        required
        options={form.rulings.map(({ id, name, text }) => ({ value: id, label: name, text }))}
      />
      <Select
        name="claim"
        label={say.partly}
        empty={say.noClaim}
        value={value('claim')}
        error={wrong('claim')}
        options={form.claims.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ClaimDay {...filled} />
      <InBoth {...filled} name="reasons" most={20_000} />
      <Ballots {...filled} form={form} />
    </>
  );
}

function InterestFields({ form, t, value, wrong }: Asked) {
  const say = t.contests.fields;
  return (
    <>
      <Select
        name="conflict"
        label={say.conflict}
        value={value('conflict')}
        error={wrong('conflict')}
        options={form.conflicts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        name="explanation"
        label={say.explanation}
        rows={3}
        maxLength={2_000}
        value={value('explanation')}
        error={wrong('explanation')}
        required
      />
    </>
  );
}
