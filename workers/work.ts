// Runs the jobs: when the queue wakes them, and without the queue when they have been silent too long, so that a broker that
// was wiped, or is away, costs minutes and nothing else. Called by start.ts; `drain` serves tests, the seed and simulations.
import type { Instant } from '../app/core/day';
import { errorTold, faultTold } from '../app/core/error-told';
import type { Handlers, JobName, Queue } from '../app/data/queue';
import type { World } from '../app/world';
import { TIMETABLE, type Job } from './timetable';

export type Jobs = Readonly<Record<JobName, Job>>;
export type Workers = { stop(): Promise<void> };

/** How often a worker looks whether any job has been silent too long. */
const LOOK_EVERY = 60_000;

/** Starts working. `stop` lets what was begun end, begins nothing new, and returns when all is done. */
export function startWorkers(
  world: World,
  queue: Queue,
  { jobs = TIMETABLE, lookEvery = LOOK_EVERY }: { jobs?: Jobs; lookEvery?: number } = {},
): Workers {
  const stopping = new AbortController();
  const underWay = new Set<JobName>();
  const handlers = Object.fromEntries(
    namesOf(jobs).map((name) => [
      name,
      oneAtATime(name, underWay, stopping.signal, () => runJob(world, name, jobs[name], stopping.signal)),
    ]),
  ) as Handlers;
  const fault = (error: unknown) => world.log.error({ error: faultTold(error) }, 'a job failed; it is tried again');

  const since = world.now();
  let looking: Promise<void> | null = null;
  const look = () => {
    looking ??= runSilent({ world, queue, jobs, handlers, since, underWay })
      .catch(fault)
      .finally(() => (looking = null));
  };
  const listening = queue.work(handlers, jobs);
  listening.catch(fault);
  look();
  const timer = setInterval(look, lookEvery);

  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await looking;
      await listening.then(
        ({ stop }) => stop(),
        () => {},
      );
    },
  };
}

const namesOf = (jobs: Jobs) => Object.keys(jobs) as JobName[];

type Look = {
  world: World;
  queue: Queue;
  jobs: Jobs;
  handlers: Handlers;
  since: Instant;
  underWay: ReadonlySet<JobName>;
};

/** Runs the jobs that nobody began for longer than they may be silent, and gives the broker its timetable back. */
async function runSilent({ world, queue, jobs, handlers, since, underWay }: Look): Promise<void> {
  const runs = await world.db.prisma.jobRun.findMany({ select: { job: true, startedAt: true } });
  const last = new Map(runs.map(({ job, startedAt }) => [job, startedAt.getTime()]));
  const silent = namesOf(jobs).filter(
    (name) => !underWay.has(name) && world.now() - (last.get(name) ?? since) > jobs[name].silence,
  );
  if (silent.length === 0) return;
  world.log.info({ jobs: silent }, 'nobody ran these for too long: running them without the queue');
  queue
    .restore(jobs)
    .catch((error: unknown) => world.log.warn({ error: String(error) }, 'the timetable could not be put back'));
  for (const name of silent) await handlers[name]();
}

/** Runs all jobs but the nightly one until nothing is due. Gives how much was done. */
export async function drain(world: World): Promise<number> {
  const { signal } = new AbortController();
  let total = 0;
  for (;;) {
    let done = 0;
    for (const job of ['lapse', 'remind', 'deliver'] as const) done += await TIMETABLE[job].run(world, signal);
    total += done;
    if (done === 0) return total;
  }
}

/** Woken while it runs, a job runs once more afterwards: what was written meanwhile is not left to the timetable. */
function oneAtATime(
  name: JobName,
  underWay: Set<JobName>,
  signal: AbortSignal,
  run: () => Promise<void>,
): () => Promise<void> {
  let again = false;
  return async () => {
    again = true;
    if (underWay.has(name)) return;
    underWay.add(name);
    try {
      while (again && !signal.aborted) {
        again = false;
        await run();
      }
    } finally {
      underWay.delete(name);
    }
  };
}

const BEGIN = `INSERT INTO "JobRun" (job, "startedAt") VALUES ($1, $2)
  ON CONFLICT (job) DO UPDATE SET "startedAt" = excluded."startedAt", "endedAt" = NULL, count = 0, error = NULL`;
const END = `UPDATE "JobRun" SET "endedAt" = $3, count = $4, error = $5 WHERE job = $1 AND "startedAt" = $2`;

/** Runs a job and keeps for the operations page when it ran, how much it did and what went wrong. */
async function runJob(world: World, name: JobName, job: Job, signal: AbortSignal): Promise<void> {
  const { pool } = world.db;
  const instant = () => new Date(world.now()).toISOString();
  const startedAt = instant();
  await pool.query(BEGIN, [name, startedAt]);
  try {
    const count = await job.run(world, signal);
    await pool.query(END, [name, startedAt, instant(), count, null]);
  } catch (error) {
    await pool.query(END, [
      name,
      startedAt,
      instant(),
      0,
      errorTold(error instanceof Error ? error.message : String(error)),
    ]);
    throw error;
  }
}
