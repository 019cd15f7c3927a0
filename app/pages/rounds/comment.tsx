// One comment with its answer: what was said and where, the voices that joined it, what became of it, which clause changed and how, why
// its day is the day. Its author takes it back here while comments are taken.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { withdrawComment } from '../../commands/comments/withdraw';
import { commentFound, commentView, type CommentView } from '../../queries/comment';
import { commentFilterOf } from '../../queries/comment-filter';
import { listComments, type CommentRow } from '../../queries/comments';
import { textFor, type Locale, type Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Columns, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Muted, Prose, Tag } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { Resumed } from '../resumed';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { addressOf, commentAddress, commentsAddress, roundAddress } from './addresses';
import { AnswerOfComment } from './comment-answer';
import { authorOf, CommentAside } from './comment-aside';
import { CommentClock } from './comment-clock';
import { CommentSaid } from './comment-said';
import { DispositionTag } from './disposition';
import { readIn } from './part';

/** Voices with words of their own that stand on the page; the rest is a link away. */
const VOICES = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const found = await commentFound(world, viewer, args.params.number ?? '', locale);
  if (!found) throw new Response(null, { status: 404 });
  const reads = { locale, lang: readIn(query, locale) };
  const [view, voices] = await Promise.all([
    commentView(world, viewer, found, reads),
    found.row.voices > 0
      ? listComments(world, viewer, found.facts, {
          ...reads,
          filter: commentFilterOf(new URLSearchParams({ joins: found.row.number })),
          limit: VOICES,
        })
      : { rows: [] },
  ]);
  return { locale, view, voices: voices.rows, done: query.get('done'), title: t.comments.one.title(view.number) };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const here = requireViewer(args);
  const found = await commentFound(here.world, here.viewer, args.params.number ?? '', here.locale);
  if (!found) throw new Response(null, { status: 404 });
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const taken = await withdrawComment(here.world, here.viewer, { ...typed, commentId: found.row.id });
  return taken.ok
    ? redirect(`${commentAddress(here.locale, taken.value.number)}?done=withdrawn`, 303)
    : refusalResponse(here, taken.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function CommentPage() {
  const { locale, view, voices, done, title } = useLoaderData<typeof loader>();
  const answered = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.comments.one;
  const { round, place } = view;
  const home = roundAddress(locale, round.number);
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/rounds`, label: t.rounds.title },
              { href: home, label: round.number },
              { href: commentsAddress(locale, round.number), label: t.comments.list.crumb },
            ]}
          />
        }
        eyebrow={<span lang={round.title.lang}>{round.title.text}</span>}
        title={title}
        lead={
          <>
            {authorOf(t, view)}
            {place?.label ? (
              <>
                {' · '}
                <span lang={place.language}>{place.label}</span>
              </>
            ) : null}
          </>
        }
        meta={<Standing t={t} view={view} />}
        actions={
          view.may.join || view.may.moderate ? (
            <>
              {view.may.join ? (
                <LinkButton href={addressOf(`${home}/comment`, { joins: view.number })} weight="primary" icon="plus">
                  {say.addVoice}
                </LinkButton>
              ) : null}
              {view.may.moderate ? (
                <LinkButton href={`${commentAddress(locale, view.number)}/moderate`}>
                  {t.moderation.act[view.moderated ? 'show' : 'hide']}
                </LinkButton>
              ) : null}
            </>
          ) : undefined
        }
      />
      {view.own && (done === 'sent' || done === 'withdrawn') && !answered.refused ? (
        <Alert tone="success" title={say.done[done].title}>
          <p>{say.done[done].text}</p>
        </Alert>
      ) : null}
      {view.may.moderate && (done === 'hidden' || done === 'shown') ? (
        <Alert tone="success">{t.moderation.act.done[done]}</Alert>
      ) : null}
      <Columns asideLabel={t.comments.facts.title} aside={<CommentAside {...{ t, locale, view }} />}>
        <CommentSaid {...{ t, locale, view }} />
        <Voices {...{ t, locale, view, voices }} />
        <Section title={say.answer} id="answer">
          <AnswerOfComment {...{ t, locale, view }} />
        </Section>
        <CommentClock {...{ t, locale, view }} />
        {view.may.withdraw ? <Withdraw t={t} answered={answered} /> : <Refused t={t} refused={answered.refused} />}
      </Columns>
    </>
  );
}

function Standing({ t, view }: { t: Text; view: CommentView }) {
  const say = t.comments.standing;
  const { answer, phase, clock, moderated, voices } = view;
  return (
    <>
      {answer ? (
        <DispositionTag code={answer.code} name={answer.codeName} />
      ) : (
        <Tag tone={clock.clock === 'overdue' ? 'danger' : 'plain'}>
          {phase === 'withdrawn' ? say.withdrawn : clock.clock === 'overdue' ? say.overdue : say.waiting}
        </Tag>
      )}
      {clock.clock === 'late' ? <Tag tone="danger">{t.clocks.late}</Tag> : null}
      {moderated ? <Tag tone="clock">{say.hidden}</Tag> : null}
      {voices > 0 ? <Tag tone="brand">{t.comments.voices(voices)}</Tag> : null}
    </>
  );
}

type VoicesProps = { t: Text; locale: Locale; view: CommentView; voices: readonly CommentRow[] };

/** Who joined, with a reason of their own where they gave one. */
function Voices({ t, locale, view, voices }: VoicesProps) {
  const say = t.comments.one;
  if (view.voices === 0) return null;
  return (
    <Section
      title={say.voices}
      id="voices"
      action={
        view.voices > voices.length ? (
          <a href={commentsAddress(locale, view.round.number, { joins: view.number })}>{say.allVoices}</a>
        ) : undefined
      }
    >
      <ul className="voices">
        {voices.map((voice) => (
          <li key={voice.number}>
            <a href={commentAddress(locale, voice.number)}>
              {authorOf(t, { ...voice, nameHidden: voice.name === null })}
            </a>
            {voice.text ? <Prose text={`${voice.text}${voice.cut ? '…' : ''}`} lang={voice.language} /> : null}
            {voice.moderated ? <Muted>{say.hidden(voice.moderated.groundName)}</Muted> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Withdraw({ t, answered: { refused, typed, resumed } }: { t: Text; answered: Answered }) {
  const say = t.comments.withdraw;
  return (
    <Details summary={say.open} open={refused !== undefined || resumed !== undefined} id="withdraw">
      <Stack>
        <p>{say.lead}</p>
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={{ statement: say.statement }} />
        <Form>
          <TextArea
            name="statement"
            label={say.statement}
            mark={t.filing.optional}
            rows={3}
            maxLength={2000}
            value={textOf(typed, 'statement')}
            error={refused?.fields.statement}
          />
          <FormActions>
            <SubmitButton weight="danger" busy={t.acts.sending}>
              {say.submit}
            </SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Details>
  );
}
