// A transaction on a connection of its own: what an act can't say in one statement. Whoever works in it asks through the connection that
// is given: a transaction that waits for others may hold the last one of the pool.
import type { Asking, Database } from './connect';

/** Does `work` in a transaction and commits; whatever it throws is thrown on, and nothing of it was done. */
export async function inTransaction<T>({ pool }: Pick<Database, 'pool'>, work: (through: Asking) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    client.release(broken);
  }
}
