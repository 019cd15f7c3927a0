// One message is sent once more, whether it was delivered or given up: under the same id and with the same words.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { sendMessageAgain } from '../../data/webhooks/messages';
import type { World } from '../../world';
import { holdingWebhook } from './held';

export const input = z.object({ webhookId: z.uuid(), messageId: z.uuid() });

/** Refuses webhook_stopped, message_waiting, and what `holdingWebhook` refuses. */
export async function sendAgain(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ webhookId: string; messageId: string }>> {
  return holdingWebhook(world, viewer, raw, async ({ stopped }) => {
    const read = parse(input, raw);
    if (!read.ok) return read;
    if (stopped) return refuse('webhook_stopped');
    const { webhookId, messageId } = read.value;
    if (!(await sendMessageAgain(world.db, webhookId, messageId, world.now()))) return refuse('message_waiting');
    world.wake('webhooks');
    return done(read.value);
  });
}
