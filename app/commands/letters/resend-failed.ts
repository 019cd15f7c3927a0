// An administrator sends every failed letter again, after what kept them from leaving was put right. Called by the operations page.
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { sendAllAgain } from '../../data/outbox';
import type { World } from '../../world';
import { limited } from '../limited';

/** Puts all of them back at the start of their tries. Refuses: not_signed_in, not_allowed. */
export async function resendFailedLetters(world: World, viewer: Viewer | null): Promise<Outcome<{ letters: number }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'letter.resend', undefined)) return refuse('not_allowed');
    const letters = await sendAllAgain(world.db, world.now());
    if (letters > 0) world.wake('deliver');
    return done({ letters });
  });
}
