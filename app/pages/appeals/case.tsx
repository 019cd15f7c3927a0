// The page of a case: its standing, its clocks with their reasons, everything that happened, what anyone may do next.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { caseView } from '../../queries/case';
import { asOf, dayAsked } from '../../queries/as-of';
import { caseFacts } from '../../queries/case-facts';
import { contestOnCase, type OnCase } from '../../queries/contesting';
import { noticesOf, type NoticeView } from '../../queries/notices';
import { showCase } from '../../commands/notices/show';
import { streamOf } from '../../core/appeal';
import { followedAmong } from '../../queries/follows';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Columns } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { StandingBadge } from '../../ui/standing';
import { Tag } from '../../ui/words';
import { contextOf } from '../respond';
import { FileAgain } from './again';
import { CaseLetters, Dossier, Facts, NextSteps, Proof, Ticket } from './case-aside';
import { AskAsOf, AsOfBanner } from './case-as-of';
import { CaseClock } from './case-clock';
import { CaseDuties } from './case-duties';
import { CaseNotices } from './case-notices';
import { CasePromises } from './case-promises';
import { CaseThread } from './case-thread';
import { Together } from './together';
import { originalsOf } from '../../queries/original-letter';
import { ComplaintNotice } from './complaint';
import { SuspensionNotice } from './suspension';
import { OnScores } from './on-scores';
import { FollowButton } from '../rounds/follow-button';
import { isAct, openActs, type ActName } from './open-acts';
import { caseStructured } from './structured';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const facts = await caseFacts(world, viewer, args.params.number ?? '');
  if (!facts) throw new Response(null, { status: 404 });
  const query = new URL(args.request.url).searchParams;
  const done = query.get('done');
  const on = dayAsked(world, query.get('on'));
  const past = on === null ? null : asOf(world, facts, on);
  if (past) {
    const view = await caseView(past.world, viewer, past.facts, locale);
    return {
      ...{ locale, view, acts: [] as ActName[], contest: null, notices: [], done: null, originals: {} },
      ...{ follows: false, signedIn: viewer !== null, structured: null, shown: { on, known: true } },
    };
  }
  if (viewer && facts.side === 'applicant') await showCase(world, viewer, streamOf(facts.appeal.id));
  const { number } = facts.appeal;
  const [view, contest, notices, follows, originals] = await Promise.all([
    caseView(world, viewer, facts, locale),
    contestOnCase(world, viewer, facts.appeal),
    noticesOf(world, viewer, facts, locale),
    followedAmong(world, viewer, [{ what: 'appeal', value: number }]),
    originalsOf(world, facts),
  ]);
  return {
    ...{ locale, view, acts: openActs(world, viewer, facts), contest, notices, done, originals },
    ...{ follows: follows.length > 0, signedIn: viewer !== null },
    structured: caseStructured(view, { origin: world.origin, locale }),
    shown: on === null ? null : { on, known: false },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.view.subject} · ${data.view.number} — Kenes` : 'Kenes' },
  ...(data?.view.isPrivate ? [{ name: 'robots', content: 'noindex' }] : []),
  ...(data?.structured ? [{ 'script:ld+json': data.structured }] : []),
];

export default function Case() {
  const { locale, view, acts, contest, notices, done, originals, follows, signedIn, shown } =
    useLoaderData<typeof loader>();
  const t = textFor(locale);
  const { number, subject, language, kindName, standing, body } = view;
  const asked = view.thread.find((item) => item.type === 'filed')?.text;
  const part = { t, locale, view };
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/appeals`, label: t.appeals.title },
              { href: `/${locale}/bodies/${body.slug}`, label: body.name },
            ]}
          />
        }
        eyebrow={`${t.case.number(number)} · ${kindName}`}
        title={subject}
        titleLang={language}
        lead={
          <span className="asked" lang={language}>
            {asked}
          </span>
        }
        meta={
          <>
            <StandingBadge standing={standing}>{t.appeals.standing[standing]}</StandingBadge>
            {view.late && standing !== 'overdue' ? <Tag tone="danger">{t.clocks.late}</Tag> : null}
            {view.clock.extended ? <Tag tone="clock">{t.appeals.extended}</Tag> : null}
            {view.isPrivate ? <Tag>{t.appeals.private}</Tag> : null}
          </>
        }
        actions={
          view.side ? (
            acts.length > 0 ? (
              <ActLinks {...part} acts={acts} />
            ) : undefined
          ) : (
            <FollowButton
              {...{ t, locale, follows, signedIn }}
              what="appeal"
              value={number}
              about={t.case.number(number)}
              back={`/${locale}/appeals/${number}`}
              label={follows ? t.follows.caseNoMore : t.follows.case}
            />
          )
        }
      />
      {shown?.on ? <AsOfBanner {...{ t, locale, number }} on={shown.on} known={shown.known} /> : null}
      {view.side ? <Done t={t} number={number} done={done} /> : null}
      <Columns
        aside={<Aside {...part} contest={contest} notices={notices} past={shown?.known === true} />}
        asideLabel={t.case.facts.title}
      >
        <Together {...part} />
        <FileAgain {...part} />
        <ComplaintNotice {...part} />
        <SuspensionNotice {...part} />
        <CaseClock {...part} />
        <CasePromises {...part} offered={acts.includes('note-promises')} />
        <CaseThread {...part} originals={originals} />
        <CaseDuties t={t} locale={locale} duties={view.duties} />
        <CaseDuties t={t} locale={locale} duties={view.errands} internal />
      </Columns>
    </>
  );
}

