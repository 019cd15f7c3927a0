// Whatever statement a worker dies in, and however many reckon at once: every body and quarter gets its figures once, and no mark is lost.
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { recountAll } from '../../app/commands/scores/recount';
import { reckonStale } from '../../app/commands/scores/reckon';
import { contestHouse } from '../help/contests';
import { testDatabase } from '../help/database';
import { castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';
import type { Death, Given } from './job-child';

const town = testWorld('2026-02-02');
const { world, at } = town;
const { prisma } = world.db;
let cast: Cast;
const house = contestHouse(town, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

const snapshots = async () => {
  const rows = await prisma.scoreSnapshot.groupBy({ by: ['bodyId', 'period', 'cases'], _count: true });
  return rows
    .map(({ bodyId, period, cases, _count }) => `${bodyId ? 'body' : 'league'} ${period} ${cases}: ${_count}`)
    .sort();
};

describe('a worker that is killed', () => {
  const deaths: Death[] = [
    { when: 'after', statement: 'DELETE FROM \\"ScoreStale\\"' },
    { when: 'before', statement: 'score_append' },
    { when: 'after', statement: 'score_append' },
    { when: 'before', statement: 'COMMIT' },
  ];
  it.each(deaths)('$when $statement leaves the mark, and nothing half done', async (death) => {
    at('2026-02-02');
    await house.filed('2026-02-02');
    const before = await snapshots();
    const marks = await prisma.scoreStale.count();
    expect(marks).toBeGreaterThan(0);
    const given: Given = { url: testDatabase().url, now: world.now(), death };
    const child = spawnSync(process.execPath, ['--import', 'tsx', 'test/workers/job-child.ts', JSON.stringify(given)], {
      encoding: 'utf8',
    });
    expect({ signal: child.signal, said: child.stdout + child.stderr }).toEqual({ signal: 'SIGKILL', said: '' });
    expect(await prisma.scoreStale.count()).toBe(marks);
    expect(await snapshots()).toEqual(before);
    expect(await reckonStale(world, never)).toBe(2);
    expect(await prisma.scoreStale.count()).toBe(0);
  });

  it('between the figures and their league leaves the league to the next run', async () => {
    await house.filed('2026-02-02');
    const given: Given = { url: testDatabase().url, now: world.now(), death: { when: 'after', statement: 'COMMIT' } };
    spawnSync(process.execPath, ['--import', 'tsx', 'test/workers/job-child.ts', JSON.stringify(given)]);
    expect(await prisma.scoreStale.findMany({ select: { bodyId: true, period: true } })).toEqual([
      { bodyId: null, period: '2026-Q1' },
    ]);
    expect(await reckonStale(world, never)).toBe(1);
    expect(await prisma.scoreStale.count()).toBe(0);
  });
});

describe('several workers at once', () => {
  it('append each figure once, and the league once', async () => {
    await house.filed('2026-02-03');
    await house.filed('2026-02-04');
    at('2026-02-05');
    const all = (await prisma.scoreSnapshot.count()) + 2;
    const ran = await Promise.all([1, 2, 3, 4].map(() => reckonStale(world, never)));
    expect(ran.reduce((sum, n) => sum + n, 0)).toBe(2);
    expect(await prisma.scoreSnapshot.count()).toBe(all);
    expect(await prisma.scoreStale.count()).toBe(0);
  });

  it('recounting together with reckoning finds no difference and appends nothing twice', async () => {
    await house.filed('2026-02-05');
    await Promise.all([recountAll(world, never), reckonStale(world, never), recountAll(world, never)]);
    expect(await prisma.scoreMismatch.count()).toBe(0);
    const kept = await prisma.scoreSnapshot.groupBy({ by: ['bodyId', 'cases', 'reportDay'], _count: true });
    expect(kept.filter(({ cases }) => cases === 8).map(({ _count }) => _count)).toEqual([1, 1]);
  });
});
