// A person sets a new password; every other session ends, and a letter tells of it. Called by the account page. Who forgot the old one sets a new one
// behind a one-time link (take-link).
import { z } from 'zod';
import { newPassword } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { hashPassword } from '../../data/password';
import { endSessions } from '../../data/sessions';
import type { World } from '../../world';
import { notGuessed, own, tell, withPassword } from './own';

/** `current` may be empty only where the account has no password yet. */
export const input = z.object({ current: z.string().max(1000, 'too_long').default(''), password: newPassword });

/**
 * Sets it and resolves to how many other sessions ended. Refuses: not_signed_in, invalid (weak_password among the fields),
 * demo_account, too_many_attempts, wrong_password.
 */
export async function changePassword(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
  token: string | null,
): Promise<Outcome<{ ended: number }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const who = await own(world, viewer);
  if (!who.ok) return who;
  const fresh = await notGuessed(read.value.password, [who.value.name, who.value.email]);
  if (!fresh.ok) return fresh;
  const known = await withPassword(world, who.value, read.value.current);
  if (!known.ok) return known;
  const { personId } = who.value;
  const passwordHash = await hashPassword(read.value.password);
  const ended = await world.db.prisma.$transaction(async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { passwordHash } });
    await tell(world, tx, who.value, { change: 'password_set', passkey: null });
    return endSessions(world, tx, personId, token);
  });
  world.wake('deliver');
  return done({ ended });
}
