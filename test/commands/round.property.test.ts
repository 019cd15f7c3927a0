// Whatever people do in whatever order on the database: no round is completed with a comment unanswered, no comment is answered twice
// or lost, and what is stored is what its events say. Commands are chosen at random and may refuse; the outcome's answer is foretold.
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
import { decideRound } from '../../app/commands/rounds/decide';
import { movePeriod } from '../../app/commands/rounds/move-period';
import { publishOutcome } from '../../app/commands/rounds/publish-outcome';
import { addDays } from '../../app/core/day';
import type { Outcome } from '../../app/core/refusal';
import { roundStream } from '../../app/core/round';
import { countComments } from '../../app/data/round-counts';
import { verifyLedger } from '../../app/data/verify';
import { codeOf, DECISION, OUTCOME, REASON, roundHouse } from '../help/rounds';
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
const EVER = ['paper', 'hide', 'show', 'point', 'group', 'ungroup', 'draft', 'approve', 'lapse', 'extend', 'publish'];
/** While comments are taken; and after: then days pass, answers are given, and the outcome is tried again and again. */
const lives = fc.record({
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
  ),
});

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
      // Everything open in one point, answered at once, as a diligent analyst does.
      const open = await world.db.prisma.comment.findMany({ where: { roundId, phase: 'open' }, select: { id: true } });
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
    case 'publish':
      return codeOf(publishOutcome(world, cast.head, { roundId, ...OUTCOME }));
    default:
      throw new Error(what);
  }
}

/** What the outcome must be told, from the rows alone. */
async function foretold(roundId: string): Promise<string> {
  const { phase, settings } = await house.state(roundId);
  const { open } = await countComments(world.db, roundId);
  if (phase === 'completed') return 'round_completed';
  if (house.dayNow() <= settings.closesDay) return 'round_still_open';
  if (open > 0) return 'comments_unanswered';
  return phase === 'decided' ? 'done' : 'round_not_decided';
}

it(
  'no order of acts completes a round with a comment unanswered, answers one twice or loses one',
  { timeout: 240_000 },
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(lives, async ({ during, after }) => {
        at('2026-02-02');
        const roundId = await house.open();
        const made = { count: 0 };
        const chosen = [...during, { what: 'close', which: 0, other: 0 }, ...after];
        for (const step of chosen) {
          const expected = step.what === 'publish' ? await foretold(roundId) : null;
          const code = await act(roundId, step, made);
          if (expected) expect(code).toBe(expected);
          seen.set(`${step.what}: ${code}`, (seen.get(`${step.what}: ${code}`) ?? 0) + 1);
        }
        const { phase, points } = await house.state(roundId);
        const rows = await world.db.prisma.comment.findMany({
          where: { roundId },
          select: { id: true, phase: true, pointId: true },
        });
        const answers = await world.db.prisma.event.groupBy({
          by: ['stream'],
          where: { type: 'comment.disposed', stream: { in: rows.map(({ id }) => `comment:${id}`) } },
          _count: true,
        });
        expect(rows, 'none is lost').toHaveLength(made.count);
        expect(
          answers.every(({ _count }) => _count === 1),
          'none is answered twice',
        ).toBe(true);
        expect(answers).toHaveLength(rows.filter((row) => row.phase === 'disposed').length);
        expect(rows.every(({ pointId }) => pointId === null || points.some(({ id }) => id === pointId))).toBe(true);
        if (phase === 'completed') expect(rows.filter((row) => row.phase === 'open')).toEqual([]);
        const left = await world.db.prisma.obligation.count({
          where: { closedDay: null, stream: { in: rows.map(({ id }) => `comment:${id}`) } },
        });
        expect(left, 'what is owed is what is open').toBe(rows.filter((row) => row.phase === 'open').length);
        const duty = await world.db.prisma.obligation.count({
          where: { stream: roundStream(roundId), closedDay: null, rule: 'dispose' },
        });
        if (phase === 'completed') expect(duty).toBe(0);
      }),
      // The same walks every time: what they must have met below is no matter of luck.
      { numRuns: 12, endOnFailure: true, seed: 11 },
    );
    const { faults } = await verifyLedger(world);
    expect(faults).toEqual([]);
    // The walk went where it must have gone to mean anything.
    for (const met of [
      'comment: done',
      'sweep: done',
      'publish: comments_unanswered',
      'publish: done',
      'withdraw: done',
      'extend: done',
    ])
      expect(seen.get(met) ?? 0, `${met} in ${JSON.stringify([...seen])}`).toBeGreaterThan(0);
  },
);
