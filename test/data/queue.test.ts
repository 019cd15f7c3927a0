// One set of promises, kept on both brokers. The queue may lose, double or delay a wake; it may not throw, flood or stay silent.
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openQueue, type Handlers, type JobName, type Queue, type Timetable } from '../../app/data/queue';
import { testDatabase, wipeQueueTables } from '../help/database';
import { hasRedis, startRedis, type TestRedis } from '../help/redis';

type Broker = { redisUrl: string | null; wipe(): Promise<void>; stop(): Promise<void> };
const silence = { info() {}, warn() {}, error() {} };
const NEVER = '0 0 0 1 1 *';
const JOBS = 'deliver remind correct cover lapse survey score recount search dump tidy serve audit register'.split(' ') as JobName[];
const timetable = (patterns: Partial<Record<JobName, string>> = {}): Timetable =>
  Object.fromEntries(JOBS.map((job) => [job, { pattern: patterns[job] ?? NEVER }])) as Timetable;
const idle = async () => {};
/** What every job does unless a test says otherwise: nothing. */
const handling = (own: Partial<Handlers> = {}): Handlers =>
  ({ ...Object.fromEntries(JOBS.map((job) => [job, idle])), ...own }) as Handlers;
const until = (check: () => void) => vi.waitFor(check, { timeout: 25_000, interval: 20 });

async function inDatabase<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(testDatabase().conn);
  await client.connect();
  return act(client).finally(() => client.end());
}
const onPostgres = async (): Promise<Broker> => ({
  redisUrl: null,
  wipe: wipeQueueTables,
  stop: async () => {},
});
const onRedis = async (): Promise<Broker> => {
  const redis = await startRedis();
  return { redisUrl: redis.url, wipe: redis.wipe, stop: redis.stop };
};

describe.each([
  { name: 'PostgreSQL', start: onPostgres, able: true },
  { name: 'Redis (skipped where no redis-server is installed)', start: onRedis, able: hasRedis },
])('the queue on $name', ({ start, able }) => {
  describe.skipIf(!able)('promises that', () => {
    let broker: Broker;
    let queues: Queue[] = [];
    let workers: { stop(): Promise<void> }[] = [];
    beforeAll(async () => {
      broker = await start();
    });
    afterAll(() => broker.stop());
    beforeEach(() => broker.wipe());
    afterEach(async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all(queues.map((queue) => queue.close()));
      workers = [];
      queues = [];
    });
    const open = async () => {
      const queue = await openQueue({ redisUrl: broker.redisUrl, databaseUrl: testDatabase().url, log: silence });
      queues.push(queue);
      return queue;
    };
    const work = async (queue: Queue, handlers: Partial<Handlers>, patterns: Partial<Record<JobName, string>> = {}) => {
      const worker = await queue.work(handling(handlers), timetable(patterns));
      workers.push(worker);
      return worker;
    };

    it('a wake runs its job and no other', async () => {
      const queue = await open();
      const deliver = vi.fn(async () => {});
      const remind = vi.fn(async () => {});
      await work(queue, handling({ deliver }));
      queue.wake('deliver');
      await until(() => expect(deliver).toHaveBeenCalledOnce());
      expect(remind).not.toHaveBeenCalled();
    });

    it('a wake sent by a process that only serves pages reaches a worker elsewhere', async () => {
      const [web, worker] = [await open(), await open()];
      const lapse = vi.fn(async () => {});
      await work(worker, { lapse });
      web.wake('lapse');
      await until(() => expect(lapse).toHaveBeenCalledOnce());
    });

    it('five thousand wakes in a breath are one or two runs, and the last wake is followed by one', async () => {
      const queue = await open();
      let woken = 0;
      const seen: number[] = [];
      await work(queue, { deliver: async () => void seen.push(woken) });
      for (; woken < 5_000; woken++) queue.wake('deliver');
      await until(() => expect(seen.at(-1)).toBe(5_000));
      expect(seen.length).toBeLessThanOrEqual(2);
    });

    it('with two workers every wake is followed by a run of one of them', async () => {
      const [one, two] = [await open(), await open()];
      const deliver = vi.fn(async () => {});
      await work(one, { deliver });
      await work(two, { deliver });
      for (let count = 1; count <= 3; count++) {
        two.wake('deliver');
        await until(() => expect(deliver.mock.calls.length).toBeGreaterThanOrEqual(count));
      }
    });

    it('stopping lets the running job end and begins no other', async () => {
      const queue = await open();
      let finish = () => {};
      let ended = false;
      const begun = vi.fn();
      const worker = await work(queue, {
        deliver: async () => {
          begun();
          await new Promise<void>((resolve) => (finish = resolve));
          ended = true;
        },
      });
      queue.wake('deliver');
      await until(() => expect(begun).toHaveBeenCalledOnce());
      const stopped = worker.stop().then(() => ended);
      queue.wake('deliver');
      finish();
      expect(await stopped).toBe(true);
      expect(begun).toHaveBeenCalledOnce();
    });

    it('the timetable runs a job that nobody wakes', async () => {
      const tidy = vi.fn(async () => {});
      await work(await open(), { tidy }, { tidy: '* * * * * *' });
      await until(() => expect(tidy.mock.calls.length).toBeGreaterThanOrEqual(2));
    });

    it('a job that fails is tried again', async () => {
      const queue = await open();
      const deliver = vi.fn(async () => {
        if (deliver.mock.calls.length === 1) throw new Error('the first try fails');
      });
      await work(queue, { deliver });
      queue.wake('deliver');
      await until(() => expect(deliver).toHaveBeenCalledTimes(2));
    });

    it('a broker wiped under a running worker loses its timetable, and one call gives it back', async () => {
      const queue = await open();
      const remind = vi.fn(async () => {});
      const patterns = { remind: '* * * * * *' };
      await work(queue, { remind }, patterns);
      await until(() => expect(remind).toHaveBeenCalled());
      await broker.wipe();
      await queue.restore(timetable(patterns));
      remind.mockClear();
      await until(() => expect(remind.mock.calls.length).toBeGreaterThanOrEqual(2));
      queue.wake('remind');
    });

    it('a job that failed for good stands on the desk without what may be somebody’s, can be tried again once, and taken away', async () => {
      const queue = await open();
      let broken = true;
      const deliver = vi.fn(async () => {
        if (broken) throw new Error('no mailbox aigul@kenes.test for Айгүл, 940140000385');
      });
      await work(queue, { deliver });
      queue.wake('deliver');
      const failed = async () => (await queue.desk.look()).failed;
      await vi.waitFor(async () => expect(await failed()).toHaveLength(1), { timeout: 25_000, interval: 50 });
      const [first] = await failed();
      expect(first).toMatchObject({ job: 'deliver', tries: 3, error: 'no mailbox … for …, …' });
      const look = await queue.desk.look();
      expect(look.counts).toMatchObject({ failed: 1, waiting: 0 });
      expect(look.jobs.find(({ job }) => job === 'deliver')?.counts).toMatchObject({ failed: 1 });
      expect(look.jobs.find(({ job }) => job === 'tidy')?.counts, 'the timetable').toMatchObject({ delayed: 1 });

      broken = false;
      expect(await queue.desk.retry(first?.id ?? '')).toBe('deliver');
      await vi.waitFor(async () => expect(await failed()).toEqual([]), { timeout: 25_000, interval: 50 });
      await vi.waitFor(async () => expect((await queue.desk.look()).counts.completed).toBe(1), { timeout: 25_000, interval: 50 });
      expect(await queue.desk.retry(first?.id ?? ''), 'it did not fail any more').toBeNull();
      expect(await queue.desk.remove('none')).toBeNull();

      broken = true;
      queue.wake('deliver');
      await vi.waitFor(async () => expect(await failed()).toHaveLength(1), { timeout: 25_000, interval: 50 });
      expect(await queue.desk.remove((await failed())[0]?.id ?? '')).toBe('deliver');
      expect(await failed()).toEqual([]);
    });

    it('it says whether the broker answers', async () => {
      const queue = await open();
      expect(await queue.health()).toBe(true);
    });
  });
});

