// Figures follow acts: marked stale in the act's own statement, reckoned by the job, appended and never changed; the nightly count from
// the ledger agrees, and what does not agree is not shown.
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { judgeAnswer } from '../../app/commands/appeals/judge';
import { judgeCommitment } from '../../app/commands/rounds/judge-commitment';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { reportCommitment } from '../../app/commands/rounds/report-commitment';
import type { Day } from '../../app/core/day';
import type { Overview } from '../../app/core/score/country';
import type { Figures } from '../../app/core/score/figures';
import { markEarlier } from '../../app/data/score-marks';
import { latest, latestOf } from '../../app/data/scores';
import { recount } from '../../workers/recount';
import { score } from '../../workers/score';
import { must, roundHouse } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const town = testWorld('2026-02-02');
const { world, at } = town;
let cast: Cast;
const house = roundHouse(town, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

const filed = async (day: Day) => {
  at(day);
  const { id } = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  await must(acceptAppeal(world, cast.registrar, { appealId: id }));
  return id;
};
const answered = async (appealId: string, day: Day, time?: string) => {
  at(day, time);
  const requirements = world.guide
    .inForceOn(day)
    .procedures.application.reply.requirements.flatMap(({ id, given_by }) => (given_by === 'official' ? [id] : []));
  await must(
    answerAppeal(world, cast.head, { appealId, ...aReply('act_favourable', requirements) } as Parameters<
      typeof answerAppeal
    >[2]),
  );
};
const figures = async (period = '2026-Q1' as const) =>
  (await latest(world.db.pool, cast.ministry.id, period))?.figures as Figures | undefined;
const marks = () => world.db.prisma.scoreStale.findMany({ select: { bodyId: true, period: true } });

describe('the figures of a body', () => {
  let first = '';
  it('are marked stale by an act, once for each body and period, and reckoned by the job', async () => {
    first = await filed('2026-02-02');
    const marked = await marks();
    expect(new Set(marked.map(({ bodyId, period }) => `${bodyId} ${period}`))).toEqual(
      new Set([`${cast.ministry.id} 2026-Q1`]),
    );
    expect(await score(world, never)).toBe(2);
    expect(await marks()).toEqual([]);
    const found = await figures();
    expect(found?.cases).toEqual({ all: 1, notBegun: 0 });
    expect(found?.clocks.lawful).toMatchObject({ share: { estimate: null }, counts: { not_due: 1 } });
    expect(found?.duties).toMatchObject([{ rule: 'register', clock: { share: { of: 1, n: 1 } } }]);
  });

  it('are not appended again where nothing changed', async () => {
    expect(await score(world, never)).toBe(0);
  });

  it('change with the day alone: an open case is late from the day after its last one', async () => {
    at('2026-02-24');
    expect(await score(world, never)).toBeGreaterThan(0);
    const found = await figures();
    expect(found?.clocks.lawful).toMatchObject({ share: { estimate: 0, n: 1 }, counts: { late_open: 1 } });
    expect(found?.rates.deemed_refused).toMatchObject({ of: 1, n: 1 });
    expect(found?.backlog).toEqual({ overdue: 1, ages: [{ days: 1, count: 1 }] });
  });

  it('keep the late answer late, and count what the applicant says of it', async () => {
    await answered(first, '2026-02-26', '21:40');
    await must(judgeAnswer(world, cast.ngo, { appealId: first, verdict: 'answers', comment: '' }));
    await score(world, never);
    const found = await figures();
    expect(found?.clocks.lawful.counts).toMatchObject({ late: 1, late_open: 0 });
    expect(found?.satisfied).toMatchObject({ share: { of: 1, n: 1 }, ended: 1 });
    expect(found?.time).toMatchObject({ answered: 1, open: 0 });
    expect(found?.afterHours?.share).toMatchObject({ of: 1, n: 1 });
  });

  it('say by which edition, method and code, on which day and why; earlier ones stay, and the database refuses to change them', async () => {
    const kept = await world.db.prisma.scoreSnapshot.findMany({
      where: { bodyId: cast.ministry.id },
      orderBy: { computedAt: 'asc' },
    });
    expect(kept.map(({ because }) => because)).toEqual(['acts', 'day', 'acts']);
    expect(kept.at(-1)).toMatchObject({
      edition: world.guide.inForceOn('2026-02-26').id,
      reportDay: '2026-02-26',
      moves: false,
    });
    expect(kept.at(-1)?.codeHash).toMatch(/^[0-9a-f]{64}$/);
    await expect(world.db.prisma.scoreSnapshot.updateMany({ data: { cases: 0 } })).rejects.toThrow();
    await expect(world.db.prisma.scoreSnapshot.deleteMany()).rejects.toThrow();
  });

  it('count comments of rounds in the quarter they came in', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    await house.comment(roundId);
    await score(world, never);
    expect((await figures())?.comments.clock.counts).toMatchObject({ not_due: 1 });
  });

  it('count a promise of a round from the day it was made, and follow what is reported and said of it', async () => {
    const [{ id: roundId }] = (await world.db.prisma.round.findMany({ select: { id: true } })) as [{ id: string }];
    const text = { textKk: 'Нысан наурызда жарияланады.', textRu: 'Форма будет опубликована в марте.' };
    const { commitmentId } = await must(
      makeCommitment(world, cast.head, { roundId, ...text, dueDay: '2026-03-10', pointId: '' }),
    );
    await score(world, never);
    expect((await figures())?.promises?.counts).toMatchObject({ not_due: 1 });
    const evidence = { evidenceKk: 'Нысан сайтта жарияланды.', evidenceRu: 'Форма опубликована на сайте.' };
    await must(reportCommitment(world, cast.head, { roundId, commitmentId, kept: 'kept', ...evidence, files: [] }));
    await score(world, never);
    expect((await figures())?.promises).toMatchObject({
      counts: { kept: 1, not_due: 0 },
      disputed: { estimate: null },
    });
    await must(judgeCommitment(world, cast.citizen, { roundId, commitmentId, verdict: 'not_kept', comment: '' }));
    await score(world, never);
    expect((await figures())?.promises?.disputed).toMatchObject({ of: 1, n: 1 });
  });

  it('of an earlier method are reckoned anew by the next process', async () => {
    const body = await world.db.prisma.body.findFirstOrThrow({ where: { id: { not: cast.ministry.id } } });
    const { id, ...one } = await world.db.prisma.scoreSnapshot.findFirstOrThrow({
      where: { bodyId: cast.ministry.id },
    });
    const old = { ...one, figures: one.figures as object, contests: undefined, bodyId: body.id, method: 'scores/0' };
    await world.db.prisma.scoreSnapshot.create({ data: { ...old, id: world.newId() } });
    expect(id).not.toBe('');
    await markEarlier(world.db);
    expect(await marks()).toEqual([{ bodyId: body.id, period: one.period }]);
    await score(world, never);
    expect(await marks()).toEqual([]);
  });

  it('are the same by two workers at once, and are appended once', async () => {
    await filed('2026-03-03');
    const before = await world.db.prisma.scoreSnapshot.count({ where: { bodyId: cast.ministry.id } });
    await Promise.all([score(world, never), score(world, never)]);
    expect(await world.db.prisma.scoreSnapshot.count({ where: { bodyId: cast.ministry.id } })).toBe(before + 1);
  });

  it('are placed once: a day on which nothing moves asks for no league', async () => {
    at('2026-03-05');
    await score(world, never);
    expect(await marks()).toEqual([]);
    expect(await score(world, never)).toBe(0);
  });

  it('put together the country', async () => {
    const league = (await latest(world.db.pool, null, '2026-Q1'))?.figures as Overview;
    expect(league.country).toMatchObject({
      bodies: 1,
      cases: 2,
      clocks: { lawful: { counts: { late: 1, not_due: 1 } } },
    });
    expect(league.league.rows).toMatchObject([{ id: cast.ministry.id, place: { rank: null } }]);
  });
});

