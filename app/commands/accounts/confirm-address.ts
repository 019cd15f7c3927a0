// Whoever reads the letter at a further address of somebody says that it is theirs. By the button of the page, not by following the link:
// programs that look through mail follow links too. Needs no session; works once.
import { z } from 'zod';
import { linkToken } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { takePass } from '../../data/passes';
import type { World } from '../../world';

export const input = z.object({ token: linkToken });
const details = z.object({ addressId: z.uuid() });

/** Confirms it. Refuses: invalid, link_spent (also where the address was taken away meanwhile). */
export async function confirmAddress(world: World, raw: unknown): Promise<Outcome<{ email: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  return world.db.prisma.$transaction(async (tx) => {
    const pass = await takePass(world, tx, read.value.token, ['address']);
    const about = details.safeParse(pass?.details);
    if (!pass?.personId || !about.success) return refuse('link_spent');
    const { count } = await tx.address.updateMany({
      where: { id: about.data.addressId, personId: pass.personId, email: pass.email },
      data: { confirmedAt: new Date(world.now()) },
    });
    return count === 0 ? refuse('link_spent') : done({ email: pass.email });
  });
}
