// Advisory locks of the database, for what one process does while the others wait: migrations, the first start. Waiting for one
// can be ended: a process that is told to stop must not wait for another that is at work for minutes.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Database } from './connect';

const LOOK_EVERY_MS = 100;

/** Takes the lock for this connection, waiting as long as it takes; it is given up with the connection. Throws the signal's reason when that comes first. */
export async function lockAlone(client: pg.ClientBase, lock: number, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [lock]);
    if (rows[0]?.taken) return;
    await sleep(LOOK_EVERY_MS);
  }
}

/** Does `work` under the lock, for as long as its connection lives; null where another process has it. */
export async function inTurn<T>({ pool }: Pick<Database, 'pool'>, lock: number, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [lock]);
    if (!rows[0]?.taken) return null;
    try {
      return await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lock]);
    }
  } finally {
    client.release();
  }
}
