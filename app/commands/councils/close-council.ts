// An administrator closes a public council (it was dissolved) or opens a closed one again. Called by the administration page. Nobody
// is invited to a closed council; those on it keep their roles and finish what lies with them.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ councilId: z.uuid(), step: z.enum(['close', 'reopen']) });

/** Closes or reopens; what stands so already stays. Refuses: not_signed_in, not_allowed, invalid, not_found. */
export async function closeCouncil(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ councilId: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'council.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { councilId, step } = read.value;
    const { prisma } = world.db;
    const council = await prisma.council.findUnique({ where: { id: councilId }, select: { closedAt: true } });
    if (!council) return refuse('not_found');
    const closedAt = step === 'reopen' ? null : (council.closedAt ?? new Date(world.now()));
    await prisma.council.update({ where: { id: councilId }, data: { closedAt } });
    world.db.position++;
    return done({ councilId });
  });
}
