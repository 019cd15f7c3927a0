// An administrator takes back a correction that has not been approved by two.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { withdraw } from '../../data/corrections';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ id: z.uuid() });

/** Withdraws. Refuses: invalid, not_signed_in, not_allowed, correction_settled. */
export async function withdrawCorrection(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'correction.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const withdrawn = await withdraw(world.db, read.value.id, world.now());
    return withdrawn ? done({ id: read.value.id }) : refuse('correction_settled');
  });
}
