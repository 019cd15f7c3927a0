// A pool of connections that is closed for good: when `close` returns, no connection is left that could still hear from the server.
// Used for the database and for the queue, both closed just before the embedded server is stopped.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A server that does not let go of its connections is left to them. */
const PATIENCE_MS = 2_000;
/** For a connection, also where all are in use. */
const PATIENCE_FOR_ONE_MS = 30_000;

/** Opens nothing yet. `onIdleError` hears of connections that broke while nobody used them, until the closing begins. */
export function openPool(config: pg.PoolConfig, onIdleError: (error: Error) => void): { pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionTimeoutMillis: PATIENCE_FOR_ONE_MS, keepAlive: true, ...config });
  const open = new Set<pg.PoolClient>();
  pool
    .on('error', onIdleError)
    .on('connect', (client) => {
      open.add(client);
      // One that breaks in somebody's hands is told to them by what they ask of it next: the process must not end of it.
      client.on('error', () => {});
    })
    .on('remove', (client) => open.delete(client));
  return {
    pool,
    async close() {
      // Connections that are being closed may still hear that the server goes too.
      pool.off('error', onIdleError).on('error', () => {});
      const gone = new Promise<void>((resolve) => {
        const look = () => open.size === 0 && resolve();
        pool.on('remove', look);
        look();
      });
      // Ending a pool says goodbye to its connections, and does not wait until they are gone.
      await pool.end();
      await Promise.race([gone, sleep(PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}
