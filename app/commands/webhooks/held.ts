// A webhook that the viewer may manage, for the commands about one that is there.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';

export const input = z.object({ webhookId: z.uuid() });

export type Held = { webhookId: string; secret: string; stopped: boolean };

/** Refuses: not_signed_in, invalid, not_found, not_allowed. */
export async function heldWebhook({ db }: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<Held>> {
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
