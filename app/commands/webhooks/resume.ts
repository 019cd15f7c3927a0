// A webhook that was stopped is told again of what happens from now on; what it missed meanwhile is read from the API, or sent again by hand.
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { holdingWebhook } from './held';

export { input } from './held';

/** Refuses what `holdingWebhook` refuses; of one that is not stopped nothing changes. */
export async function resumeWebhook(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string }>> {
  return holdingWebhook(world, viewer, raw, async ({ webhookId }) => {
    const data = { stoppedAt: null, stoppedWhy: null, failingSince: null };
    await world.db.prisma.webhook.update({ where: { id: webhookId }, data });
    return done({ webhookId });
  });
}
