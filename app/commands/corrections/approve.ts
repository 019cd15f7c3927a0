// An administrator approves of a correction that was looked at. The second person to do so sets it going; nobody counts twice.
import { z } from 'zod';
import { APPROVALS } from '../../core/correction';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { guideHash } from '../../data/correcting';
import { approve } from '../../data/corrections';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ id: z.uuid() });

/** Approves. Refuses: invalid, not_signed_in, not_allowed, not_found, correction_settled, correction_stale, approved_by_you. */
export async function approveCorrection(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ state: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'correction.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { id } = read.value;
    const found = await world.db.prisma.correction.findUnique({ where: { id }, select: { state: true, guide: true } });
    if (!found) return refuse('not_found');
    if (found.state !== 'proposed') return refuse('correction_settled');
    if (found.guide !== guideHash(world.guide)) return refuse('correction_stale');
    const { personId, name } = viewer;
    const state = await approve(world.db, { id, by: { personId, name }, at: world.now(), needed: APPROVALS });
    if (state === null) return refuse('approved_by_you');
    if (state === 'approved') world.wake('correct');
    return done({ state });
  });
}
