// What commands about one webhook do the same way: hold one that the viewer may manage, as often as they may.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ webhookId: z.uuid() });

type Held = { webhookId: string; secret: string; stopped: boolean };

/** Refuses: not_signed_in, invalid, not_found, not_allowed. */
async function heldWebhook({ db }: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<Held>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { webhookId } = read.value;
  const found = await db.prisma.webhook.findUnique({
    where: { id: webhookId },
    select: { organisationId: true, bodyId: true, secret: true, stoppedAt: true },
  });
  if (!found) return refuse('not_found');
  if (!may(viewer, 'webhook.manage', found)) return refuse('not_allowed');
  return done({ webhookId, secret: found.secret, stopped: found.stoppedAt !== null });
}

/** Does `work` with it. Refuses too_many_attempts, not_signed_in, invalid, not_found, not_allowed, and what `work` refuses. */
export const holdingWebhook = <T>(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
  work: (held: Held) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  limited(world, viewer, 'account', async () => {
    const held = await heldWebhook(world, viewer, raw);
    return held.ok ? work(held.value) : held;
  });
