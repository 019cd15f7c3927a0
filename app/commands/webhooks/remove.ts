// A webhook goes, with what was to be sent to it and the log of what was.
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { holdingWebhook } from './held';

export { input } from './held';

/** Refuses what `holdingWebhook` refuses. */
export async function removeWebhook(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string }>> {
  return holdingWebhook(world, viewer, raw, async ({ webhookId }) => {
    await world.db.prisma.webhook.deleteMany({ where: { id: webhookId } });
    await world.db.prisma.webhookMessage.deleteMany({ where: { webhookId } });
    return done({ webhookId });
  });
}
