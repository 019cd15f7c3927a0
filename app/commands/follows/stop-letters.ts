// Somebody stops letters by the link that they carry, without signing in: those of what the letter came for, or all that the same person
// follows. Mail programs do the first by themselves when their reader presses their own button (RFC 8058).
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import type { World } from '../../world';

export const input = z.object({
  /** As the letter's link carries it. */
  token: z.string().max(100),
  scope: z.enum(['this', 'all']).default('this'),
});

/** Stops following; a link that belongs to nothing any more has nothing to stop. Refuses: invalid. */
export async function stopLetters({ db }: Pick<World, 'db'>, raw: unknown): Promise<Outcome<{ stopped: number }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { token, scope } = read.value;
  const follow = await db.prisma.follow.findUnique({ where: { token }, select: { personId: true } });
  if (!follow) return done({ stopped: 0 });
  const { count } = await db.prisma.follow.deleteMany({
    where: scope === 'all' ? { personId: follow.personId } : { token },
  });
  db.position += 1;
  return done({ stopped: count });
}
