// Somebody has read letters to them, or wants them to stand as unread again. Called by the inbox and by a letter's own page.
// Tells nobody anything: proof that a notice arrived is not made of it.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';

export const input = z.object({
  /** One letter by its id, or 'all'. */
  letterId: z.union([z.uuid(), z.literal('all')]),
  as: z.enum(['read', 'unread']).default('read'),
});

/** Gives how many changed; a letter of somebody else is none. Refuses: not_signed_in, invalid. */
export async function readLetters(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ changed: number }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { letterId, as } = read.value;
  const { count } = await world.db.prisma.letter.updateMany({
    where: {
      personId: viewer.personId,
      ...(letterId !== 'all' && { id: letterId }),
      readAt: as === 'read' ? null : { not: null },
    },
    data: { readAt: as === 'read' ? new Date(world.now()) : null },
  });
  return done({ changed: count });
}
