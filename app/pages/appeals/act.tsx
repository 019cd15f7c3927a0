// One act on a case: its form beside the case it is about. Not allowed: 403. Not open any more: said so, with the way back.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askedOf, missingParts } from '../../commands/appeals/answer';
import { draftIn } from '../../commands/appeals/drafted';
import { may } from '../../core/permission';
import { promisesOf, type Promised } from '../../core/promise-finder';
import type { Refusal } from '../../core/refusal';
import { keptUploads } from '../../queries/attachment';
import { caseFacts, type CaseFacts } from '../../queries/case-facts';
import { ownLetter } from '../../queries/own-letter';
import { citation } from '../../queries/reasons';
import { textFor } from '../../text';
import type { World } from '../../world';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Columns, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Prose } from '../../ui/words';
import { carriedIn, interrupted, type Carried } from '../carry';
import { listIn, nested, textOf, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalView, requireViewer, saidBy, type RefusalView } from '../respond';
import { Resumed } from '../resumed';
import { ACT_TABLE } from './act-table';
import { actView } from './act-view';
import { filesIn, sentForm } from './attachments';
import { Due } from './due';
import { ACTION_OF, aroundOf, isAct, openActs } from './open-acts';

/** The case and the act that the address names, for someone who may do it. */
async function askedFor(args: LoaderFunctionArgs) {
  const here = requireViewer(args);
  const { act, number = '' } = args.params;
  const facts = await caseFacts(here.world, here.viewer, number);
  if (!facts || !isAct(act)) throw new Response(null, { status: 404 });
  if (!may(here.viewer, ACTION_OF[act], facts.appeal)) throw new Response(null, { status: 403 });
  return { ...here, act, facts };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, act, facts } = await askedFor(args);
  const query = new URL(args.request.url).searchParams;
  const answers = act === 'answer' || act === 'draft-answer';
  return {
    locale,
    letter: answers ? await ownLetter(world, viewer, facts.appeal.id, query.get('letter')) : null,
    view: await actView(world, viewer, facts, {
      ...{ act, locale },
      templateId: query.get('template'),
      part: query.get('part'),
    }),
    open: openActs(world, viewer, facts).includes(act),
  };
}

/** An answer that can't be read is told at once which of its lawful parts are empty too, not at the next try. */
function withMissingParts(world: World, facts: CaseFacts, refused: Refusal, typed: Typed): Refusal {
  if (refused.code !== 'invalid') return refused;
  const { procedure } = aroundOf(world, facts);
  const given = Object.fromEntries(
    askedOf(procedure).map(({ id }) => [id, textOf(typed, `requirements.${id}`).trim()] as const),
  );
  const missing = missingParts(procedure, facts.appeal, given, textOf(typed, 'language'));
  return missing ? { ...refused, fields: { ...missing.fields, ...refused.fields } } : refused;
}

/** The sentences of an answer as it was typed that seem to promise something by a day. */
function promisesTyped(world: World, facts: CaseFacts, typed: Typed): Promised[] {
  const { procedure, today, calendar } = aroundOf(world, facts);
  const given = askedOf(procedure).map(({ id }) => [id, textOf(typed, `requirements.${id}`)] as const);
  return promisesOf(
    { text: textOf(typed, 'text'), requirements: Object.fromEntries(given) },
    { given: today, calendar },
  );
}

type Kept = { id: string; name: string; size: number };

/** Files of the draft before that the form names again: they stay with the one that is written now. */
const earlierFiles = ({ appeal, events }: CaseFacts, ids: readonly string[]): Kept[] =>
  (draftIn(appeal, events)?.files ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name, size }) => ({ id, name, size }));

