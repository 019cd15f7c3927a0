// One point: its comments, the draft of its answer with the changed clauses, and for the approver the decision.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decideAnswer } from '../../commands/points/decide-answer';
import { draftAnswer } from '../../commands/points/draft-answer';
import { groupComments } from '../../commands/points/group';
import { renamePoint } from '../../commands/points/make-point';
import { pointView, type PointView } from '../../queries/round-point';
import { workedRound } from '../../queries/round-work';
import { textFor, type Locale, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination } from '../../ui/table';
import { Muted, Tag } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { listIn, textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered, type RefusalView } from '../respond';
import { Resumed } from '../resumed';
import { addressOf } from '../rounds/addresses';
import { AnswerFields, answerLabels } from './answer-fields';
import { AnswerShown } from './answer-shown';
import { CommentTicks } from './comment-ticks';
import { STANDING_TONES } from './work-points';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const round = await workedRound(known.world, known.viewer, args.params.number ?? '');
  const page = Number(/^[1-9]\d{0,5}$/.exec(new URL(args.request.url).searchParams.get('page') ?? '')?.[0] ?? 1);
  const asked = { pointId: args.params.pointId ?? '', page, locale: known.locale };
  const view = round && (await pointView(known.world, known.viewer, round, asked));
  if (!round || !view) throw new Response(null, { status: 404 });
  return { ...known, round, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { locale, t, view, viewer } = await here(args);
  return {
    ...{ locale, view, title: `${t.roundWork.point}: ${view.title}` },
    draftKey: `point-${view.id}:${viewer.personId}`,
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

/** Own words for single comments: 'edit.<commentId>.kk' and '.ru' of the comments on this page; those of other pages stay as drafted. */
const editsIn = (typed: Typed, { draft, comments }: PointView) => [
  ...(draft?.edits ?? [])
    .filter(({ commentId }) => !comments.some(({ id }) => id === commentId))
    .map(({ commentId, reason }) => ({ commentId, ...reason })),
  ...typedEdits(typed),
];
const typedEdits = (typed: Typed) =>
  Object.keys(typed).flatMap((name) => {
    const commentId = /^edit\.([0-9a-f-]{36})\.kk$/.exec(name)?.[1];
    return commentId ? [{ commentId, kk: textOf(typed, name), ru: textOf(typed, `edit.${commentId}.ru`) }] : [];
  });

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const known = await here(args);
  const { world, viewer, locale, view } = known;
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const intent = textOf(typed, 'intent');
  const asked = { ...typed, roundId: view.roundId, pointId: view.id };
  const result = await (() => {
    switch (intent) {
      case 'draft':
        return draftAnswer(world, viewer, { ...asked, edits: editsIn(typed, view) });
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
      ? addressOf(`${home}/points/${view.id}`, { done: intent, page: view.page > 1 ? view.page : null })
      : `${home}/work?done=${intent}`,
    303,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

type Shown = { t: Text; view: PointView; typed: Typed | undefined; refused: RefusalView | undefined };

export default function PointPage() {
  const { locale, view, draftKey, done } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.roundWork;
  const home = `/${locale}/rounds/${view.number}`;
  const part = { t, view, typed, refused };
  const decides = view.standing === 'drafted' && view.mayApprove;
  const fields = (
    <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true}>
      <Hidden values={{ intent: 'draft' }} />
      <AnswerFields {...{ ...part, locale, home }} />
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{view.draft ? say.draftAgain : say.draft}</SubmitButton>
      </FormActions>
    </Form>
  );
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: home, label: view.number },
              { href: `${home}/work`, label: say.workbench },
            ]}
          />
        }
        eyebrow={say.point}
        title={view.title}
        meta={
          <>
            <Tag tone={STANDING_TONES[view.standing]}>{say.standing[view.standing]}</Tag>
            {view.waiting > 0 ? <Muted>{say.pointOpen(view.waiting)}</Muted> : null}
          </>
        }
      />
      <Columns asideLabel={say.editsTitle(view.waiting)} aside={<Beside {...part} locale={locale} home={home} />}>
        <Stack gap="l">
          {done === 'rename' ? <Alert tone="success">{say.renamed}</Alert> : null}
          {done === 'out' ? <Alert tone="success">{say.grouped}</Alert> : null}
          {view.returned ? (
            <Alert tone="warning">{say.returnedBy(view.returned.signatory.name, view.returned.reason)}</Alert>
          ) : null}
          <Resumed t={t} resumed={resumed} />
          <Refused
            t={t}
            refused={refused}
            labels={{ ...answerLabels(t), title: say.rename, reason: say.returnReason, commentIds: say.takeOut }}
          />
          {view.disposition && !view.draft ? (
            <Section title={say.answerInForce} id="answer">
              <AnswerShown {...{ t, view, answer: view.disposition }} />
            </Section>
          ) : null}
          {view.draft && !view.returned ? <Decision {...part} draft={view.draft} /> : null}
          {view.waiting === 0 ? null : decides ? (
            <Details summary={say.draftAgain} open={textOf(typed, 'intent') === 'draft'} id="draft">
              {fields}
            </Details>
          ) : (
            <Section title={view.draft ? say.draftAgain : say.draftTitle} id="draft">
              {fields}
            </Section>
          )}
        </Stack>
      </Columns>
    </>
  );
}

