// An administrator corrects the names of a public council. Called by the administration page. The body it stands at and its short
// address stay: rounds and letters lead there.
import { z } from 'zod';
import { nameFields } from '../../core/body';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ councilId: z.uuid(), ...nameFields });

/** Writes the names. Refuses: not_signed_in, not_allowed, invalid, not_found. */
export async function editCouncil(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ councilId: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'council.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { councilId, ...names } = read.value;
    const { count } = await world.db.prisma.council.updateMany({ where: { id: councilId }, data: names });
    if (count === 0) return refuse('not_found');
    world.db.position++;
    return done({ councilId });
  });
}
