// Whatever people do in whatever order on the database, also two of them at once: no round is completed with a comment unanswered or
// without the protocol of its hearing, no comment is answered twice, lost, moved out of its point by another point, or counted from a last
// day that is not its round's, and what is stored is what its events say. Commands are chosen at random and may refuse; what the outcome and
// the grouping of a comment are told is foretold from the rows alone.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { enterComment } from '../../app/commands/comments/enter';
import { makeComment } from '../../app/commands/comments/make';
import { moderateComment } from '../../app/commands/comments/moderate';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import { decideAnswer } from '../../app/commands/points/decide-answer';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { groupComments } from '../../app/commands/points/group';
import { makePoint } from '../../app/commands/points/make-point';
import { answerCouncil } from '../../app/commands/rounds/answer-council';
import { addDocument } from '../../app/commands/rounds/add-document';
import { declareConflict } from '../../app/commands/rounds/declare-conflict';
import { decideRound } from '../../app/commands/rounds/decide';
import { followUp } from '../../app/commands/rounds/follow-up';
import { giveView } from '../../app/commands/rounds/give-view';
import { holdHearing } from '../../app/commands/rounds/hold-hearing';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { movePeriod } from '../../app/commands/rounds/move-period';
import { publishOutcome } from '../../app/commands/rounds/publish-outcome';
import { reportCommitment } from '../../app/commands/rounds/report-commitment';
import { commentStream } from '../../app/core/comment';
import { addDays } from '../../app/core/day';
import type { Outcome } from '../../app/core/refusal';
import { roundStream } from '../../app/core/round';
import { countComments } from '../../app/data/round-counts';
import { verifyLedger } from '../../app/data/verify';
import type { RoundKind } from '../../guide/schema';
import { codeOf, DECISION, DRAFT, OUTCOME, REASON, roundHouse, titlesOf } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world, at } = test;
let cast: Cast;
const house = roundHouse(test, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

type Step = { what: string; which: number; other: number };
const stepsOf = (minLength: number, maxLength: number, ...what: string[]) =>
  fc.array(fc.record({ what: fc.constantFrom(...what), which: fc.nat({ max: 30 }), other: fc.nat({ max: 30 }) }), {
    minLength,
    maxLength,
  });
const EVER = [
  'paper',
  'hide',
  'show',
  'point',
  'group',
  'group',
  'ungroup',
  'draft',
  'approve',
  'lapse',
  'extend',
  'publish',
];
/** What the body and the council do besides: a later version, a view and the reply to it, promises, what followed. */
const BESIDES = [
  'version',
  'accept',
  'same',
  'same',
  'unadopted',
  'declare',
  'view',
  'reply',
  'promise',
  'report',
  'hold',
  'hold',
  'followed',
];
/** While comments are taken; and after: then days pass, answers are given, and the outcome is tried again and again. */
const lives = fc.record({
  kind: fc.constantFrom('draft_act' as const, 'draft_act' as const, 'hearing' as const),
  during: stepsOf(3, 14, 'comment', 'comment', 'comment', 'join', 'withdraw', 'later', ...EVER),
  after: stepsOf(
    6,
    24,
    'comment',
    'later',
    'return',
    'decide',
    'decide',
    'sweep',
    'sweep',
    'publish',
    'publish',
    ...EVER,
    ...BESIDES,
  ),
});
type Lived = { kind: RoundKind; during: Step[]; after: Step[] };
const HEARING = { hearingDay: '2026-02-20', hearingTime: '15:00', hearingPlace: 'Астана' };
const opened = (kind: RoundKind) =>
  house.open({ kind, ...(kind === 'hearing' && { ...HEARING, closesDay: '2026-02-24' }) });

/** Does one step and gives its code. `made` counts the comments that came in. */
async function act(roundId: string, { what, which, other }: Step, made: { count: number }): Promise<string> {
  const ids = (
    await world.db.prisma.comment.findMany({ where: { roundId }, orderBy: { id: 'asc' }, select: { id: true } })
  ).map(({ id }) => id);
  const round = await house.state(roundId);
  const commentId = ids[which % Math.max(ids.length, 1)] ?? world.newId();
  const pointId = round.points[other % Math.max(round.points.length, 1)]?.id ?? world.newId();
  const today = house.dayNow();
  const counted = async (outcome: Promise<Outcome<unknown>>) => {
    const code = await codeOf(outcome);
    if (code === 'done') made.count += 1;
    return code;
  };
  const text = `Замечание ${which}.`;
  switch (what) {
    case 'comment':
      return counted(
        makeComment(world, [cast.citizen, cast.ngo, cast.stranger][which % 3] ?? null, {
          roundId,
          text,
          language: 'ru',
        }),
      );
    case 'join':
      return counted(makeComment(world, cast.ngo, { roundId, joinsId: commentId, language: 'kk' }));
    case 'paper': {
      const receivedDay = addDays(round.settings.closesDay, -(which % 5));
      return counted(
        enterComment(world, cast.registrar, { roundId, origin: 'paper', receivedDay, text, language: 'ru' }),
      );
    }
    case 'withdraw':
      return codeOf(withdrawComment(world, [cast.citizen, cast.ngo][other % 2] ?? null, { commentId }));
    case 'hide':
      return codeOf(
        moderateComment(world, cast.head, { step: 'hide', commentId, ground: 'insult', reason: 'Бранные слова.' }),
      );
    case 'show':
      return codeOf(moderateComment(world, cast.head, { step: 'show', commentId, reason: 'Скрыто по ошибке.' }));
    case 'point':
      return codeOf(
        makePoint(world, cast.executor, {
          roundId,
          title: `Вопрос ${which}`,
          commentIds: [commentId, ids[other % Math.max(ids.length, 1)] ?? commentId],
        }),
      );
    case 'group':
      return codeOf(groupComments(world, cast.executor, { roundId, pointId, commentIds: commentId }));
    case 'ungroup':
      return codeOf(groupComments(world, cast.executor, { roundId, pointId: '', commentIds: commentId }));
    case 'draft':
      return codeOf(
        draftAnswer(world, which % 4 ? cast.executor : cast.head, { roundId, pointId, code: 'rejected', ...REASON }),
      );
    case 'return':
      return codeOf(
        decideAnswer(world, cast.head, { roundId, pointId, decision: 'return', reason: 'Нет статьи закона.' }),
      );
    case 'approve':
      return codeOf(decideAnswer(world, cast.head, { roundId, pointId, decision: 'approve' }));
    case 'sweep': {
      // Everything open taken out of its points and put into one, answered at once, as a diligent analyst does.
      const open = await world.db.prisma.comment.findMany({ where: { roundId, phase: 'open' }, select: { id: true } });
      if (open.length > 0)
        await groupComments(world, cast.executor, { roundId, pointId: '', commentIds: open.map(({ id }) => id) });
      const put = await codeOf(
        makePoint(world, cast.executor, { roundId, title: 'Все вопросы', commentIds: open.map(({ id }) => id) }),
      );
      const last = (await house.state(roundId)).points.at(-1)?.id ?? world.newId();
      if (put !== 'done') return put;
      await draftAnswer(world, cast.executor, { roundId, pointId: last, code: 'rejected', ...REASON });
      return codeOf(decideAnswer(world, cast.head, { roundId, pointId: last, decision: 'approve' }));
    }
    case 'later':
      at(addDays(today, 1 + (which % 12)));
      return 'done';
    case 'extend': {
      const reason = {
        reasonKk: 'Ұйымдар уақыт сұрады, уақыт беріледі.',
        reasonRu: 'Организации просили времени, оно даётся.',
      };
      return codeOf(movePeriod(world, cast.head, { roundId, closesDay: addDays(today, which % 9), ...reason }));
    }
    case 'close':
      await house.close(roundId);
      return 'done';
    case 'lapse':
      await lapseObligations(world);
      return 'done';
    case 'decide':
      return codeOf(decideRound(world, cast.head, { roundId, ...DECISION }));
    case 'version': {
      const role = round.documents[0]?.role ?? 'draft';
      const language = which % 2 ? 'kk' : 'ru';
      const markdown = DRAFT[language].replace(/десяти|он жұмыс/, `${which + 11}`);
      return codeOf(addDocument(world, cast.executor, { roundId, role, language, title: 'Кейінгі нұсқа', markdown }));
    }
    case 'accept': {
      const last = round.documents.findLast(({ later }) => later);
      const changes = last ? [`${last.documentId}/c2`] : [];
      return codeOf(draftAnswer(world, cast.executor, { roundId, pointId, code: 'accepted', ...REASON, changes }));
    }
    case 'same': {
      const duplicateOf = (await world.db.prisma.comment.findUnique({ where: { id: commentId } }))?.number;
      const same = { roundId, pointId, code: 'duplicate', ...REASON, duplicateOf };
      const drafted = await codeOf(draftAnswer(world, cast.executor, same));
      if (drafted !== 'done') return drafted;
      return codeOf(decideAnswer(world, cast.head, { roundId, pointId, decision: 'approve' }));
    }
    case 'declare':
      return codeOf(
        declareConflict(world, cast.chair, {
          ...{ roundId, councilId: cast.council.id, conflict: 'kin', explanation: 'Решает мой брат.' },
        }),
      );
    case 'unadopted':
      return codeOf(
        giveView(world, cast.secretary, {
          ...{ roundId, councilId: cast.council.id, asItWent: 'on' },
          ...{ textKk: 'Кеңес жобаны қолдамайды.', textRu: 'Совет не поддерживает проект.' },
          votes: cast.members.slice(which % 3).map(({ personId }) => ({ personId, vote: 'against' })),
        }),
      );
    case 'view':
      return codeOf(
        giveView(world, cast.secretary, {
          ...{
            roundId,
            councilId: cast.council.id,
            textKk: 'Кеңес жобаны қолдайды.',
            textRu: 'Совет поддерживает проект.',
          },
          votes: cast.members.map(({ personId }) => ({ personId, vote: 'for' })),
        }),
      );
    case 'reply': {
      const text = { textKk: 'Кеңеске рақмет, ескерілді.', textRu: 'Благодарим совет, учтено.' };
      return codeOf(answerCouncil(world, cast.head, { roundId, ...text }));
    }
    case 'promise':
      return codeOf(
        makeCommitment(world, cast.head, {
          ...{
            roundId,
            dueDay: addDays(today, 5 + which),
            textKk: 'Пандустар орнатылады.',
            textRu: 'Поставим пандусы.',
          },
        }),
      );
    case 'report': {
      const commitmentId = round.commitments[which % Math.max(round.commitments.length, 1)]?.id ?? world.newId();
      const evidence = { evidenceKk: 'Орнатылды, есеп жарияланды.', evidenceRu: 'Установлены, отчёт опубликован.' };
      return codeOf(
        reportCommitment(world, cast.executor, { roundId, commitmentId, kept: 'kept', ...evidence, files: [] }),
      );
    }
    case 'hold':
      return codeOf(
        holdHearing(world, cast.executor, {
          ...{ roundId, protocolKk: 'Тыңдауға қатысқандар сөйледі.', protocolRu: 'Участники слушания выступили.' },
          ...{ present: '12', chair: 'С. Омарова' },
        }),
      );
    case 'followed': {
      const text = { textKk: 'Алты айдан кейінгі жағдай осындай.', textRu: 'Вот что стало через полгода.' };
      return codeOf(followUp(world, cast.executor, { roundId, ...text }));
    }
    case 'publish':
      return codeOf(
        publishOutcome(world, cast.head, { roundId, ...OUTCOME, titles: titlesOf(await house.state(roundId)) }),
      );
    default:
      throw new Error(what);
  }
}

/** What the outcome must be told, from the rows alone. */
async function outcomeForetold(roundId: string): Promise<string> {
  const { phase, settings, kind, hearing, points, documents } = await house.state(roundId);
  const { open } = await countComments(world.db, roundId);
  if (phase === 'completed') return 'round_completed';
  if (house.dayNow() <= settings.closesDay) return 'round_still_open';
  if (open > 0) return 'comments_unanswered';
  if (phase !== 'decided') return 'round_not_decided';
  if (kind === 'hearing' && hearing === null) return 'hearing_protocol_missing';
  // A change is shown in both texts, or the report would have it in one language.
  const shown = points.flatMap(({ disposition }) => (disposition?.changes ?? []).map(({ documentId }) => documentId));
  const changed = documents.filter(({ documentId, later }) => later && shown.includes(documentId));
  const alone = changed.filter(
    (one) => !documents.some(({ role, language, later }) => later && role === one.role && language !== one.language),
  );
  return alone.length > 0 ? 'report_incomplete' : 'done';
}

/** What putting a comment into a point must be told: who is in another stays there. */
async function groupingForetold(roundId: string, { which, other }: Step): Promise<string> {
  const { phase, points } = await house.state(roundId);
  const rows = await world.db.prisma.comment.findMany({ where: { roundId }, orderBy: { id: 'asc' } });
  const comment = rows[which % Math.max(rows.length, 1)];
  const pointId = points[other % Math.max(points.length, 1)]?.id;
  if (phase === 'completed') return 'round_completed';
  if (!pointId) return 'point_unknown';
  if (!comment) return 'not_found';
  if (comment.phase !== 'open') return 'comment_ended';
  return comment.pointId === null || comment.pointId === pointId ? 'done' : 'comment_grouped_elsewhere';
}

const foretold = (roundId: string, step: Step): Promise<string> | null => {
  if (step.what === 'publish') return outcomeForetold(roundId);
  return step.what === 'group' ? groupingForetold(roundId, step) : null;
};

/** What holds at every moment, whoever did what. */
async function mustHold(roundId: string, made: number): Promise<void> {
  const { phase, points, settings, hearing, kind, view } = await house.state(roundId);
  const rows = await world.db.prisma.comment.findMany({
    where: { roundId },
    select: { id: true, phase: true, pointId: true, closesDay: true, dueDay: true },
  });
  const streams = rows.map(({ id }) => commentStream(id));
  const answers = await world.db.prisma.event.groupBy({
    by: ['stream'],
    where: { type: 'comment.disposed', stream: { in: streams } },
    _count: true,
  });
  expect(rows, 'none is lost').toHaveLength(made);
  expect(
    answers.every(({ _count }) => _count === 1),
    'none is answered twice',
  ).toBe(true);
  expect(answers).toHaveLength(rows.filter((row) => row.phase === 'disposed').length);
  expect(rows.every(({ pointId }) => pointId === null || points.some(({ id }) => id === pointId))).toBe(true);
  const open = rows.filter((row) => row.phase === 'open');
  if (phase === 'completed') expect(open).toEqual([]);
  if (phase === 'completed' && kind === 'hearing') expect(hearing).not.toBeNull();
  const duties = await world.db.prisma.obligation.findMany({
    where: { closedDay: null, stream: { in: streams } },
    select: { stream: true, fromDay: true, dueDay: true },
  });
  expect(new Set(duties.map(({ stream }) => stream)), 'what is owed is what is open').toEqual(
    new Set(open.map(({ id }) => commentStream(id))),
  );
  for (const { fromDay } of duties) expect(fromDay, 'counted from the last day as it stands').toBe(settings.closesDay);
  for (const { closesDay } of open) expect(closesDay).toBe(settings.closesDay);
  const duty = await world.db.prisma.obligation.count({
    where: { stream: roundStream(roundId), closedDay: null, rule: 'dispose' },
  });
  if (phase === 'completed') expect(duty).toBe(0);
  else expect(duty, 'what is unanswered is owed together, once').toBeGreaterThanOrEqual(open.length > 0 ? 1 : 0);
  expect(duty).toBeLessThanOrEqual(1);
  await mustLead(roundId);
  const replies = await world.db.prisma.obligation.count({
    where: { stream: roundStream(roundId), rule: 'council_reply' },
  });
  expect(replies, 'a reply is owed to a view that was adopted, and to nothing else').toBe(view === null ? 0 : 1);
}

/** An answer that names another comment leads to one that is answered, and does not lead on. */
async function mustLead(roundId: string): Promise<void> {
  const answered = await world.db.prisma.comment.findMany({
    where: { roundId, phase: 'disposed' },
    select: { number: true, disposition: true },
  });
  const sameAs = new Map(
    answered.map(({ number, disposition }) => [number, (disposition as { duplicateOf: string | null }).duplicateOf]),
  );
  for (const named of sameAs.values()) if (named !== null) expect(sameAs.get(named)).toBeNull();
}

/** Each life begins with a few comments, two of them in points of their own: what follows has something to be about. */
const BEGUN: Step[] = [
  ...[0, 1, 2, 3].map((which) => ({ what: 'comment', which, other: 0 })),
  ...[0, 1].map((which) => ({ what: 'point', which, other: which })),
];
/** And ends with what a diligent body does, in an order in which nothing is left to luck. */
const ENDING: Step[] = [
  { what: 'close', which: 0, other: 0 },
  // One that says the same as another waits for that one's answer, and shares it then.
  { what: 'same', which: 0, other: 1 },
  { what: 'draft', which: 1, other: 0 },
  { what: 'approve', which: 0, other: 0 },
  { what: 'same', which: 0, other: 1 },
  ...['sweep', 'decide', 'publish', 'hold', 'publish', 'followed', 'publish'].map((what) => ({
    ...{ what, which: 0, other: 0 },
  })),
];
const CLOSE: Step = { what: 'close', which: 0, other: 0 };
const seen = new Map<string, number>();
const note = (what: string, code: string) => seen.set(`${what}: ${code}`, (seen.get(`${what}: ${code}`) ?? 0) + 1);

it(
  'no order of acts completes a round with a comment unanswered, answers one twice or loses one',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(lives, async ({ kind, during, after }: Lived) => {
        at('2026-02-02');
        const roundId = await opened(kind);
        const made = { count: 0 };
        for (const step of [...BEGUN, ...during, CLOSE, ...after, ...ENDING]) {
          const expected = await foretold(roundId, step);
          const code = await act(roundId, step, made);
          if (expected) expect(`${step.what}: ${code}`).toBe(`${step.what}: ${expected}`);
          note(step.what, code);
          if (step.what === 'extend' || step.what === 'sweep') await mustHold(roundId, made.count);
        }
        await mustHold(roundId, made.count);
      }),
      // The same walks every time: what they must have met below is no matter of luck.
      { numRuns: 20, endOnFailure: true, seed: 11 },
    );
    const { faults } = await verifyLedger(world);
    expect(faults).toEqual([]);
    // The walk went where it must have gone to mean anything.
    for (const met of [
      'comment: done',
      'sweep: done',
      'publish: comments_unanswered',
      'publish: hearing_protocol_missing',
      'publish: done',
      'withdraw: done',
      'extend: done',
      'group: done',
      'group: comment_grouped_elsewhere',
      'hold: done',
      'view: done',
      'unadopted: done',
      'declare: done',
      'same: done',
      'same: target_unanswered',
      'reply: done',
      'version: done',
      'report: done',
      'followed: done',
    ])
      expect(seen.get(met) ?? 0, `${met} in ${JSON.stringify([...seen])}`).toBeGreaterThan(0);
  },
);

it(
  'two people at once change none of it: whoever comes second decides on what the first left',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(lives, async ({ kind, during, after }: Lived) => {
        at('2026-02-02');
        const roundId = await opened(kind);
        const made = { count: 0 };
        for (const steps of [BEGUN, during, [CLOSE], after]) {
          // Days pass between two acts, not within one.
          const acts = steps.map((step) => (step.what === 'later' ? { ...step, what: 'comment' } : step));
          for (let n = 0; n < acts.length; n += 2) {
            const pair = acts.slice(n, n + 2);
            await Promise.all(pair.map((step) => act(roundId, step, made)));
            await mustHold(roundId, made.count);
          }
        }
      }),
      { numRuns: 12, endOnFailure: true, seed: 12 },
    );
    const { faults } = await verifyLedger(world);
    expect(faults).toEqual([]);
  },
);
