// An invitation has been opened: by the link of its letter, or by somebody of the invited organisation who reads the round's page while
// signed in. Noted once, for the page that shows whom a round reached. No event: nothing is owed to anyone for it.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import type { World } from '../../world';

export const input = z.union([
  z.object({ roundId: z.uuid(), token: z.string().min(1).max(60) }),
  z.object({ roundId: z.uuid(), organisationIds: z.array(z.uuid()) }),
]);

/** Notes it where it was not yet; a token that belongs to nothing changes nothing. Refuses: invalid. */
export async function openInvitation(
  { db, now }: Pick<World, 'db' | 'now'>,
  raw: unknown,
): Promise<Outcome<{ opened: number }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId } = read.value;
  const whose =
    'token' in read.value ? { token: read.value.token } : { organisationId: { in: read.value.organisationIds } };
  const { count } = await db.prisma.invitation.updateMany({
    where: { roundId, openedAt: null, ...whose },
    data: { openedAt: new Date(now()) },
  });
  return done({ opened: count });
}
