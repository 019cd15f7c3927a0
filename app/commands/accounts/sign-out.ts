// Someone signs out: the session ends in the database, not only in the browser. Called by the sign-out form of every page.
import { noted } from '../../data/noted';
import { hashOfSecret, isSecret } from '../../data/secret';
import type { World } from '../../world';

/** Ends the session that the cookie's token opens; without one nothing happens. */
export async function signOut(world: World, token: string | null): Promise<void> {
  if (token === null || !isSecret(token)) return;
  const [ended] = await world.db.prisma.session.updateManyAndReturn({
    where: { tokenHash: hashOfSecret(token), revokedAt: null },
    data: { revokedAt: new Date(world.now()) },
    select: { personId: true },
  });
  if (ended) noted(world, 'signed_out', ended);
}
