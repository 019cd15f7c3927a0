// One comment with its answer: what was said and where, what became of it, which clause changed and how, why its day is the day.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { withdrawComment } from '../../commands/comments/withdraw';
import { commentFound, commentView } from '../../queries/comment';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList, Muted, Prose, Quote } from '../../ui/words';
import { Sources } from '../sources';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { addressOf, commentAddress, commentsAddress, roundAddress } from './addresses';
import { AnswerOfComment } from './comment-answer';
import { readIn } from './part';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const found = await commentFound(world, viewer, args.params.number ?? '', locale);
  if (!found) throw new Response(null, { status: 404 });
  const view = await commentView(world, viewer, found, { locale, lang: readIn(query, locale) });
  return { locale, view, done: query.get('done'), title: t.comments.one.title(view.number) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const found = await commentFound(here.world, here.viewer, args.params.number ?? '', here.locale);
  if (!found) throw new Response(null, { status: 404 });
  const typed = await typedIn(args.request);
  const taken = await withdrawComment(here.world, here.viewer, { ...typed, commentId: found.row.id });
  return taken.ok
    ? redirect(`${commentAddress(here.locale, taken.value.number)}?done=withdrawn`, 303)
    : refusalResponse(here, taken.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function CommentPage() {
  const { locale, view, done, title } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.comments.one;
  const home = roundAddress(locale, view.round.number);
  const { place, clause, clock } = view;
  const name = view.name ?? (view.nameHidden ? say.hiddenName : say.noName);
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: home, label: view.round.number },
              { href: commentsAddress(locale, view.round.number), label: t.comments.list.title(view.round.number) },
            ]}
          />
        }
        eyebrow={<span lang={view.round.title.lang}>{view.round.title.text}</span>}
        title={title}
      />
      {done === 'sent' ? <Alert tone="success">{say.sent}</Alert> : null}
      {done === 'withdrawn' ? <Alert tone="success">{say.withdrawn}</Alert> : null}
      <Columns
        asideLabel={say.why}
        aside={
          <Card title={say.why} level={2}>
            <p>{clock.clock === 'overdue' ? say.overdue(clock.dueDay) : say.due(clock.dueDay)}</p>
            <p>
              <Sources sources={clock.sources} />
            </p>
          </Card>
        }
      >
        <Stack gap="l">
          <DefinitionList
            items={[
              { term: say.by, value: view.own ? `${name} (${say.own})` : name },
              {
                term: say.on,
                value: place ? (
                  <a href={home}>
                    {place.roleName}
                    {place.label ? <span lang={place.language}>: {place.label}</span> : null}
                  </a>
                ) : (
                  t.comments.new.whole
                ),
              },
              {
                term: t.roundWork.fields.receivedDay,
                value: [
                  say.received(view.receivedDay, view.originName),
                  view.enteredBy ? say.enteredBy(view.enteredBy.name) : '',
                ]
                  .filter(Boolean)
                  .join('; '),
              },
              ...(view.point ? [{ term: say.point, value: view.point.title }] : []),
              ...(view.joins
                ? [
                    {
                      term: say.joins(view.joins),
                      value: <a href={commentAddress(locale, view.joins)}>{view.joins}</a>,
                    },
                  ]
                : []),
              ...(view.voices > 0 ? [{ term: t.comments.new.joinTitle, value: say.voices(view.voices) }] : []),
            ]}
          />
          {view.moderated ? (
            <Alert tone="warning">
              <p>{say.moderated(view.moderated.groundName, view.moderated.by)}</p>
              <p>{view.moderated.reason}</p>
            </Alert>
          ) : null}
          {view.phase === 'withdrawn' ? <Alert tone="info">{say.withdrawnNote}</Alert> : null}
          {view.text === null && view.wording === null ? <Muted>{say.notShown}</Muted> : null}
          {view.text ? <Prose text={view.text} lang={view.language} /> : null}
          {view.wording ? (
            <Quote lang={view.language} source={say.wording}>
              <Prose text={view.wording} />
            </Quote>
          ) : null}
          {clause ? (
            <Details summary={say.clause}>
              <Prose text={clause.text} lang={place?.language} />
            </Details>
          ) : null}
          <Section title={say.answer} id="answer">
            <AnswerOfComment t={t} locale={locale} view={view} />
          </Section>
          <Refused t={t} refused={refused} labels={{ statement: say.statement }} />
          {view.may.join ? (
            <p>
              <LinkButton href={addressOf(`${home}/comment`, { joins: view.number })}>
                {t.comments.new.addVoice}
              </LinkButton>
            </p>
          ) : null}
          {view.may.withdraw ? (
            <Details summary={say.withdraw} open={refused !== undefined}>
              <p>{say.withdrawLead}</p>
              <Form>
                <TextArea
                  name="statement"
                  label={say.statement}
                  rows={3}
                  maxLength={2000}
                  value={textOf(typed, 'statement')}
                  error={refused?.fields.statement}
                />
                <FormActions>
                  <SubmitButton weight="danger" busy={t.acts.sending}>
                    {say.withdraw}
                  </SubmitButton>
                </FormActions>
              </Form>
            </Details>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
}
