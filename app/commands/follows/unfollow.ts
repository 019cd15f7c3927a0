// Somebody no longer wants to hear of a case, a round, a topic, a body, a region or the public register.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';

export const input = z.object({
  what: z.enum(['appeal', 'round', 'topic', 'body', 'region', 'register']),
  value: z.string().trim().min(1, 'required').max(40, 'too_long'),
});

/** Stops following; what was not followed is done already. Refuses: not_signed_in, invalid. */
export async function unfollow(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<z.output<typeof input>>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  await world.db.prisma.follow.deleteMany({ where: { personId: viewer.personId, ...read.value } });
  return done(read.value);
}
