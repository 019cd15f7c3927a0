// Holds a round for an act that touches every comment of it: until it is written no comment comes in and nobody else's act reaches the
// round. Comments hold it together (migration "comment_last_day"), so that they wait for such an act but never for each other.
import type { Asking, Database } from './connect';
import { inTransaction } from './transaction';

/** Does `work` in a transaction that holds the round. */
export const holdRound = <T>(db: Database, roundId: string, work: (through: Asking) => Promise<T>): Promise<T> =>
  inTransaction(db, async (through) => {
    await through.query({ text: 'SELECT 1 FROM "Round" WHERE id = $1::uuid FOR NO KEY UPDATE', values: [roundId] });
    return work(through);
  });