type Part = {
  t: ReturnType<typeof textFor>;
  locale: Parameters<typeof textFor>[0];
  view: Awaited<ReturnType<typeof caseView>>;
};

/** Acts that a case waits for; the first of those open is the one to press. */
const AWAITED: readonly ActName[] = [
  'accept',
  'assign',
  'cure',
  'object',
  'give-file',
  'decide-draft',
  'answer',
  'draft-answer',
  'decide-extension',
  'judge',
  'judge-execution',
];
const ENDING: readonly ActName[] = ['return', 'terminate', 'withdraw'];

/** Acts that stand as buttons; those after them open under one word. */
const SHOWN = 4;

function ActLinks({ t, locale, view, acts }: Part & { acts: readonly ActName[] }) {
  const shown = acts.length <= SHOWN + 1 ? acts : acts.slice(0, SHOWN);
  const more = acts.slice(shown.length);
  const href = (act: ActName) => `/${locale}/appeals/${view.number}/${act}`;
  return (
    <>
      {shown.map((act, index) => (
        <LinkButton
          key={act}
          href={href(act)}
          weight={ENDING.includes(act) ? 'quiet' : index === 0 && AWAITED.includes(act) ? 'primary' : 'secondary'}
        >
          {t.acts.names[act]}
        </LinkButton>
      ))}
      {more.length > 0 ? (
        <Details summary={t.steps.more}>
          <ul className="steps">
            {more.map((act) => (
              <li key={act}>
                <a href={href(act)}>{t.acts.names[act]}</a>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

const Aside = ({
  contest,
  notices,
  past,
  ...part
}: Part & { contest: OnCase | null; notices: NoticeView[]; past: boolean }) => (
  <>
    {part.view.side === 'applicant' ? <Ticket {...part} /> : null}
    <Facts {...part} />
    {contest ? <OnScores {...part} contest={contest} /> : null}
    <NextSteps {...part} />
    <CaseNotices t={part.t} locale={part.locale} number={part.view.number} notices={notices} />
    <CaseLetters {...part} />
    {part.view.side === 'applicant' ? null : <Ticket {...part} />}
    {past ? null : <Dossier {...part} />}
    {past ? null : <Proof {...part} />}
    <AskAsOf
      {...{ t: part.t, locale: part.locale, number: part.view.number }}
      first={part.view.receivedDay}
      today={part.view.today}
    />
  </>
);

function Done({ t, number, done }: { t: Part['t']; number: string; done: string | null }) {
  if (done === 'filed' || done === 'already-filed' || done === 'filed-several')
    return (
      <Alert tone={done === 'already-filed' ? 'info' : 'success'} title={t.case.done[done].title}>
        <p>{t.case.done[done].text(number)}</p>
      </Alert>
    );
  if (!isAct(done ?? undefined)) return null;
  const { title, text } = t.case.done[done as ActName];
  return (
    <Alert tone="success" title={title}>
      <p>{text}</p>
    </Alert>
  );
}
