// Someone signs out: the session ends in the database, not only in the browser. Called by the sign-out form of every page.
import { hashOfSecret, isSecret } from '../../data/secret';
import type { World } from '../../world';

/** Ends the session that the cookie's token opens; without one nothing happens. */
export async function signOut(world: World, token: string | null): Promise<void> {
  if (token === null || !isSecret(token)) return;
  await world.db.prisma.session.updateMany({
    where: { tokenHash: hashOfSecret(token), revokedAt: null },
    data: { revokedAt: new Date(world.now()) },
  });
}
