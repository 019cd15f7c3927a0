// What a body makes of what people said: points, a new version of the draft, answers by two people, the council's view and the reply, the
// decision, the outcome, promises. Called by live-rounds.ts when a round has opened; each body in its manner, some of them in none.
import { decideAnswer } from '../app/commands/points/decide-answer';
import { draftAnswer } from '../app/commands/points/draft-answer';
import { groupComments } from '../app/commands/points/group';
import { makePoint } from '../app/commands/points/make-point';
import { addDocument } from '../app/commands/rounds/add-document';
import { answerCouncil } from '../app/commands/rounds/answer-council';
import { decideRound } from '../app/commands/rounds/decide';
import { declareConflict } from '../app/commands/rounds/declare-conflict';
import { giveView } from '../app/commands/rounds/give-view';
import { holdHearing } from '../app/commands/rounds/hold-hearing';
import { judgeCommitment } from '../app/commands/rounds/judge-commitment';
import { makeCommitment } from '../app/commands/rounds/make-commitment';
import { suggestedTitle } from '../app/core/point-title';
import { publishOutcome } from '../app/commands/rounds/publish-outcome';
import { reportCommitment } from '../app/commands/rounds/report-commitment';
import { dayOf } from '../app/core/day';
import type { Outcome } from '../app/core/refusal';
import type { World } from '../app/world';
import { ADVERT, type Held, type Lived } from './held';
import { workingDayAfter } from './life';
import { callFor, meetAgain, recordIn } from './live-meetings';
import { BOILERPLATE, type AnswerStory, type Both, type Change } from './round-story';

/** Working days before a meeting on which it is called. */
const CALLED_BEFORE = 5;

/** Puts the future of an open round into the agenda. */
export function answerRound(held: Held): void {
  const { course, story, place, life, roundId } = held;
  const { world, todo, at, counted } = life;
  const { calendar } = world.guide;
  const { pace } = course;
  const closes = course.extendedBy ? workingDayAfter(calendar, course.closes, course.extendedBy) : course.closes;
  const after = (days: number | null, happen: () => Promise<unknown>, hour?: number) => {
    if (days !== null) todo.put(at(workingDayAfter(calendar, closes, days), hour), async () => void (await happen()));
  };
  const { hearing, decision, outcome } = story;
  if (course.hearing && hearing && course.manner !== 'silent') {
    const { protocol, chair, present } = hearing;
    todo.put(at(course.hearing, 17), async () => {
      const words = { protocolKk: protocol.kk, protocolRu: protocol.ru, chair, present };
      await counted(holdHearing(world, held.executor, { roundId, ...words }));
    });
  }
  const points = new Map<string, string>();
  after(pace.points, () => makePoints(held, points), 11);
  const answers = [...story.answers, ADVERT_ANSWER].slice(0, course.answered);
  const first = pace.answers;
  if (first !== null) {
    after(first, () => changeDraft(held, answers), 9);
    answers.forEach((answer, n) => after(first + pace.step * n, () => answerPoint(held, answer, points), 12));
  }
  const { view } = story;
  if (view) {
    after(pace.view === null ? null : pace.view - 1, () => declare(held));
    const meeting: { number: string | null } = { number: null };
    const voting = pace.view;
    if (voting !== null)
      after(voting - CALLED_BEFORE, async () => {
        meeting.number = await callFor(held, workingDayAfter(calendar, closes, voting));
      });
    after(
      voting,
      async () => {
        if (meeting.number) {
          await recordIn(held, meeting.number);
          meetAgain(held);
        }
        await vote(held);
      },
      16,
    );
    const reply = { textKk: view.reply.kk, textRu: view.reply.ru };
    after(pace.reply, () => counted(answerCouncil(world, place.post.head, { roundId, ...reply })));
  }
  after(pace.decide, async () => {
    const next = { nextKk: outcome.next.kk, nextRu: outcome.next.ru };
    const words = { decisionKk: decision.kk, decisionRu: decision.ru, ...next };
    await counted(decideRound(world, place.post.head, { roundId, ...words }));
    for (const n of pace.promises.keys()) await promise(held, n);
  });
  const { asked, said, did, next } = outcome;
  const words = {
    ...{ askedKk: asked.kk, askedRu: asked.ru, saidKk: said.kk, saidRu: said.ru },
    ...{ didKk: did.kk, didRu: did.ru, nextKk: next.kk, nextRu: next.ru },
  };
  const named = new Map([...story.answers, ADVERT_ANSWER].map(({ key, title }) => [key, suggestedTitle(title)]));
  after(
    pace.publish,
    () => {
      const titles = [...points].flatMap(([key, pointId]) => {
        const title = named.get(key);
        return title ? [{ pointId, ...title }] : [];
      });
      return counted(publishOutcome(world, place.post.head, { roundId, ...words, titles }));
    },
    17,
  );
}

