// The workbench of a round in preparation: what the gate says today, documents, invitations, the checklist; and the door.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openRound } from '../../commands/rounds/open';
import { signChecklist } from '../../commands/rounds/sign-checklist';
import { waiveCheck } from '../../commands/rounds/waive';
import { prepareView } from '../../queries/round-prepare';
import { textFor } from '../../text';
import { SubmitButton, LinkButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { EmptyState, Muted, Tag } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { QuestionList } from '../rounds/round-questions';
import { GateChecks } from './gate-checks';
import { workingOn } from './working';

const ACTS = { sign: signChecklist, waive: waiveCheck, open: openRound } as const;
const isAct = (text: string): text is keyof typeof ACTS => text in ACTS;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, round } = await workingOn(args);
  const view = await prepareView(world, viewer, round, locale);
  const done = new URL(args.request.url).searchParams.get('done');
  return { locale, view, done, title: t.roundPrepare.prepareTitle(view.number) };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { round, ...here } = await workingOn(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const intent = textOf(typed, 'intent');
  if (!isAct(intent)) throw new Response(null, { status: 400 });
  const done = await ACTS[intent](here.world, here.viewer, { ...typed, roundId: round.id });
  if (!done.ok) return refusalResponse(here, done.refusal, typed);
  return intent === 'open'
    ? redirect(`/${here.locale}/rounds/${round.number}?done=opened`, 303)
    : redirect(`/${here.locale}/rounds/${round.number}/prepare?done=${intent}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function PrepareRound() {
  const { locale, view, title, done } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.roundPrepare;
  const here = `/${locale}/rounds/${view.number}`;
  const preparing = view.phase === 'preparing';
  const failing = view.checks.filter(({ passed, waiver }) => !passed && !waiver).length;
  const said: Record<string, string> = {
    ...{
      saved: say.saved,
      sign: say.signed,
      waive: say.waived,
      added: say.added,
      asked: say.asked,
      invited: say.invitedNow,
    },
  };
  return (
    <>
      <PageHead
        eyebrow={title}
        title={view.settings.title[locale === 'kk' ? 'kk' : 'ru']}
        titleLang={locale === 'kk' ? 'kk' : 'ru'}
        lead={`${view.kindName}. ${view.council ?? view.body}`}
        actions={
          preparing ? (
            <LinkButton href={`${here}/settings`}>{say.edit}</LinkButton>
          ) : (
            <LinkButton href={here}>{t.acts.back}</LinkButton>
          )
        }
      />
      <Columns
        first="aside"
        asideLabel={say.open}
        aside={
          preparing ? (
            <Card title={say.open} level={2} tone={failing > 0 ? 'clock' : 'tint'}>
              <p>{failing > 0 ? say.notYet(failing) : say.ready}</p>
              {failing > 0 ? null : <p>{say.openLead}</p>}
              {view.earliest ? <p className="muted">{say.earliest(view.earliest)}</p> : null}
              {view.mayOpen ? (
                <Form>
                  <Hidden values={{ intent: 'open' }} />
                  <FormActions>
                    <SubmitButton weight={failing > 0 ? 'secondary' : 'primary'} busy={t.acts.sending}>
                      {say.open}
                    </SubmitButton>
                  </FormActions>
                </Form>
              ) : (
                <Muted>{say.headOpens}</Muted>
              )}
            </Card>
          ) : null
        }
      >
        <Stack gap="l">
          {done && said[done] ? <Alert tone="success">{said[done]}</Alert> : null}
          {preparing ? null : <Alert tone="info">{say.openedAlready}</Alert>}
          <Resumed t={t} resumed={resumed} />
          <Refused t={t} refused={refused} labels={{ reason: say.waiveReason, closesDay: say.closesDay }} />
          <Section title={say.gateTitle} lead={say.gateLead} id="gate">
            <GateChecks {...{ t, locale, view }} typed={typed} refused={refused} />
          </Section>
          <Section
            title={say.documentsTitle}
            lead={say.documentsLead}
            id="documents"
            action={<LinkButton href={`${here}/documents`}>{say.addDocument}</LinkButton>}
          >
            {view.documents.length + view.needed.length === 0 ? <EmptyState title={say.documentsNone} /> : null}
            <ul className="plain-list">
              {view.documents.map(({ id, roleName, language, title: name, version, clauses }) => (
                <li key={id}>
                  <strong>{roleName}</strong>, {say.inLanguage[language]}: <span lang={language}>{name}</span>{' '}
                  <Muted>
                    ({say.version(version)}, {say.clauses(clauses)})
                  </Muted>
                </li>
              ))}
              {view.needed.flatMap(({ role, name, missing }) =>
                missing.map((language) => (
                  <li key={role + language}>
                    <Tag tone="clock">{say.needs}</Tag>{' '}
                    <a href={`${here}/documents?role=${role}&language=${language}`}>
                      {name}, {say.inLanguage[language]}
                    </a>
                  </li>
                )),
              )}
            </ul>
          </Section>
          <Section
            title={say.inviteTitle}
            id="invitations"
            action={<LinkButton href={`${here}/invitations`}>{say.invitePage}</LinkButton>}
          >
            <p>{view.invited === 0 ? say.inviteNone : say.inviteCount(view.invited)}</p>
            {preparing ? null : (
              <p>
                <a href={`${here}/reach`}>{t.round.more.reach}</a>
              </p>
            )}
          </Section>
          {view.questions.length > 0 || view.mayAsk ? (
            <Section
              title={t.round.questions.title}
              id="questions"
              action={
                view.mayAsk ? (
                  <LinkButton href={`/${locale}/trust/waves/new?round=${view.number}`}>{say.ask}</LinkButton>
                ) : undefined
              }
            >
              {view.questions.length === 0 ? <p>{say.askNone}</p> : null}
              <QuestionList {...{ t, locale, questions: view.questions }} />
            </Section>
          ) : null}
          <Section title={say.neutralTitle} lead={say.neutralLead} id="neutral">
            <Form>
              <Hidden values={{ intent: 'sign' }} />
              {view.neutral.map(({ id, text, signed }) => (
                <Checkbox key={id} name="answers" id={`neutral-${id}`} value={id} label={text} checked={signed} />
              ))}
              {preparing ? (
                <FormActions>
                  <SubmitButton weight="secondary" busy={t.acts.sending}>
                    {say.sign}
                  </SubmitButton>
                </FormActions>
              ) : null}
            </Form>
          </Section>
        </Stack>
      </Columns>
    </>
  );
}