describe('the nightly count from the ledger', () => {
  it('agrees with the tables and appends nothing', async () => {
    const before = await world.db.prisma.scoreSnapshot.count();
    expect(await recount(world, never)).toBeGreaterThan(0);
    expect(await world.db.prisma.scoreMismatch.count()).toBe(0);
    expect(await world.db.prisma.scoreSnapshot.count()).toBe(before);
  });

  it('finds a table that says otherwise, names the part, and takes the figures from the page until they agree', async () => {
    const one = await world.db.prisma.appeal.findFirstOrThrow({ where: { phase: 'answered' } });
    await world.db.prisma.appeal.update({ where: { id: one.id }, data: { endedDay: '2026-02-20' } });
    await recount(world, never);
    await recount(world, never);
    expect(await world.db.prisma.scoreMismatch.findMany()).toMatchObject([
      { bodyId: cast.ministry.id, period: '2026-Q1', parts: ['cases'], settledAt: null },
    ]);
    expect(await latestOf(world.db.pool, '2026-Q1')).toEqual([]);
    const withheld = (await latest(world.db.pool, null, '2026-Q1'))?.figures as Overview;
    expect(withheld.league.rows).toEqual([]);

    await world.db.prisma.appeal.update({ where: { id: one.id }, data: { endedDay: one.endedDay } });
    await recount(world, never);
    expect(await world.db.prisma.scoreMismatch.findMany()).toMatchObject([{ settledAt: expect.any(Date) as Date }]);
    expect(await latestOf(world.db.pool, '2026-Q1')).toHaveLength(1);
  });
});
