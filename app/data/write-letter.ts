// Puts one letter among the writes of a transaction that is not an act of the ledger: accounts and invitations.
import type { AnyLetter } from '../core/letter';
import type { World } from '../world';
import type { Transaction } from './passes';

type To = { personId: string | null; email: string; locale: string };

/** A waiting letter; whoever calls wakes the post after the commit. Throws when `key` exists. */
export async function writeLetter(world: Pick<World, 'now' | 'newId'>, tx: Transaction, key: string, { letter, data }: AnyLetter, to: To): Promise<void> {
  const at = new Date(world.now());
  await tx.letter.create({
    data: { id: world.newId(), key, letter, data, ...to, state: 'waiting', attempts: 0, nextAt: at, createdAt: at },
  });
}
