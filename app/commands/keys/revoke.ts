// A key of the API opens nothing any more, at once: by whoever made it, and whoever represents the organisation or heads the body. The
// others, and its maker, are told by letter.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { noted } from '../../data/noted';
import type { World } from '../../world';
import { limited } from '../limited';
import { lettersAbout, tellKeepers } from './tell';

export const input = z.object({ keyId: z.uuid() });

/** Revokes. Refuses: not_signed_in, invalid, not_found (none that is alive), not_allowed, too_many_attempts. */
export async function revokeKey(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ keyId: string }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { keyId } = read.value;
    const { prisma } = world.db;
    const key = await prisma.apiKey.findFirst({
      where: { id: keyId, revokedAt: null },
      select: { organisationId: true, bodyId: true, name: true, personId: true },
    });
    if (!key) return refuse('not_found');
    if (!may(viewer, 'key.revoke', key)) return refuse('not_allowed');
    const letters = await lettersAbout(world, key, {
      ...{ key: key.name, change: 'revoked', by: viewer, makerId: key.personId },
    });
    const ended = await prisma.$transaction(async (tx) => {
      const { count } = await tx.apiKey.updateMany({
        where: { id: keyId, revokedAt: null },
        data: { revokedAt: new Date(world.now()), revokedBy: viewer.name },
      });
      if (count > 0) await tellKeepers(world, tx, letters);
      return count > 0;
    });
    if (!ended) return refuse('not_found');
    noted(world, 'key_revoked', { personId: viewer.personId, keyId });
    world.wake('deliver');
    return done({ keyId });
  });
}
