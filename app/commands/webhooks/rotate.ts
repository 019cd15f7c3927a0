// A webhook gets another secret; the one before it signs too for a day, so that no message is lost while theirs is changed.
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { BOTH_SECRETS } from '../../core/webhook-call';
import { newWebhookSecret } from '../../data/webhooks/signature';
import type { World } from '../../world';
import { limited } from '../limited';
import { heldWebhook } from './held';

export { input } from './held';

/** Resolves to the new secret, which is told this once. Refuses what `heldWebhook` refuses. */
export async function rotateSecret(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string; secret: string }>> {
  return limited(world, viewer, 'account', async () => {
    const held = await heldWebhook(world, viewer, raw);
    if (!held.ok) return held;
    const { webhookId, secret: former } = held.value;
    const secret = newWebhookSecret();
    const data = { secret, formerSecret: former, formerUntil: new Date(world.now() + BOTH_SECRETS) };
    await world.db.prisma.webhook.update({ where: { id: webhookId }, data });
    return done({ webhookId, secret });
  });
}
