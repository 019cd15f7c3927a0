// An administrator sends a failed letter again, after what kept it from leaving was put right. Called by the operations page.
import { z } from 'zod';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { sendAgain } from '../../data/outbox';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ letterId: z.uuid() });

/** Puts the letter back at the start of its tries. Refuses: invalid, not_signed_in, not_allowed, letter_not_failed. */
export async function resendLetter(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ letterId: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'letter.resend', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { letterId } = read.value;
    if (!(await sendAgain(world.db, letterId, world.now()))) return refuse('letter_not_failed');
    world.wake('deliver');
    return done({ letterId });
  });
}
