// What is done once in the life of a database: by one process, while the others wait, and who is told to end need not wait.
import { expect, it } from 'vitest';
import { lockAlone } from '../../app/data/advisory';
import { firstStart } from '../../app/data/first-start';
import { live } from '../../prisma/live';
import { chance } from '../../prisma/chance';
import { instantOf } from '../../app/core/day';
import { castInto, testWorld } from '../help/world';

const { world } = testWorld();
/** The lock of the first start, as app/data/first-start.ts takes it. */
const LOCK = 72_707_370;

it('a process that waits for another’s first start can be told to end, and has done nothing', async () => {
  const other = await world.db.pool.connect();
  await lockAlone(other, LOCK);
  const told = new AbortController();
  let ran = false;
  const waiting = firstStart(
    world,
    async () => {
      ran = true;
    },
    told.signal,
  );
  told.abort(new Error('told to end'));
  await expect(waiting).rejects.toThrow('told to end');
  other.release(true);
  expect(ran).toBe(false);
});

it('a first start that was told to end in the middle is begun again on an empty database, and then never more', async () => {
  const told = new AbortController();
  const country = (signal?: AbortSignal) =>
    live(world, {
      appeals: 10,
      from: '2026-01-12',
      until: instantOf('2026-02-02', '10:00'),
      chance: chance(7),
      progress: (done) => done > 2 && told.abort(new Error('told to end')),
      signal,
    });
  await expect(firstStart(world, async () => void (await country(told.signal)), told.signal)).rejects.toThrow('told to end');
  const half = await world.db.prisma.appeal.count();
  expect(half).toBeGreaterThan(0);
  await firstStart(world, async () => void (await country()));
  const whole = await world.db.prisma.appeal.count();
  expect(whole).toBeGreaterThan(half);
  await firstStart(world, async () => void (await castInto(world)));
  expect(await world.db.prisma.appeal.count()).toBe(whole);
});
