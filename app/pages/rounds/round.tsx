// The page of a round: where it stands, what is asked, the documents clause by clause, what was said and what came of it, its clocks with
// their reasons, the gate it passed. A link of an invitation is noted and leads on to the plain address.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DISPOSITIONS, ORIGINS } from '../../../guide/schema';
import { judgeCommitment } from '../../commands/rounds/judge-commitment';
import { openInvitation } from '../../commands/rounds/open-invitation';
import { tookPart } from '../../queries/commenting';
import { followedAmong } from '../../queries/follows';
import { wordOf } from '../../queries/guide';
import { roundView } from '../../queries/round';
import { documentsOf } from '../../queries/round-documents';
import { roundFacts } from '../../queries/round-facts';
import { flagsOf } from '../../queries/round-flags';
import { countsByClause, countsByPoint, roundNumbers } from '../../queries/round-numbers';
import { resultView } from '../../queries/round-result';
import { roundQuestions } from '../../queries/round-questions';
import { roundYours } from '../../queries/round-yours';
import { textFor } from '../../text';
import { Columns, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn } from '../form';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { EmbedSnippet } from '../embeds/embed-snippet';
import { feedMeta } from '../feeds/feed-links';
import { addressOf, roundAddress } from './addresses';
import { readIn, textPart } from './part';
import { DossierPart, ReportLinks } from './report-links';
import { Asked } from './round-asked';
import { MoreOfRound, RoundFactsCard, RoundProof, TakePart } from './round-aside';
import { RoundClock, RoundDuties } from './round-clock';
import { RoundContents } from './round-contents';
import { Commitments } from './round-commitments';
import { CommentOnWhole, Documents } from './round-documents';
import { Flags } from './round-flags';
import { Gate } from './round-gate';
import { RoundHead, Silence, Stages, TextSwitch } from './round-head';
import { RoundNumbersPart } from './round-numbers';
import { Questions } from './round-questions';
import { Council, speaksOf } from './round-council';
import { Decision, Outcome } from './round-result';
import { Recorded, Yours } from './round-yours';
import { structuredData } from './structured';

const whole = (text: string | null): number | null => (text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const facts = await roundFacts(world, viewer, args.params.number ?? '');
  if (!facts) throw new Response(null, { status: 404 });
  const { round } = facts;
  const token = query.get('invitation');
  if (token) {
    await openInvitation(world, { roundId: round.id, token });
    throw redirect(roundAddress(locale, round.number), 302);
  }
  const invited = (viewer?.mandates ?? []).flatMap(({ role, organisationId }) =>
    role === 'representative' && organisationId && round.invited.includes(organisationId) ? [organisationId] : [],
  );
  if (invited.length > 0) await openInvitation(world, { roundId: round.id, organisationIds: invited });
  const lang = readIn(query, locale);
  const [numbers, byClause, byPoint, follows, mayJudge, yours, questions] = await Promise.all([
    roundNumbers(world, round.id),
    countsByClause(world, round.id),
    countsByPoint(world, round.id),
    followedAmong(world, viewer, [{ what: 'round', value: round.number }]),
    round.commitments.some(({ report }) => report !== null) ? tookPart(world, viewer, round.id) : false,
    roundYours(world, viewer, facts),
    roundQuestions(world, round.id, locale),
  ]);
  const asked = { role: query.get('doc'), version: whole(query.get('v')), from: whole(query.get('from')) ?? 1, lang };
  const [documents, flags, result] = await Promise.all([
    documentsOf(world, { facts, locale, counts: byClause, asked }),
    flagsOf(world, round, byClause, lang),
    resultView(world, facts, { locale, lang }),
  ]);
  const edition = world.guide.edition(round.edition);
  const named = (group: string, ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, wordOf(edition, locale, `${group}.${id}.name`)]));
  const view = roundView(world, facts, { locale, lang });
  return {
    ...{ locale, lang, view, numbers, byPoint, documents, flags, mayJudge, yours, questions },
    result,
    names: { dispositions: named('disposition', DISPOSITIONS), origins: named('origin', ORIGINS) },
    follows: follows.length > 0,
    signedIn: viewer !== null,
    invited: invited.length > 0,
    done: query.get('done'),
    origin: world.origin,
    structured: structuredData(view, { origin: world.origin, locale }),
  };
}

