// A person takes a passkey away: it signs nobody in from now on. Called by the page of signing in safely.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { weaken } from '../../data/sessions';
import type { World } from '../../world';
import { limited } from '../limited';
import { own, tell, withPassword } from './own';

export const input = z.object({ passkeyId: z.uuid(), current: z.string().max(1000, 'too_long').default('') });

/** Refuses: invalid, not_found (no such passkey of this person), and what `own` and `withPassword` refuse. */
export async function removePasskey(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<null>> {
  return limited(world, viewer, 'account', async () => {
    const who = await own(world, viewer);
    if (!who.ok) return who;
    const read = parse(input, raw);
    if (!read.ok) return read;
    const known = await withPassword(world, who.value, read.value.current);
    if (!known.ok) return known;
    const where = { id: read.value.passkeyId, personId: who.value.personId };
    return world.db.prisma.$transaction(async (tx) => {
      const passkey = await tx.passkey.findFirst({ where, select: { name: true } });
      if (!passkey || (await tx.passkey.deleteMany({ where })).count === 0) return refuse('not_found');
      await weaken(tx, who.value.personId);
      await tell(world, tx, who.value, { change: 'passkey_removed', passkey: passkey.name });
      world.wake('deliver');
      return done(null);
    });
  });
}