it('two processes that put the timetable in at the same moment both do, whole', async () => {
  await wipeQueueTables();
  const queues = await Promise.all([1, 2].map(() => openQueue({ redisUrl: null, databaseUrl: testDatabase().url, log: silence })));
  await queues[0]!.restore(timetable());
  await inDatabase(async (client) => {
    const waiting = () => client.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    // Both have read what was planned, and wait to put in what comes next.
    await client.query('BEGIN');
    await client.query(`SELECT FROM bullmq.job WHERE scheduler_id = 'deliver' FOR UPDATE`);
    const restored = Promise.all(queues.map((queue) => queue.restore(timetable({ remind: '0 0 0 2 2 *' }))));
    await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(2));
    await client.query('COMMIT');
    await restored;
    const { rows } = await client.query(`SELECT scheduler_id AS job, pattern FROM bullmq.scheduler ORDER BY 1`);
    expect(rows).toEqual(JOBS.toSorted().map((job) => ({ job, pattern: job === 'remind' ? '0 0 0 2 2 *' : NEVER })));
  });
  await Promise.all(queues.map((queue) => queue.close()));
});

it('a PostgreSQL queue whose schema was dropped is made anew under the running worker', async () => {
  const queue = await openQueue({ redisUrl: null, databaseUrl: testDatabase().url, log: silence });
  const deliver = vi.fn(async () => {});
  const worker = await queue.work(handling({ deliver }), timetable());
  try {
    await vi.waitFor(() => inDatabase((client) => client.query('DROP SCHEMA bullmq CASCADE')), { timeout: 15_000 });
    expect(await queue.health()).toBe(false);
    await queue.restore(timetable({ deliver: '* * * * * *' }));
    await until(() => expect(deliver).toHaveBeenCalled());
    expect(await queue.health()).toBe(true);
  } finally {
    await worker.stop();
    await queue.close();
  }
});

describe.skipIf(!hasRedis)('a Redis that is away (skipped where no redis-server is installed)', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('makes no wake throw or wait, is told once in the log, and works on when it is back', async () => {
    const warn = vi.fn();
    const queue = await openQueue({ redisUrl: redis.url, databaseUrl: testDatabase().url, log: { ...silence, warn } });
    const deliver = vi.fn(async () => {});
    const worker = await queue.work(handling({ deliver }), timetable());
    await redis.kill();
    for (let i = 0; i < 1_000; i++) queue.wake('deliver');
    await until(() => expect(warn).toHaveBeenCalled());
    expect(await queue.health()).toBe(false);
    expect(warn.mock.calls.length).toBeLessThan(10);
    await redis.start();
    await queue.restore(timetable());
    queue.wake('deliver');
    await until(() => expect(deliver).toHaveBeenCalled());
    await worker.stop();
    await queue.close();
  });

  it('does not keep a process from ending', async () => {
    const queue = await openQueue({ redisUrl: redis.url, databaseUrl: testDatabase().url, log: silence });
    const worker = await queue.work(handling(), timetable());
    await redis.kill();
    queue.wake('deliver');
    await worker.stop();
    await queue.close();
    await redis.start();
  });
});
