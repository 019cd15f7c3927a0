// The queue only wakes people up: a job is a name without a payload, and whoever runs it looks into the database for what is
// due. BullMQ behind it, on Redis or on the same PostgreSQL. A lost, doubled or late wake costs time, never a letter.
import { createPostgresBackend, ErrorCode, Queue as Broker, runMigrations, Worker, type Processor, type QueueOptions, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import type { Log, QueueDesk, Wakeable } from '../world';
import { openPool } from './pool';
import { deskOf } from './queue-desk';

export type JobName = Wakeable | 'tidy' | 'cover' | 'serve' | 'audit' | 'recount' | 'search' | 'digest';
/** When a job comes up by itself: a cron pattern (with seconds) in Asia/Almaty. */
export type Timetable = Readonly<Record<JobName, { pattern: string }>>;
export type Handlers = Readonly<Record<JobName, () => Promise<void>>>;

export type Queue = {
  /** Nudges a job soon: wakes within a tenth of a second are one. Never throws, never waits; may be lost. */
  wake(job: Wakeable): void;
  /** Runs jobs as they come up, each by its name. `stop` lets the running ones end, and waits for no broker that is away. */
  work(handlers: Handlers, timetable: Timetable): Promise<{ stop(): Promise<void> }>;
  /** Puts the timetable back into a broker that lost it. Rejects when the broker can't be reached. */
  restore(timetable: Timetable): Promise<void>;
  /** Whether the broker answers. */
  health(): Promise<boolean>;
  /** For administrators: how jobs stand, and what may be done to failed ones. */
  desk: QueueDesk;
  close(): Promise<void>;
};

const NAME = 'kenes';
const TOGETHER_MS = 100;
const PATIENCE_MS = 3_000;
const TRIES = 10;
const JOB = { attempts: 3, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: { age: 3_600, count: 100 }, removeOnFail: { age: 86_400, count: 100 } } as const;
const STREAMS = { events: { maxLen: 100 } };
/** A killed worker's job is taken up again within about ten seconds. */
const WORKER = { concurrency: 4, lockDuration: 10_000, stalledInterval: 5_000, runRetryDelay: 2_000 } as const;

type Side = {
  prepare(): Promise<void>;
  queue: Pick<Broker, 'add' | 'upsertJobScheduler' | 'getJobCounts' | 'getJobs' | 'getJob' | 'close'>;
  worker(run: Processor): Pick<Worker, 'close'>;
  /** Tells whenever the broker is there again after it was away. */
  back(tell: () => void): void;
  close(): Promise<void>;
};

/** Opens the queue on Redis when `redisUrl` is given, else in the schema `bullmq` of the database, which it makes and migrates. */
export async function openQueue({ redisUrl, databaseUrl, log }: { redisUrl: string | null; databaseUrl: string; log: Log }): Promise<Queue> {
  const complain = sparingly(log);
  const side = redisUrl ? onRedis(redisUrl, complain) : await onPostgres(databaseUrl, complain);
  const { wake, settle } = wakes((job) => side.queue.add(job, {}).catch(complain));

  const restore = async (timetable: Timetable) => {
    await side.prepare();
    for (const [job, { pattern }] of Object.entries(timetable))
      await overtaking(() => side.queue.upsertJobScheduler(job, { pattern, tz: 'Asia/Almaty' }, { name: job, opts: JOB }));
  };

  return {
    wake,
    restore,
    async work(handlers, timetable) {
      await patiently(restore(timetable)).catch(complain);
      // What it knew may be lost.
      side.back(() => void restore(timetable).catch(complain));
      const running = new Set<Promise<void>>();
      const worker = side.worker(async ({ name }) => {
        if (!Object.hasOwn(handlers, name)) return complain(new Error(`the queue names a job that is not there: ${name}`));
        const run = handlers[name as JobName]();
        running.add(run);
        await run.finally(() => running.delete(run));
      });
      return {
        async stop() {
          const closed = worker.close();
          await Promise.allSettled(running);
          await patiently(closed).catch(complain);
        },
      };
    },
    health: () =>
      patiently(side.queue.getJobCounts('active')).then(
        () => true,
        () => false,
      ),
    desk: deskOf(side.queue, patiently),
    async close() {
      settle();
      await patiently(side.queue.close()).catch(complain);
      await patiently(side.close()).catch(complain);
    },
  };
}

function onRedis(url: string, complain: (error: Error) => void): Side {
  const connection = new Redis(url, { maxRetriesPerRequest: null, connectionName: NAME });
  connection.on('error', complain);
  const queue = new Broker(NAME, { connection, streams: STREAMS, defaultJobOptions: JOB }).on('error', complain);
  return {
    prepare: async () => {},
    queue,
    worker: (run) => new Worker(NAME, run, { connection, ...WORKER }).on('error', complain).on('failed', (_, error) => complain(error)),
    back: (tell) => void connection.on('ready', tell),
    close: async () => connection.disconnect(),
  };
}

async function onPostgres(url: string, complain: (error: Error) => void): Promise<Side> {
  const { pool, close } = openPool({ connectionString: url, max: 5, query_timeout: 60_000, options: '-c search_path=bullmq' }, complain);
  const prepare = async () => {
    const client = await pool.connect();
    try {
      await runMigrations(client);
    } finally {
      client.release();
    }
  };
  await prepare();
  const options: QueueOptions<pg.Pool> = { connection: pool, streams: STREAMS, defaultJobOptions: JOB };
  const workerOptions: WorkerOptions<pg.Pool> = { connection: pool, ...WORKER };
  return {
    prepare,
    queue: new Broker(NAME, options, createPostgresBackend).on('error', complain),
    // What it knew is in the database.
    back: () => {},
    worker: (run) => new Worker(NAME, run, workerOptions, createPostgresBackend).on('error', complain).on('failed', (_, error) => complain(error)),
    close,
  };
}

/** Gathers wakes of a short while into one, with at most one on its way and one to follow however slow the broker is. */
function wakes(send: (job: Wakeable) => Promise<unknown>) {
  const ahead = new Map<Wakeable, NodeJS.Timeout>();
  const underWay = new Map<Wakeable, Promise<unknown>>();
  let closed = false;
  const go = async (job: Wakeable) => {
    await underWay.get(job);
    ahead.delete(job);
    if (!closed) underWay.set(job, send(job));
  };
  return {
    wake(job: Wakeable) {
      if (!closed && !ahead.has(job)) ahead.set(job, setTimeout(() => void go(job), TOGETHER_MS).unref());
    },
    settle() {
      closed = true;
      for (const timer of ahead.values()) clearTimeout(timer);
    },
  };
}

/**
 * Two processes that start, or one while a worker of another begins the very job, put in the same next run: the broker tells the later one that it
 * is there already (and the rest of its timetable would be left out). Asked again, it finds the run and puts its own in its place.
 */
async function overtaking<T>(put: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await put();
    } catch (error) {
      const overtaken = error instanceof Error && 'code' in error && error.code === ErrorCode.SchedulerJobIdCollision;
      if (!overtaken || tries === TRIES) throw error;
    }
  }
}

/** A broker that is away repeats itself thousands of times a second: each sentence is logged once in half a minute. */
function sparingly(log: Log) {
  const said = new Map<string, number>();
  return (error: unknown): void => {
    const sentence = error instanceof Error ? error.message || error.name : String(error);
    const now = Date.now();
    if (now - (said.get(sentence) ?? 0) < 30_000) return;
    if (said.size > 100) said.clear();
    said.set(sentence, now);
    log.warn({ error: sentence }, 'the queue has a fault; the timetable goes on without it');
  };
}

async function patiently<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue did not answer in time')), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
