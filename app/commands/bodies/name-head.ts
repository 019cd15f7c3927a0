// An administrator names who of a body's heads is its first head, and who acts for the first head now, if anybody does. Called by the
// administration page. Replies to a public council are signed by them alone.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { inForce } from '../../data/invitations';
import type { World } from '../../world';
import { limited } from '../limited';

const membership = z.union([z.uuid(), z.literal('')]).default('');
/** Roles of heads at the body, by membership; empty for nobody. */
export const input = z.object({ bodyId: z.uuid(), firstId: membership, actingId: membership });

/** Names both. Refuses: not_signed_in, not_allowed, invalid (nobody acts for themselves), not_found (who is no head there now). */
export async function nameHead(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ bodyId: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'body.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { bodyId, firstId, actingId } = read.value;
    const { prisma } = world.db;
    const named = [firstId, actingId].filter((id) => id !== '');
    if (named.length === 2 && firstId === actingId) return refuse('invalid', { fields: { actingId: 'bad_choice' } });
    const heads = await prisma.membership.findMany({
      where: { bodyId, role: 'approver', ...inForce(world.now()) },
      select: { id: true },
    });
    if (named.some((id) => !heads.some((one) => one.id === id))) return refuse('not_found');
    await prisma.$transaction([
      prisma.membership.updateMany({ where: { bodyId, head: { not: null } }, data: { head: null } }),
      ...(firstId ? [prisma.membership.update({ where: { id: firstId }, data: { head: 'first' } })] : []),
      ...(actingId ? [prisma.membership.update({ where: { id: actingId }, data: { head: 'acting' } })] : []),
    ]);
    return done({ bodyId });
  });
}
