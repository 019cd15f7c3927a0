// A person ends one of their sessions, or all but the present one. Called by the account page; the browser that held it is
// nobody from its next request on.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { endSessions } from '../../data/sessions';
import type { World } from '../../world';
import { limited } from '../limited';

/** One session by its id, or 'others': every one but that of `token`. */
export const input = z.object({ sessionId: z.union([z.uuid(), z.literal('others')]) });

/**
 * Resolves to how many ended. Refuses: not_signed_in, invalid, not_found (no such session in force of this person),
 * demo_account (strangers share it: nobody shuts out the others).
 */
export async function revokeSession(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
  token: string | null,
): Promise<Outcome<{ ended: number }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { personId } = viewer;
    if (!may(viewer, 'session.revoke', { personId })) return refuse('not_allowed');
    const { prisma } = world.db;
    if ((await prisma.person.count({ where: { id: personId, demo: true } })) > 0) return refuse('demo_account');
    if (read.value.sessionId === 'others') return done({ ended: await endSessions(world, prisma, personId, token) });
    const now = new Date(world.now());
    const { count } = await prisma.session.updateMany({
      where: { id: read.value.sessionId, personId, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
    });
    return count === 0 ? refuse('not_found') : done({ ended: count });
  });
}
