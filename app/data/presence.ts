// Which processes are at work: each says so itself, in the database, whatever the broker is. Started by start.ts, read by the queue page.
import os from 'node:os';
import type { World } from '../world';

const SAY_EVERY_MS = 15_000;
/** Not seen for this long, a process is gone: killed, or cut off from the database. */
export const SEEN_WITHIN_MS = 4 * SAY_EVERY_MS;

const SAY = `INSERT INTO "Process" (id, role, host, pid, "startedAt", "seenAt") VALUES ($1, $2, $3, $4, $5, $5)
  ON CONFLICT (id) DO UPDATE SET "seenAt" = excluded."seenAt"`;
const LEAVE = `DELETE FROM "Process" WHERE id = $1 OR "seenAt" < $2`;

/** Says that this process is there until it is stopped; it then takes its row away, and rows of those that were killed. */
export function bePresent({ db, now, newId, log }: World, role: 'web' | 'worker' | 'both'): { stop(): Promise<void> } {
  const id = newId();
  const iso = (instant: number) => new Date(instant).toISOString();
  const say = () =>
    db.pool
      .query({ name: 'process_says', text: SAY, values: [id, role, os.hostname(), process.pid, iso(now())] })
      .catch((error: unknown) => log.warn({ error: String(error) }, 'the process could not say that it is there'));
  let saying = say();
  const timer = setInterval(() => (saying = say()), SAY_EVERY_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      await saying;
      await db.pool.query({ text: LEAVE, values: [id, iso(now() - SEEN_WITHIN_MS)] });
    },
  };
}