type Answered = {
  refused?: RefusalView;
  basis?: { label: string; href: string } | null;
  resumed?: Pick<Carried, 'lostFiles'>;
  typed: Typed;
  kept: Kept[];
  /** Sentences of the answer that may be promises. */
  offered?: Promised[];
};

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { world, viewer, locale, t, act, facts } = await askedFor(args);
  const { typed, files, refusal } = await sentForm(world, viewer, args.request);
  const keptOf = async (ids: readonly string[]): Promise<Kept[]> => [
    ...earlierFiles(facts, ids),
    ...(await keptUploads(world, viewer, ids)),
  ];
  const answer = async (refused: Refusal) => {
    const edition = world.guide.edition(facts.appeal.edition);
    const view = refusalView(
      t,
      act === 'answer' || act === 'draft-answer' ? withMissingParts(world, facts, refused, typed) : refused,
    );
    const kept = await keptOf(files);
    const basis = refused.basis?.act ? citation(edition, locale, refused.basis) : null;
    const asked = refused.code === 'promises_found' || (act === 'answer' && listIn(typed, 'promisesShown').length > 0);
    const offered = asked ? { offered: promisesTyped(world, facts, typed) } : {};
    return data({ refused: view, basis, typed, kept, ...offered } satisfies Answered, saidBy(refused));
  };
  const carried = carriedIn(typed);
  if (carried) {
    const kept = await keptOf(filesIn(carried.typed));
    return { resumed: { lostFiles: carried.lostFiles }, typed: carried.typed, kept } satisfies Answered;
  }
  if (refusal) return answer(refusal);
  const done = await ACT_TABLE[act].command(world, viewer, {
    ...nested(typed),
    files,
    appealId: facts.appeal.id,
  });
  return done.ok ? redirect(`/${locale}/appeals/${done.value.number}?done=${act}`, 303) : answer(done.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: known ? `${textFor(known.locale).acts.names[known.view.act]} · ${known.view.number} — Kenes` : 'Kenes' },
];

export default function Act() {
  const { locale, letter, view, open } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() as Answered | undefined;
  const t = textFor(locale);
  const { act, number, subject, language } = view;
  const { Form, lead, labels } = ACT_TABLE[act];
  const home = `/${locale}/appeals/${number}`;
  const refused = answered?.refused;
  // Who writes a draft anew goes on from the one before.
  const before = act === 'draft-answer' ? view.draft : null;
  const filled: Record<string, string> = {
    ...before?.filled,
    ...view.fromTemplate,
    ...(letter && { text: letter.text }),
  };
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/appeals`, label: t.appeals.title },
              { href: home, label: t.case.number(number) },
            ]}
          />
        }
        title={t.acts.names[act]}
        lead={lead(t, view)}
      />
      <Columns
        asideLabel={t.acts.caseTitle}
        aside={
          <Card title={subject} level={2} meta={`${t.case.number(number)} · ${view.kindName}`}>
            <Due t={t} locale={locale} facts={view.due} size="large" label={t.clocks.due} />
            <h3>{t.acts.theirText}</h3>
            <Prose text={view.text} lang={language} />
          </Card>
        }
      >
        <Stack>
          <Resumed t={t} resumed={answered?.resumed} />
          {letter && !answered ? <Alert tone="info">{t.incoming.fromLetter(letter.receivedAt)}</Alert> : null}
          <Refused t={t} refused={refused} labels={labels(t, view)} basis={answered?.basis ?? undefined} />
          {open ? (
            <Form
              {...{ t, locale, refused }}
              view={{ ...view, offered: answered?.offered ?? view.offered }}
              value={(name) => (answered ? textOf(answered.typed, name) : (filled[name] ?? ''))}
              ticked={(name) => (answered ? listIn(answered.typed, name) : null)}
              wrong={(name) => refused?.fields[name]}
              kept={answered?.kept ?? before?.files ?? []}
            />
          ) : (
            <Alert tone="info" title={t.acts.notNow.title}>
              <p>{t.acts.notNow.text}</p>
            </Alert>
          )}
          <p>
            <LinkButton href={home} weight="quiet" icon="newer">
              {t.acts.back}
            </LinkButton>
          </p>
        </Stack>
      </Columns>
    </>
  );
}
