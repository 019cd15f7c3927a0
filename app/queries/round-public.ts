// A round by its number as it is kept: everyone may read a round that has opened; whoever asks for one in preparation is asked for more.
import type { Round } from '../core/round';
import type { World } from '../world';

/** The whole fold, or null when there is no such round. */
export async function publicRound({ db }: World, number: string): Promise<Round | null> {
  const row = await db.prisma.round.findUnique({ where: { number }, select: { facts: true } });
  return row && (row.facts as unknown as Round);
}
