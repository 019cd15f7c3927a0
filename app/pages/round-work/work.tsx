// The workbench of a round: points with their standing, comments in none, similar ones on demand. Officials of the body only.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { groupComments } from '../../commands/points/group';
import { makePoint } from '../../commands/points/make-point';
import { workedRound, workView, type PointLine } from '../../queries/round-work';
import { textFor, type Locale, type Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Field, Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Pagination, Table } from '../../ui/table';
import { EmptyState, Muted, Prose, Tag } from '../../ui/words';
import { listIn, textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';
import { CommentTicks } from './comment-ticks';

const ACTS = { make: makePoint, group: groupComments } as const;
const isAct = (text: string): text is keyof typeof ACTS => text in ACTS;
const DONE: Record<string, 'made' | 'grouped' | 'drafted' | 'approved' | 'returnedNow'> = {
  make: 'made',
  group: 'grouped',
  draft: 'drafted',
  approve: 'approved',
  return: 'returnedNow',
};

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const round = await workedRound(known.world, known.viewer, args.params.number ?? '');
  if (!round) throw new Response(null, { status: 404 });
  return { ...known, round };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, round } = await here(args);
  const query = new URL(args.request.url).searchParams;
  const after = /^[0-9a-f-]{36}$/.exec(query.get('after') ?? '')?.[0] ?? null;
  const view = await workView(world, viewer, round, { after, offer: query.get('similar') === '1' }, locale);
  return { locale, view, done: query.get('done'), title: t.roundWork.title(view.number) };
}

export async function action(args: ActionFunctionArgs) {
  const { round, ...known } = await here(args);
  const typed = await typedIn(args.request);
  const intent = textOf(typed, 'intent');
  if (!isAct(intent)) throw new Response(null, { status: 400 });
  const made = await ACTS[intent](known.world, known.viewer, { ...typed, roundId: round.id });
  return made.ok
    ? redirect(`/${known.locale}/rounds/${round.number}/work?done=${intent}`, 303)
    : refusalResponse(known, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

const TONES = { collecting: 'clock', drafted: 'brand', returned: 'danger', approved: 'good' } as const;

function Points({ t, locale, number, points }: { t: Text; locale: Locale; number: string; points: PointLine[] }) {
  const say = t.roundWork;
  if (points.length === 0) return <EmptyState title={say.pointsNone} />;
  return (
    <Table
      caption={say.pointsTitle}
      captionHidden
      columns={[
        { key: 'point', label: say.columns.point, width: 'wide' },
        { key: 'answer', label: say.columns.answer },
        { key: 'comments', label: say.columns.comments },
        { key: 'standing', label: say.columns.standing, width: 'fit' },
      ]}
      rows={points.map((point) => ({
        id: point.id,
        cells: {
          point: <a href={`/${locale}/rounds/${number}/points/${point.id}`}>{point.title}</a>,
          answer: point.codeName ?? '—',
          comments: [
            point.open ? say.pointOpen(point.open) : '',
            point.answered ? say.pointAnswered(point.answered) : '',
          ]
            .filter(Boolean)
            .join(', '),
          standing: <Tag tone={TONES[point.standing]}>{say.standing[point.standing]}</Tag>,
        },
      }))}
    />
  );
}

export default function RoundWork() {
  const { locale, view, title, done } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.roundWork;
  const home = `/${locale}/rounds/${view.number}`;
  const said = done ? DONE[done] : undefined;
  const lang = locale === 'kk' ? 'kk' : 'ru';
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: home, label: view.number }]} />}
        eyebrow={title}
        title={view.title[lang]}
        titleLang={lang}
        lead={view.counts.total === 0 ? say.none : say.left(view.counts.open, view.counts.total)}
        meta={<Tag tone="brand">{view.stageName}</Tag>}
        actions={
          <>
            <LinkButton href={`${home}/acts`}>{say.actsTitle}</LinkButton>
            <LinkButton href={`${home}/moderation`}>{t.moderation.log.link}</LinkButton>
          </>
        }
      />
      <Stack gap="l">
        {said ? <Alert tone="success">{say[said]}</Alert> : null}
        {view.stage === 'open' || view.stage === 'announced' ? (
          <Alert tone="info">{say.stillOpen(view.closesDay)}</Alert>
        ) : view.dueDay ? (
          <Alert tone={(view.daysLeft ?? 0) < 0 ? 'danger' : 'warning'}>{say.due(view.dueDay)}</Alert>
        ) : null}
        <Refused
          t={t}
          refused={refused}
          labels={{ title: say.newPoint, pointId: say.intoPoint, commentIds: say.waitingTitle }}
        />
        <Section title={say.pointsTitle} lead={say.pointsLead} id="points">
          <Points {...{ t, locale, number: view.number, points: view.points }} />
        </Section>
        <Section
          title={say.offersTitle}
          id="similar"
          lead={view.offers ? say.offersLead : undefined}
          action={
            view.offers ? undefined : <LinkButton href={`${home}/work?similar=1#similar`}>{say.offersFind}</LinkButton>
          }
        >
          {view.offers?.length === 0 ? <p>{say.offersNone}</p> : null}
          {view.offers?.map(({ ids, text, language, likeness }) => (
            <Card key={ids[0]} meta={say.offerCount(ids.length, likeness)}>
              <Prose text={text} lang={language} />
              <Form>
                <Hidden values={{ intent: 'make' }} />
                {ids.map((id) => (
                  <input key={id} type="hidden" name="commentIds" value={id} />
                ))}
                <Field name="title" id={`title-${ids[0]}`} label={say.newPoint} maxLength={300} required />
                <FormActions>
                  <SubmitButton weight="secondary">{say.makePoint}</SubmitButton>
                </FormActions>
              </Form>
            </Card>
          ))}
        </Section>
        <Section title={say.waitingTitle} id="waiting" lead={view.counts.open > 0 ? undefined : say.waitingNone}>
          {view.waiting.length === 0 ? (
            <Muted>{say.waitingNone}</Muted>
          ) : (
            <Form>
              <CommentTicks
                t={t}
                locale={locale}
                comments={view.waiting}
                ticked={listIn(typed, 'commentIds')}
                moderates={view.mayModerate}
              />
              <Field
                name="title"
                label={say.newPoint}
                value={textOf(typed, 'title')}
                error={refused?.fields.title}
                maxLength={300}
              />
              <FormActions>
                <SubmitButton name="intent" value="make">
                  {say.makePoint}
                </SubmitButton>
              </FormActions>
              {view.points.length > 0 ? (
                <>
                  <Select
                    name="pointId"
                    label={say.intoPoint}
                    empty={say.choosePoint}
                    value={textOf(typed, 'pointId')}
                    error={refused?.fields.pointId}
                    options={view.points.map(({ id, title: name }) => ({ value: id, label: name }))}
                  />
                  <FormActions>
                    <SubmitButton weight="secondary" name="intent" value="group">
                      {say.putInto}
                    </SubmitButton>
                  </FormActions>
                </>
              ) : null}
            </Form>
          )}
          {view.older ? (
            <Pagination
              label={say.waitingTitle}
              older={{ href: `${home}/work?after=${view.older}#waiting`, label: say.waitingMore }}
            />
          ) : null}
        </Section>
      </Stack>
    </>
  );
}
