// A webhook gets another secret; the one before it signs too for a day, so that no message is lost while theirs is changed.
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { BOTH_SECRETS } from '../../core/webhook-call';
import { newWebhookSecret } from '../../data/webhooks/signature';
import type { World } from '../../world';
import { holdingWebhook } from './held';

export { input } from './held';

/** Resolves to the new secret, which is told this once. Refuses what `holdingWebhook` refuses. */
export async function rotateSecret(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string; secret: string }>> {
  return holdingWebhook(world, viewer, raw, async ({ webhookId, secret: former }) => {
    const secret = newWebhookSecret();
    const data = { secret, formerSecret: former, formerUntil: new Date(world.now() + BOTH_SECRETS) };
    await world.db.prisma.webhook.update({ where: { id: webhookId }, data });
    return done({ webhookId, secret });
  });
}