/** The draft as it was sent for approval; the approver decides, everyone else waits. */
function Decision({ t, view, draft, typed, refused }: Shown & { draft: NonNullable<PointView['draft']> }) {
  const say = t.roundWork;
  return (
    <Section
      title={view.mayApprove ? say.approveTitle : say.standing.drafted}
      lead={view.mayApprove ? say.approveLead(view.waiting) : undefined}
      id="approve"
    >
      <Stack>
        <AnswerShown
          {...{ t, view, answer: draft.disposition, edits: draft.edits, by: say.draftedBy(draft.drafter.name) }}
        />
        {view.mayApprove && view.ownDraft ? <Alert tone="info">{say.ownDraft}</Alert> : null}
        {view.mayApprove && !view.ownDraft ? (
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
        ) : null}
      </Stack>
    </Section>
  );
}

/** The pages of the comments, with how many words of their own the draft has on each. */
function CommentPages({ t, view, here }: { t: Text; view: PointView; here: string }) {
  const say = t.roundWork;
  const { page, pages, ownWords } = view;
  if (pages === 1) return null;
  const to = (one: number) => `${addressOf(here, { page: one > 1 ? one : null })}#comments`;
  return (
    <Pagination
      label={say.commentPages}
      newer={page > 1 ? { href: to(page - 1), label: say.pageBefore } : undefined}
      older={page < pages ? { href: to(page + 1), label: say.pageAfter } : undefined}
      note={
        <>
          {say.pageOf(page, pages)}
          {ownWords.map(({ page: one, edits }) => (
            <small key={one} className="case-line">
              <a href={to(one)}>{say.ownOnPage(one, edits)}</a>
            </small>
          ))}
        </>
      }
    />
  );
}

/** What people said, to be read beside the answer; what does not belong here is taken out. */
function Beside({ t, locale, view, typed, refused, home }: Shown & { locale: Locale; home: string }) {
  const say = t.roundWork;
  return (
    <>
      {view.waiting > 0 ? (
        <Card title={say.editsTitle(view.waiting)} level={2} id="comments">
          <Form>
            <Hidden values={{ intent: 'out' }} />
            <CommentTicks
              {...{ t, locale }}
              comments={view.comments}
              ticked={listIn(typed, 'commentIds')}
              id="commentIds"
              moderates={view.mayModerate}
            />
            <FormActions>
              <SubmitButton weight="secondary" busy={t.acts.sending}>
                {say.takeOut}
              </SubmitButton>
            </FormActions>
          </Form>
          <CommentPages {...{ t, view }} here={`${home}/points/${view.id}`} />
        </Card>
      ) : null}
      {view.answered > 0 ? (
        <p>
          <a href={`${home}/comments?point=${view.id}`}>{say.readAnswered(view.answered)}</a>
        </p>
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
            <SubmitButton weight="secondary" busy={t.acts.sending}>
              {say.rename}
            </SubmitButton>
          </FormActions>
        </Form>
      </Details>
    </>
  );
}
