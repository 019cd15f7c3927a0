// How jobs stand in the queue, as its desk tells it to administrators.
import type { Instant } from './day';

/** How jobs stand in the queue. `completed` and `failed` are those that it still remembers: of the last hour, of the last day, a hundred at most. */
export const QUEUED = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;
export type Queued = Readonly<Record<(typeof QUEUED)[number], number>>;
export type FailedJob = { id: string; job: string; at: Instant | null; tries: number; error: string };
export type QueueLook = {
  counts: Queued;
  /** By job; only what the queue has. `oldest`: when the longest waiting one was put there. */
  jobs: { job: string; counts: Queued; oldest: Instant | null }[];
  failed: FailedJob[];
  /** Of each state only so many were looked at for `jobs`; null where that was all. */
  lookedAt: number | null;
};
