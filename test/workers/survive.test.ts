// The promise of the house: wipe the queue, stop the workers for ten days, run two at once; afterwards each letter that should
// exist exists once and has left once. On both brokers.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { fileAppeal } from '../../app/commands/appeals/file';
import { instantOf, type Day } from '../../app/core/day';
import { openQueue, type JobName, type Queue } from '../../app/data/queue';
import { verifyLedger } from '../../app/data/verify';
import type { World } from '../../app/world';
import { TIMETABLE } from '../../workers/timetable';
import { drain, startWorkers, type Jobs, type Workers } from '../../workers/work';
import { testDatabase, wipeQueueTables } from '../help/database';
import { hasRedis, startRedis } from '../help/redis';
import { startSmtp, type TestSmtp } from '../help/smtp';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { lettersFor, messageIds, postTo, states } from './help';

type Broker = { redisUrl: string | null; wipe(): Promise<void>; stop(): Promise<void> };
const onPostgres = async (): Promise<Broker> => ({
  redisUrl: null,
  wipe: wipeQueueTables,
  stop: async () => {},
});
const onRedis = async (): Promise<Broker> => {
  const { url, wipe, stop } = await startRedis();
  return { redisUrl: url, wipe, stop };
};

/** The real jobs, but every second, and missed after two. */
const jobs = Object.fromEntries(
  Object.entries(TIMETABLE).map(([name, job]) => [name, { ...job, pattern: '* * * * * *', silence: 2_000 }]),
) as Record<JobName, Jobs[JobName]>;
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 40_000, interval: 50 });

vi.setConfig({ testTimeout: 120_000 });

describe.each([
  { name: 'PostgreSQL', start: onPostgres, able: true },
  { name: 'Redis (skipped where no redis-server is installed)', start: onRedis, able: hasRedis },
])('with the queue on $name', ({ start, able }) => {
  describe.skipIf(!able)('it is promised that', () => {
    const first = testWorld().world;
    const second = testWorld().world;
    let offset = 0;
    const moveTo = (day: Day) => (offset = instantOf(day, '10:00') - Date.now());
    first.now = second.now = () => Date.now() + offset;
    let broker: Broker;
    let smtp: TestSmtp;
    let cast: Cast;
    let queues: Queue[] = [];
    beforeAll(async () => {
      await emptied(first);
      broker = await start();
      smtp = await startSmtp();
      moveTo('2026-02-02');
      cast = await castInto(first);
      queues = await Promise.all(
        [first, second].map(({ log }) =>
          openQueue({ redisUrl: broker.redisUrl, databaseUrl: testDatabase().url, log }),
        ),
      );
      for (const [i, world] of [first, second].entries()) {
        world.post = postTo(smtp.url);
        world.wake = (job) => queues[i]?.wake(job);
      }
    });
    afterAll(async () => {
      await Promise.all(queues.map((queue) => queue.close()));
      first.post?.close();
      second.post?.close();
      await smtp.stop();
      await broker.stop();
      await emptied(first);
    });
    let workers: Workers[] = [];
    const startBoth = () =>
      (workers = [first, second].map((world, i) => startWorkers(world, queues[i] as Queue, { jobs, lookEvery: 250 })));
    const stopBoth = () => Promise.all(workers.splice(0).map((worker) => worker.stop()));
    afterEach(stopBoth);
    const file = async (count: number) => {
      const ids: string[] = [];
      for (let i = 0; i < count; i++) {
        const outcome = await fileAppeal(first, cast.ngo, anAppeal(cast));
        if (!outcome.ok) throw new Error(outcome.refusal.code);
        await acceptAppeal(first, cast.registrar, { appealId: outcome.value.id });
        ids.push(outcome.value.id);
      }
      return ids;
    };
    /** Every letter that exists has left, once. */
    const allLeftOnce = async () => {
      const letters = await first.db.prisma.letter.findMany({ select: { id: true, state: true } });
      expect(letters.filter(({ state }) => state !== 'sent')).toEqual([]);
      expect(messageIds(smtp.received).sort()).toEqual(letters.map(({ id }) => id).sort());
    };

    it('a queue wiped under two running workers loses no letter and comes back by itself', async () => {
      startBoth();
      await file(5);
      await until(async () => expect(await states(first)).toEqual({ sent: 15 }));
      await broker.wipe();
      await file(5);
      await lettersFor(first, cast.citizen, 20);
      await until(async () => expect(await states(first)).toEqual({ sent: 50 }));
      await broker.wipe();
      const wiped = new Date(first.now() + 1_000);
      await until(async () =>
        expect(
          await first.db.prisma.jobRun.count({ where: { job: { in: ['remind', 'lapse'] }, startedAt: { gt: wiped } } }),
        ).toBe(2),
      );
      await lettersFor(first, cast.citizen, 20);
      await until(async () => expect(await states(first)).toEqual({ sent: 70 }));
      await stopBoth();
      await allLeftOnce();
    });

    it('ten days without a worker are made good once, by two workers at once', async () => {
      const overdue = await file(10);
      await drain(first);
      moveTo('2026-03-06');
      startBoth();
      await until(async () => {
        expect(
          await first.db.prisma.reminder.count({ where: { state: 'waiting', dueAt: { lte: new Date(first.now()) } } }),
        ).toBe(0);
        expect(
          await first.db.prisma.obligation.count({
            where: { closedDay: null, lapsedAt: null, dueDay: { lt: '2026-03-06' } },
          }),
        ).toBe(0);
        expect(Object.keys(await states(first))).toEqual(['sent']);
      });
      await stopBoth();
      for (const id of overdue) {
        const letters = await first.db.prisma.letter.findMany({
          where: { stream: `appeal:${id}`, letter: { startsWith: 'deadline' } },
          select: { letter: true, personId: true, data: true },
        });
        const told = letters
          .map(({ letter, personId, data }) =>
            [letter, nameOf(cast, personId), (data as { point?: string }).point ?? ''].join(' ').trim(),
          )
          .sort();
        expect(told).toEqual([
          'deadline_passed Aigul',
          'deadline_passed Head',
          'deadline_reminder Aigul plus_1',
          'deadline_reminder Executor weekly_overdue',
          'deadline_reminder Head weekly_overdue',
          'deadline_reminder Registrar weekly_overdue',
        ]);
        expect(
          await first.db.prisma.event.count({ where: { stream: `appeal:${id}`, type: 'obligation.lapsed' } }),
        ).toBe(1);
      }
      await allLeftOnce();
      expect((await verifyLedger(first)).faults).toEqual([]);
    });
  });
});

const nameOf = (cast: Cast, personId: string | null): string =>
  Object.values(cast).flatMap((one) =>
    typeof one === 'object' && 'personId' in one && one.personId === personId ? [one.name] : [],
  )[0] ?? '';

/** The next broker begins with an empty house. */
async function emptied({ db }: World): Promise<void> {
  const { rows } = await db.pool.query<{ list: string }>(
    `SELECT string_agg(format('%I', tablename), ', ') AS list FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await db.pool.query(`TRUNCATE ${rows[0]?.list} CASCADE`);
}
