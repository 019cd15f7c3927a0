// The queue as administrators see it, on either broker: counts of each job, the longest waiting, failed ones with why, to be tried again or taken
// away. Made by queue.ts.
import type { Queue as Broker } from 'bullmq';
import { errorTold } from '../core/error-told';
import { QUEUED, type Queued, type QueueLook } from '../core/queued';
import type { QueueDesk } from '../world';

/** So many of each state are looked at; a queue that nobody works on may hold more. */
const LOOKED_AT = 1_000;
type Side = Pick<Broker, 'getJobCounts' | 'getJobs' | 'getJob'>;
type Patiently = <T>(promise: Promise<T>) => Promise<T>;

const countsOf = (given: Readonly<Record<string, number | undefined>>): Queued =>
  Object.fromEntries(QUEUED.map((state) => [state, given[state] ?? 0])) as Queued;

export function deskOf(queue: Side, patiently: Patiently): QueueDesk {
  const failedJob = async (id: string) => {
    const job = await queue.getJob(id);
    return job && (await job.isFailed()) ? job : null;
  };
  return {
    look: () => patiently(look(queue)),
    retry: (id) =>
      patiently(
        (async () => {
          const job = await failedJob(id);
          await job?.retry('failed');
          return job?.name ?? null;
        })(),
      ),
    remove: (id) =>
      patiently(
        (async () => {
          const job = await failedJob(id);
          await job?.remove();
          return job?.name ?? null;
        })(),
      ),
  };
}

async function look(queue: Side): Promise<QueueLook> {
  const counts = countsOf(await queue.getJobCounts(...QUEUED));
  const jobs = new Map<string, { counts: Record<string, number>; oldest: number | null }>();
  const failed: QueueLook['failed'] = [];
  for (const state of QUEUED) {
    // Finished ones lie newest first; of the others the longest waiting come first.
    const found = await queue.getJobs([state], 0, LOOKED_AT - 1, state === 'waiting' || state === 'delayed');
    for (const job of found) {
      // One that was taken away between the list and the look.
      if (!job) continue;
      const known = jobs.get(job.name) ?? { counts: {}, oldest: null };
      known.counts[state] = (known.counts[state] ?? 0) + 1;
      if (state === 'waiting') known.oldest = Math.min(known.oldest ?? job.timestamp, job.timestamp);
      jobs.set(job.name, known);
      if (state === 'failed')
        failed.push({
          ...{ id: job.id ?? '', job: job.name, at: job.finishedOn ?? null, tries: job.attemptsMade },
          error: errorTold(job.failedReason ?? ''),
        });
    }
  }
  return {
    counts,
    jobs: [...jobs].map(([job, { counts: own, oldest }]) => ({ job, counts: countsOf(own), oldest })),
    failed,
    lookedAt: QUEUED.some((state) => counts[state] > LOOKED_AT) ? LOOKED_AT : null,
  };
}
