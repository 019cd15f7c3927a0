// An administrator closes a body (it was reorganised or abolished) or opens a closed one again. Called by the administration
// page. A closed body takes no new appeals; its officials keep their roles and finish what lies with them.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ bodyId: z.uuid(), step: z.enum(['close', 'reopen']) });

/** Closes or reopens. Refuses: not_signed_in, not_allowed, invalid, not_found, body_has_children (open ones below it). */
export async function closeBody(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ slug: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'body.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { bodyId, step } = read.value;
    const { prisma } = world.db;
    const body = await prisma.body.findUnique({ where: { id: bodyId }, select: { slug: true, closedAt: true } });
    if (!body) return refuse('not_found');
    if (step === 'close' && (await prisma.body.count({ where: { parentId: bodyId, closedAt: null } })) > 0)
      return refuse('body_has_children');
    const closedAt = step === 'reopen' ? null : (body.closedAt ?? new Date(world.now()));
    await prisma.body.update({ where: { id: bodyId }, data: { closedAt } });
    world.db.position++;
    return done({ slug: body.slug });
  });
}