/** The one form of this page: a participant says whether a promise was kept. */
export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const here = requireViewer(args);
  const { world, viewer, locale } = here;
  const facts = await roundFacts(world, viewer, args.params.number ?? '');
  if (!facts) throw new Response(null, { status: 404 });
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const judged = await judgeCommitment(world, viewer, { ...typed, roundId: facts.round.id });
  if (!judged.ok) return refusalResponse(here, judged.refusal, typed);
  const id = textOf(typed, 'commitmentId');
  return redirect(`${roundAddress(locale, facts.round.number, { done: 'judged' })}#commitment-${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => {
  if (!known) return [{ title: 'Kenes' }];
  const { view, structured } = known;
  return [
    { title: `${view.title.text} · ${view.number} — Kenes` },
    ...(view.summary.text ? [{ name: 'description', content: view.summary.text.slice(0, 300) }] : []),
    ...(view.stage === 'preparing' ? [{ name: 'robots', content: 'noindex' }] : []),
    ...(view.stage === 'preparing' ? [] : feedMeta(known.locale, { what: 'round', value: view.number })),
    ...(view.stage === 'preparing' ? [] : [{ 'script:ld+json': structured }]),
  ];
};

export default function Round() {
  const known = useLoaderData<typeof loader>();
  const { locale, lang, view, numbers, byPoint, documents, flags, result, names, follows, signedIn, mayJudge } = known;
  const answered = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const part = { t, locale, view };
  const over = result.outcome !== null;
  const owes = view.duties.some(({ rule }) => rule !== 'commitment');
  const parts = [
    { id: 'outcome', title: t.round.outcome.title, shown: over },
    { id: 'commitments', title: t.round.commitments.title, shown: result.commitments.length > 0 },
    { id: 'asked', title: t.round.asked.title, shown: true },
    { id: 'comments', title: t.round.numbers.title, shown: true },
    { id: 'council', title: t.round.council.title, shown: speaksOf(result) },
    { id: 'decision', title: t.round.decision.title, shown: result.decision !== null },
    { id: 'documents', title: t.round.documents.title, shown: documents.shown !== null },
    { id: 'clock', title: t.round.clock.title, shown: true },
    { id: 'duties', title: t.round.duties.title, shown: owes },
    { id: 'gate', title: t.round.gate.title, shown: view.gate.length > 0 },
  ];
  const textHref = (one: 'kk' | 'ru') => addressOf(`/${locale}/rounds/${view.number}`, { text: textPart(one, locale) });
  return (
    <>
      <RoundHead {...{ ...part, lang, follows, signedIn }} />
      <Stages {...part} />
      <Stack>
        <Recorded t={t} done={known.yours ? known.done : null} />
        {known.done === 'judged' && !answered.refused ? (
          <Alert tone="success">{t.round.commitments.judge.done}</Alert>
        ) : null}
        {known.yours ? <Yours {...{ t, locale, number: view.number, yours: known.yours }} /> : null}
        {known.invited && view.open ? (
          <Alert tone="info" title={t.round.invited.title}>
            <p>{t.round.invited.text}</p>
          </Alert>
        ) : null}
        <Silence {...part} />
        <RoundContents t={t} parts={parts} />
      </Stack>
      <Columns
        asideLabel={t.round.facts.title}
        aside={
          <>
            <TakePart {...part} />
            <RoundFactsCard {...part} />
            <MoreOfRound {...part} />
            <RoundProof {...part} />
          </>
        }
      >
        <TextSwitch t={t} lang={lang} href={textHref} />
        {over ? <Outcome t={t} result={result} /> : null}
        {over ? <ReportLinks {...{ t, locale, number: view.number }} /> : null}
        <Commitments
          {...{ ...part, mayJudge, answered, commitments: result.commitments }}
          reports={known.yours?.reports.map(({ id }) => id) ?? []}
        />
        <Asked {...part} />
        {over ? <RoundNumbersPart {...{ ...part, numbers, byPoint, names, points: result.points }} /> : null}
        <Flags {...part} flags={flags} />
        <Council t={t} result={result} />
        <Decision t={t} result={result} />
        <Documents {...part} documents={documents} lang={lang} unasked={flags.unasked.length} />
        <CommentOnWhole {...part} />
        <Questions {...{ t, locale, questions: known.questions }} />
        {over ? null : <RoundNumbersPart {...{ ...part, numbers, byPoint, names, points: result.points }} />}
        <RoundClock {...part} />
      </Columns>
      <RoundDuties {...part} />
      <Gate {...part} />
      {view.stage === 'preparing' ? null : (
        <>
          <DossierPart {...part} />
          <EmbedSnippet
            {...{ t, locale, path: `rounds/${view.number}`, name: view.title.text, height: 460 }}
            origin={known.origin}
          />
        </>
      )}
    </>
  );
}
