// Ends the sessions of one person or of everybody: a laptop was lost and its owner can't be reached, or cookies may have leaked. Called by
// `npm run sessions`, so by who runs the house; a person ends their own on the account page.
import { noted } from '../../data/noted';
import type { World } from '../../world';

/** `email`: null for everybody. Resolves to how many ended; null where no account has that address. */
export async function endAllSessions(
  world: Pick<World, 'db' | 'now' | 'log'>,
  email: string | null,
): Promise<number | null> {
  const { prisma } = world.db;
  const person = email === null ? null : await prisma.person.findUnique({ where: { email }, select: { id: true } });
  if (email !== null && !person) return null;
  const now = new Date(world.now());
  const { count } = await prisma.session.updateMany({
    where: { ...(person && { personId: person.id }), revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  noted(world, 'sessions_ended', { personId: person?.id ?? null, count });
  return count;
}
