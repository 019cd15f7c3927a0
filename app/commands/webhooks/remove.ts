// A webhook goes, with what was to be sent to it and the log of what was.
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';
import { heldWebhook } from './held';

export { input } from './held';

/** Refuses what `heldWebhook` refuses. */
export async function removeWebhook(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string }>> {
  return limited(world, viewer, 'account', async () => {
    const held = await heldWebhook(world, viewer, raw);
    if (!held.ok) return held;
    const { webhookId } = held.value;
    await world.db.prisma.webhook.deleteMany({ where: { id: webhookId } });
    await world.db.prisma.webhookMessage.deleteMany({ where: { webhookId } });
    return done({ webhookId });
  });
}
