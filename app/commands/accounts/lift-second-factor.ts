// An administrator takes away the second factor of somebody who lost it, after making sure who asks: the codes, the recovery codes and the passkeys
// of that account. Its sessions end, its person is written to, and who did it with which reason stays. Password and address are as they were.
import { z } from 'zod';
import { emailField } from '../../core/fields';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { endSessions } from '../../data/sessions';
import { dropAuthenticator } from '../../data/totp';
import type { World } from '../../world';
import { limited } from '../limited';
import { tell } from './own';

export const input = z.object({
  email: emailField,
  /** How it was made sure who asks. */
  reason: z.string().trim().min(1, 'required').min(20, 'too_short').max(1000, 'too_long'),
});

/** Refuses: not_signed_in, not_allowed (no administrator, or one's own), invalid, not_found (no such account), authenticator_off (nothing to take away). */
export async function liftSecondFactor(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<null>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'second_factor.lift', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { email, reason } = read.value;
    const outcome = await world.db.prisma.$transaction(async (tx): Promise<Outcome<null>> => {
      const who = await tx.person.findFirst({
        where: { email, closedAt: null },
        select: { id: true, email: true, locale: true, totpSecret: true, _count: { select: { passkeys: true } } },
      });
      if (!who) return refuse('not_found');
      const { id: personId, totpSecret, _count, ...to } = who;
      if (personId === viewer.personId) return refuse('not_allowed');
      if (totpSecret === null && _count.passkeys === 0) return refuse('authenticator_off');
      await dropAuthenticator(tx, personId);
      await tx.passkey.deleteMany({ where: { personId } });
      await endSessions(world, tx, personId, null);
      await tell(world, tx, { personId, ...to }, { change: 'second_factor_lifted', passkey: null });
      const by = { personId: viewer.personId, name: viewer.name, post: null };
      await tx.factorLift.create({ data: { id: world.newId(), personId, reason, by, at: new Date(world.now()) } });
      return done(null);
    });
    if (outcome.ok) world.wake('deliver');
    return outcome;
  });
}
