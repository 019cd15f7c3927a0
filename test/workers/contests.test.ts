// What follows from a ruling: the figure is reckoned anew with its trace, both versions stand, the change is restated in public, and the
// nightly count from the ledger agrees.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeContest } from '../../app/commands/contests/make';
import { ruleOnContest } from '../../app/commands/contests/rule';
import { publishDump } from '../../app/commands/scores/publish-dump';
import type { Contested } from '../../app/core/score/contested';
import type { Figures } from '../../app/core/score/figures';
import { latest } from '../../app/data/scores';
import { scoreCases } from '../../app/queries/score-cases';
import { openDataWords } from '../../app/text/open-data';
import { recount } from '../../workers/recount';
import { score } from '../../workers/score';
import { contestHouse } from '../help/contests';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const town = testWorld('2026-02-02');
const { world, at } = town;
let cast: Cast;
const house = contestHouse(town, () => cast);
const period = '2026-Q1';
const snapshot = async () => {
  const found = await latest(world.db.pool, cast.ministry.id, period);
  if (!found) throw new Error('no figures');
  return { ...found, figures: found.figures as Figures, contests: found.contests as Contested };
};
/** Of bodies; of all together where `all` is asked for. */
const restatements = (of: 'bodies' | 'all' = 'bodies') =>
  world.db.prisma.scoreRestatement.findMany({
    where: { bodyId: of === 'all' ? null : { not: null } },
    orderBy: { at: 'asc' },
  });
const cases = { late: '', inTime: '', twice: '', silent: '' };
let contestId = '';
beforeAll(async () => {
  cast = await castInto(world);
  cases.late = await house.lateCase('2026-02-02', '2026-02-26');
  cases.inTime = await house.lateCase('2026-02-03', '2026-02-05');
  cases.twice = await house.lateCase('2026-02-04', '2026-03-12');
  cases.silent = await house.filed('2026-02-05');
  at('2026-04-10');
  await score(world, never);
});

describe('a contest', () => {
  it('changes no figure by itself, and is counted beside them', async () => {
    const before = await snapshot();
    contestId = await house.contested(cases.late, '2026-04-10');
    await score(world, never);
    const after = await snapshot();
    expect(after.figures).toEqual(before.figures);
    expect(before.contests).toMatchObject({ contested: 0, of: 4 });
    expect(after.contests).toMatchObject({ contested: 1, of: 4, counts: { open: 1 }, rulings: [], original: null });
    expect(await restatements()).toEqual([]);
  });
});

describe('a figure after an upheld ruling', () => {
  it('is reckoned anew because of it, names the ruling, and stands beside the original one', async () => {
    const before = await snapshot();
    await house.ruled(contestId, '2026-04-15');
    await score(world, never);
    const { because, figures, contests } = await snapshot();
    expect(because).toBe('ruling');
    expect(before.figures.clocks.lawful.counts).toMatchObject({ in_time: 1, late: 2, late_open: 1 });
    expect(figures.clocks.lawful.counts).toMatchObject({ in_time: 2, late: 1, late_open: 1 });
    expect(contests.original?.clocks).toEqual(before.figures.clocks);
    const { number } = await house.contest(contestId);
    expect(contests.rulings).toEqual([
      {
        ...{ contest: number, version: 2, ruling: 'upheld', effect: { claim: 'ended_day', day: '2026-02-20' } },
        before: { lawful: 'late', extended: 'late' },
        after: { lawful: 'in_time', extended: 'in_time' },
      },
    ]);
  });

  it('is restated in public: from what, to what, by which contest', async () => {
    const [told, ...more] = await restatements();
    expect(more).toEqual([]);
    const { number } = await house.contest(contestId);
    expect(told).toMatchObject({ bodyId: cast.ministry.id, period, causes: ['ruling'], trace: { contests: [number] } });
    expect(told?.changes).toContainEqual(
      expect.objectContaining({
        measure: 'lawful_term',
        from: expect.objectContaining({ count: 1, n: 4 }) as unknown,
        to: expect.objectContaining({ count: 2, n: 4 }) as unknown,
      }),
    );
    const kept = await world.db.prisma.scoreSnapshot.findMany({
      where: { id: { in: [told?.beforeId ?? '', told?.snapshotId ?? ''] } },
    });
    expect(kept).toHaveLength(2);
    const [all, ...others] = await restatements('all');
    expect(others).toEqual([]);
    expect(all).toMatchObject({ period, causes: ['ruling'], trace: { contests: [number] } });
    expect(all?.changes).toContainEqual(expect.objectContaining({ measure: 'lawful_term', of: 'all' }));
    await expect(
      world.db.prisma.scoreRestatement.update({ where: { id: told?.id }, data: { causes: [] } }),
    ).rejects.toThrow(/append-only/);
  });

  it('leads to the cases behind it as they count now', async () => {
    const { reportDay } = await snapshot();
    const count = async (as: 'late' | 'in_time') =>
      (
        await scoreCases(world, {
          ...{ bodyId: cast.ministry.id, period, reportDay, of: `lawful.${as}`, after: '' },
          ...{ reader: 'everyone', size: 'page' },
        })
      )?.rows.length;
    expect([await count('in_time'), await count('late')]).toEqual([2, 1]);
  });

  it('agrees with the nightly count from the ledger', async () => {
    await recount(world, never);
    expect(await world.db.prisma.scoreMismatch.findMany()).toEqual([]);
  });
});

