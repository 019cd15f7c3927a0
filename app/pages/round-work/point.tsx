// One point: its comments, the draft of its answer with the changed clauses, and for the approver the decision.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decideAnswer } from '../../commands/points/decide-answer';
import { draftAnswer } from '../../commands/points/draft-answer';
import { groupComments } from '../../commands/points/group';
import { renamePoint } from '../../commands/points/make-point';
import { pointView } from '../../queries/round-point';
import { workedRound } from '../../queries/round-work';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Tag } from '../../ui/words';
import { listIn, textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';
import { AnswerFields, answerLabels } from './answer-fields';
import { AnswerShown } from './answer-shown';
import { CommentTicks } from './comment-ticks';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const round = await workedRound(known.world, known.viewer, args.params.number ?? '');
  const view = round && (await pointView(known.world, known.viewer, round, args.params.pointId ?? '', known.locale));
  if (!round || !view) throw new Response(null, { status: 404 });
  return { ...known, round, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { locale, t, view, viewer } = await here(args);
  return {
    ...{ locale, view, title: t.roundWork.pointTitle(view.title) },
    draftKey: `point-${view.id}:${viewer.personId}`,
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

/** Own words for single comments: 'edit.<commentId>.kk' and '.ru'. */
const editsIn = (typed: Typed) =>
  Object.keys(typed).flatMap((name) => {
    const commentId = /^edit\.([0-9a-f-]{36})\.kk$/.exec(name)?.[1];
    return commentId ? [{ commentId, kk: textOf(typed, name), ru: textOf(typed, `edit.${commentId}.ru`) }] : [];
  });

export async function action(args: ActionFunctionArgs) {
  const known = await here(args);
  const { world, viewer, locale, view } = known;
  const typed = await typedIn(args.request);
  const intent = textOf(typed, 'intent');
  const asked = { ...typed, roundId: view.roundId, pointId: view.id };
  const result = await (() => {
    switch (intent) {
      case 'draft':
        return draftAnswer(world, viewer, { ...asked, edits: editsIn(typed) });
      case 'approve':
      case 'return':
        return decideAnswer(world, viewer, { ...asked, decision: intent });
      case 'rename':
        return renamePoint(world, viewer, asked);
      case 'out':
        return groupComments(world, viewer, { ...asked, pointId: '' });
      default:
        throw new Response(null, { status: 400 });
    }
  })();
  if (!result.ok) return refusalResponse(known, result.refusal, typed);
  const home = `/${locale}/rounds/${view.number}`;
  return redirect(
    intent === 'rename' || intent === 'out'
      ? `${home}/points/${view.id}?done=${intent}`
      : `${home}/work?done=${intent}`,
    303,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

const TONES = { collecting: 'clock', drafted: 'brand', returned: 'danger', approved: 'good' } as const;

export default function PointPage() {
  const { locale, view, title, draftKey, done } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.roundWork;
  const home = `/${locale}/rounds/${view.number}`;
  const count = view.comments.length;
  const decided = view.standing === 'drafted' && view.mayApprove;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: home, label: view.number },
              { href: `${home}/work`, label: say.toWork },
            ]}
          />
        }
        title={title}
        meta={<Tag tone={TONES[view.standing]}>{say.standing[view.standing]}</Tag>}
      />
      <Stack gap="l">
        {done === 'rename' ? <Alert tone="success">{say.renamed}</Alert> : null}
        {done === 'out' ? <Alert tone="success">{say.grouped}</Alert> : null}
        {view.returned ? (
          <Alert tone="warning">{say.returnedBy(view.returned.signatory.name, view.returned.reason)}</Alert>
        ) : null}
        <Refused t={t} refused={refused} labels={{ ...answerLabels(t), title: say.rename, reason: say.returnReason }} />
        {view.disposition && !view.draft ? (
          <Section title={say.answerInForce}>
            <AnswerShown {...{ t, locale, view, answer: view.disposition }} />
          </Section>
        ) : null}
        {decided && view.draft ? (
          <Section title={say.approveTitle} lead={say.approveLead(count)} id="approve">
            <AnswerShown {...{ t, locale, view, answer: view.draft.disposition, drafter: view.draft.drafter.name }} />
            {view.ownDraft ? (
              <Alert tone="info">{say.ownDraft}</Alert>
            ) : (
              <>
                <Form>
                  <Hidden values={{ intent: 'approve' }} />
                  <FormActions>
                    <SubmitButton busy={t.acts.sending}>{say.approve}</SubmitButton>
                  </FormActions>
                </Form>
                <Details summary={say.return} open={textOf(typed, 'intent') === 'return'}>
                  <Form>
                    <Hidden values={{ intent: 'return' }} />
                    <TextArea
                      name="reason"
                      label={say.returnReason}
                      rows={3}
                      maxLength={2000}
                      value={textOf(typed, 'reason')}
                      error={refused?.fields.reason}
                      required
                    />
                    <FormActions>
                      <SubmitButton weight="danger" busy={t.acts.sending}>
                        {say.return}
                      </SubmitButton>
                    </FormActions>
                  </Form>
                </Details>
              </>
            )}
          </Section>
        ) : null}
        {count > 0 ? (
          <Section title={view.draft ? say.draftAgain : say.draft} id="draft">
            <Form draft={{ key: draftKey, ...t.acts.draft }}>
              <Hidden values={{ intent: 'draft' }} />
              <AnswerFields {...{ t, locale, view, typed, refused, home }} />
              <FormActions>
                <SubmitButton busy={t.acts.sending}>{view.draft ? say.draftAgain : say.draft}</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        ) : null}
        {count > 0 ? (
          <Section title={say.editsTitle(count)} id="comments">
            <Form>
              <Hidden values={{ intent: 'out' }} />
              <CommentTicks
                t={t}
                locale={locale}
                comments={view.comments}
                ticked={listIn(typed, 'commentIds')}
                moderates={view.mayModerate}
              />
              <FormActions>
                <SubmitButton weight="secondary">{say.takeOut}</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        ) : null}
        <Details summary={say.rename} open={textOf(typed, 'intent') === 'rename'}>
          <Form>
            <Hidden values={{ intent: 'rename' }} />
            <Field
              name="title"
              label={say.newPoint}
              value={textOf(typed, 'title') || view.title}
              error={refused?.fields.title}
              maxLength={300}
              required
            />
            <FormActions>
              <SubmitButton weight="secondary">{say.rename}</SubmitButton>
            </FormActions>
          </Form>
        </Details>
      </Stack>
    </>
  );
}