const ADVERT_ANSWER: AnswerStory = {
  key: ADVERT,
  title: 'Жарнама / Реклама',
  code: 'out_of_scope',
  reason: { kk: 'Бұл – жарнама, айналым ол туралы сұрамайды.', ru: 'Это реклама, раунд о ней не спрашивает.' },
};

async function makePoints(held: Held, points: Map<string, string>): Promise<void> {
  for (const answer of [...held.story.answers, ADVERT_ANSWER]) await collected(held, answer, points);
}

/** The point of an answer with all open comments that it is for, also those entered after the others were grouped; undefined without any. */
async function collected(
  { life, said, executor, roundId }: Held,
  { key, title }: AnswerStory,
  points: Map<string, string>,
): Promise<string | undefined> {
  const { world, counted } = life;
  const known = points.get(key);
  const ids = (said.get(key) ?? []).map(({ id }) => id);
  const found = await world.db.prisma.comment.findMany({
    where: { id: { in: ids }, phase: 'open', pointId: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const commentIds = found.map(({ id }) => id);
  if (commentIds.length === 0) return known;
  if (known) {
    await counted(groupComments(world, executor, { roundId, pointId: known, commentIds }));
    return known;
  }
  const made = await counted(makePoint(world, executor, { roundId, title, commentIds }));
  const pointId = made && (await pointOf(world, roundId, commentIds[0] ?? ''));
  if (pointId) points.set(key, pointId);
  return pointId ?? undefined;
}

const pointOf = async ({ db }: World, roundId: string, commentId: string): Promise<string | null> =>
  (await db.prisma.comment.findFirst({ where: { id: commentId, roundId }, select: { pointId: true } }))?.pointId ??
  null;

/** What the body changes for an answer in its manner: what was asked, or something that only differs. */
const changeOf = ({ course }: Held, answer: AnswerStory): Change | undefined =>
  course.manner === 'hollow' ? answer.cosmetic : answer.change;

/** The second version of what was put before people, in both languages, where any answer changes it. */
async function changeDraft(held: Held, answers: readonly AnswerStory[]): Promise<void> {
  const { life, story, executor, roundId } = held;
  const changes = answers.flatMap((answer) => changeOf(held, answer) ?? []);
  const [document] = story.documents;
  if (!document || changes.length === 0) return;
  for (const language of ['kk', 'ru'] as const) {
    const markdown = changes.reduce((text, change) => replaced(text, change[language]), document.markdown[language]);
    const said = { roundId, role: document.role, language, title: document.title[language], markdown };
    await life.counted(addDocument(life.world, executor, said));
  }
}

/** Throws when the draft does not say what the story changes: the story is wrong then. */
function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`the draft does not say «${from}»`);
  return text.replace(from, to);
}

/** The clauses of the latest version that say what the change brought, as forms name them. */
async function changedClauses({ life, story, roundId }: Held, change: Change | undefined): Promise<string[]> {
  const role = story.documents[0]?.role;
  if (!change || !role) return [];
  const links = await Promise.all(
    (['kk', 'ru'] as const).map((language) =>
      life.world.db.prisma.clause.findFirst({
        where: { document: { roundId, role, language, version: 2 }, plain: { contains: change[language][1] } },
        select: { documentId: true, anchor: true },
      }),
    ),
  );
  return links.flatMap((link) => (link ? [`${link.documentId}/${link.anchor}`] : []));
}

type Meant = { code: AnswerStory['code']; reason: Both; means: Lived['answers'][number]['means'] };
/** What is answered: what the story says, or what a body says that means nothing by it. */
function meantBy({ course, story }: Held, { code, reason, cosmetic }: AnswerStory): Meant {
  if (course.manner !== 'hollow') return { code, reason, means: 'it' };
  if (cosmetic) return { code: 'accepted', reason: BOILERPLATE, means: 'nothing_changed' };
  return { code: story.documents.length > 0 ? 'rejected' : 'accepted', reason: BOILERPLATE, means: 'nothing_said' };
}

async function answerPoint(held: Held, answer: AnswerStory, points: Map<string, string>): Promise<void> {
  const pointId = await collected(held, answer, points);
  if (!pointId) return;
  const { life, place, executor, roundId, lived } = held;
  const { world, chance, todo, at, counted } = life;
  const { code, reason, means } = meantBy(held, answer);
  const form = {
    ...{ roundId, pointId, code, reasonKk: reason.kk, reasonRu: reason.ru },
    changes: await changedClauses(held, changeOf(held, answer)),
    edits: means === 'it' ? await editsOf(held, answer) : [],
  };
  const approve = () => counted(decideAnswer(world, place.post.head, { roundId, pointId, decision: 'approve' }));
  if (!(await counted(draftAnswer(world, executor, form)))) return;
  lived.answers.push({ pointId, means });
  const today = dayOf(life.clock());
  if (held.course.manner === 'well' && chance.happens(0.1)) {
    const back = 'Себебін қысқартып, қарапайым сөзбен жазыңыз. / Сократите причину, напишите проще.';
    await counted(decideAnswer(world, place.post.head, { roundId, pointId, decision: 'return', reason: back }));
    todo.put(at(today, 15), async () => void (await counted(draftAnswer(world, executor, form))));
    todo.put(at(today, 16), async () => void (await approve()));
  } else todo.put(at(today, 14), async () => void (await approve()));
}

/** A word of its own for the first organisation that spoke of it. */
async function editsOf({ life, said }: Held, { key, reason }: AnswerStory): Promise<({ commentId: string } & Both)[]> {
  const own = await life.world.db.prisma.comment.findFirst({
    where: {
      id: { in: (said.get(key) ?? []).map(({ id }) => id) },
      organisationId: { not: null },
      phase: 'open',
      joinsId: null,
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  if (!own || (said.get(key) ?? []).length < 3) return [];
  const thanks = {
    kk: `${reason.kk} Деректеріңізді түсіндірме жазбаға қостық.`,
    ru: `${reason.ru} Ваши данные внесены в пояснительную записку.`,
  };
  return [{ commentId: own.id, ...thanks }];
}

async function declare({ life, story, council, roundId }: Held): Promise<void> {
  const { world, country, counted } = life;
  const interested = country.applicants.find(({ key }) => key === story.view?.interested)?.viewer;
  const member = council?.members.find(({ personId }) => personId === interested?.personId);
  if (!council || !member) return;
  const explanation = 'Ұйымымыз осы органнан грант алады. / Наша организация получает грант этого органа.';
  await counted(declareConflict(world, member, { roundId, councilId: council.id, conflict: 'funded', explanation }));
}

/** All members who have no interest vote; the last of them against, where the story knows a dissent. */
async function vote({ life, story, council, roundId }: Held): Promise<void> {
  if (!council || !story.view) return;
  const { world, country, counted } = life;
  const { text, dissent, interested } = story.view;
  const recused = country.applicants.find(({ key }) => key === interested)?.viewer.personId;
  const voting = [council.chair, ...council.members].filter(({ personId }) => personId !== recused);
  const votes = voting.map(({ personId }, n) =>
    dissent && n === voting.length - 1 ? { personId, vote: 'against', dissent } : { personId, vote: 'for' },
  );
  const words = { roundId, councilId: council.id, textKk: text.kk, textRu: text.ru, votes };
  await counted(giveView(world, council.secretary, words));
}

/** One promise, and what becomes of it: reported on and judged by those who took part, or forgotten. */
async function promise(held: Held, n: number): Promise<void> {
  const { life, story, course, place, executor, roundId, said } = held;
  const { world, todo, at, counted, chance } = life;
  const { calendar } = world.guide;
  const [told, pace] = [story.promises[n], course.pace.promises[n]];
  if (!told || !pace) return;
  const dueDay = workingDayAfter(calendar, dayOf(life.clock()), pace.due);
  const form = { roundId, dueDay, textKk: told.text.kk, textRu: told.text.ru };
  const made = await counted(makeCommitment(world, place.post.head, form));
  if (!made || pace.report === null) return;
  const { commitmentId } = made;
  const kept = n % 2 ? 'partly' : 'kept';
  const reported = workingDayAfter(calendar, dueDay, pace.report);
  const evidence = { evidenceKk: told.evidence.kk, evidenceRu: told.evidence.ru };
  todo.put(at(reported), async () => {
    if (!(await counted(reportCommitment(world, executor, { roundId, commitmentId, kept, ...evidence })))) return;
    const contributors = [...said.values()].flat().flatMap(({ by }) => by ?? []);
    if (contributors.length === 0) return;
    const verdict = course.manner === 'hollow' ? 'not_kept' : kept;
    const judge = chance.pick(contributors);
    todo.put(at(workingDayAfter(calendar, reported, 2)), async () => {
      const judged: Promise<Outcome<unknown>> = judgeCommitment(world, judge, {
        roundId,
        commitmentId,
        verdict,
        comment: '',
      });
      await counted(judged);
    });
  });
}
