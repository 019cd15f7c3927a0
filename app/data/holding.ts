// Holds a round for an act that touches every comment of it: until it is written no comment comes in and nobody else's act reaches the
// round. Comments hold it together (migration "comment_last_day"), so that they wait for such an act but never for each other.
import type { Asking, Database } from './connect';

/**
 * Does `work` in a transaction that holds the round, and commits. While it is held `work` asks through the connection that it is given:
 * whoever waits for the round keeps a connection of the pool, and there may be none left.
 */
export async function holdRound<T>({ pool }: Database, roundId: string, work: (through: Asking) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM "Round" WHERE id = $1::uuid FOR NO KEY UPDATE', [roundId]);
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
