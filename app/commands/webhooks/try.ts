// Somebody wants to see whether their program takes what it is told: a message about nothing, signed like any other.
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { testMessage } from '../../data/webhooks/write';
import type { World } from '../../world';
import { holdingWebhook } from './held';

export { input } from './held';

/** Writes the message; the worker sends it at once. Refuses webhook_stopped, and what `holdingWebhook` refuses. */
export async function tryWebhook(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string; messageId: string }>> {
  return holdingWebhook(world, viewer, raw, async ({ webhookId, stopped }) => {
    if (stopped) return refuse('webhook_stopped');
    const messageId = world.newId();
    await world.db.prisma.webhookMessage.create({ data: testMessage(webhookId, messageId, new Date(world.now())) });
    world.wake('webhooks');
    return done({ webhookId, messageId });
  });
}
