// Comments with the voices that joined them: what is done with a comment is done with its voices, as far as they are still open.
import type { World } from '../../world';

/** The ids given, and those of open comments of the round that join them. */
export async function withVoices({ db }: World, roundId: string, commentIds: readonly string[]): Promise<string[]> {
  const voices = await db.prisma.comment.findMany({
    where: { roundId, joinsId: { in: [...commentIds] }, phase: 'open' },
    select: { id: true },
  });
  return [...new Set([...commentIds, ...voices.map(({ id }) => id)])];
}

/** The ids of a point's open comments. */
export async function openOf({ db }: World, roundId: string, pointId: string): Promise<string[]> {
  const rows = await db.prisma.comment.findMany({
    where: { roundId, pointId, phase: 'open' },
    select: { id: true },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}