describe('a case that belongs in no figure', () => {
  it('leaves every count with its duties, and the original keeps it', async () => {
    const before = await snapshot();
    const id = await house.contested(cases.twice, '2026-04-20', { claim: 'not_counted', day: '' });
    await house.ruled(id, '2026-04-22');
    await score(world, never);
    const { figures, contests } = await snapshot();
    expect([before.figures.cases.all, figures.cases.all, contests.original?.cases.all]).toEqual([4, 3, 4]);
    const registered = ({ duties }: Figures) => duties.find(({ rule }) => rule === 'register')?.clock.share.n;
    expect([registered(before.figures), registered(figures)]).toEqual([4, 3]);
    await recount(world, never);
    expect(await world.db.prisma.scoreMismatch.findMany()).toEqual([]);
  });
});

describe('a case that is still open', () => {
  it('counts as answered on the day that was ruled, while its clock runs on', async () => {
    const id = await house.contested(cases.silent, '2026-04-20', { day: '2026-02-23' });
    await house.ruled(id, '2026-04-22');
    await score(world, never);
    expect((await snapshot()).figures.clocks.lawful.counts).toMatchObject({ late_open: 0, in_time: 3 });
    const owed = await world.db.prisma.obligation.findFirst({
      where: { stream: `appeal:${cases.silent}`, key: 'decide' },
    });
    expect(owed?.closedDay).toBeNull();
    expect(await world.db.prisma.appeal.findUnique({ where: { id: cases.silent } })).toMatchObject({ phase: 'open' });
    await recount(world, never);
    expect(await world.db.prisma.scoreMismatch.findMany()).toEqual([]);
  });
});

describe('the open data', () => {
  it('give the figures after rulings, and those before them', async () => {
    const { differing, figures, folder } = await publishDump(world, openDataWords);
    expect([differing, figures]).toEqual([[], 2]);
    expect(readFileSync(path.join(folder, 'rulings.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3);
  });
});

describe('a ruling that was put into the table by hand', () => {
  it('is found by the nightly count: the figure is withheld until the table is right again', async () => {
    at('2026-04-24');
    const { number } = await must(
      makeContest(world, cast.head, house.claim(cases.inTime, { claim: 'not_counted', day: '' })),
    );
    const { id } = await world.db.prisma.contest.findUniqueOrThrow({ where: { number } });
    const change = (status: string, effect: string | null) =>
      world.db.pool.query(`UPDATE "Contest" SET status = $2, version = 2, effect = $3::jsonb WHERE id = $1`, [
        id,
        status,
        effect,
      ]);
    await change('upheld', '{"claim":"not_counted","day":null}');
    await recount(world, never);
    expect(await world.db.prisma.scoreMismatch.findMany({ where: { settledAt: null } })).toMatchObject([
      { bodyId: cast.ministry.id, period, parts: ['rulings', 'contests'] },
    ]);
    await world.db.pool.query(`UPDATE "Contest" SET status = 'open', version = NULL, effect = NULL WHERE id = $1`, [
      id,
    ]);
    await recount(world, never);
    expect(await world.db.prisma.scoreMismatch.findMany({ where: { settledAt: null } })).toEqual([]);
    await must(ruleOnContest(world, cast.secretary, house.ruling(id, { ruling: 'rejected' })));
    await score(world, never);
    expect((await snapshot()).contests.counts).toEqual({ open: 0, upheld: 3, partly: 0, rejected: 1, withdrawn: 0 });
  });
});
