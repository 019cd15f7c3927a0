// A pool of connections that is closed for good: when `close` returns, no connection is left that could still hear from the server.
// Used for the database and for the queue, both closed just before the embedded server is stopped.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A server that does not let go of its connections is left to them. */
const PATIENCE_MS = 2_000;

/** A database behind a network that swallows everything is not waited for without an end: for a connection, and for an answer. */
const LIMITS = { connectionTimeoutMillis: 30_000, query_timeout: 180_000, keepAlive: true } as const;

/** Opens nothing yet. `onIdleError` hears of connections that broke while nobody used them, until the closing begins. */
export function openPool(config: pg.PoolConfig, onIdleError: (error: Error) => void): { pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({ ...LIMITS, ...config });
  const open = new Set<pg.PoolClient>();
  pool
    .on('error', onIdleError)
    .on('connect', (client) => open.add(client))
    .on('remove', (client) => open.delete(client));
  return {
    pool,
    async close() {
      // Connections that are being closed may still hear that the server goes too, also those that a borrower left without a listener.
      pool.off('error', onIdleError).on('error', () => {});
      for (const client of open) client.on('error', () => {});
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
