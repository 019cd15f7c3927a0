// A person sets a new password; every other session ends. Called by the account page. Who forgot the old one sets a new one
// behind a one-time link (take-link).
import { z } from 'zod';
import { newPassword } from '../../core/fields';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { attempt, forgive, type Attempt } from '../../data/attempts';
import { hashPassword, opens } from '../../data/password';
import { endSessions } from '../../data/sessions';
import type { World } from '../../world';

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
  const { personId } = viewer;
  if (!may(viewer, 'account.edit', { personId })) return refuse('not_allowed');
  const { prisma } = world.db;
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true, demo: true },
  });
  if (person.demo) return refuse('demo_account');
  if (person.passwordHash !== null) {
    if (read.value.current === '') return refuse('invalid', { fields: { current: 'required' } });
    const counted: Attempt[] = [['password', personId]];
    const until = await attempt(world, counted);
    if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
    if (!(await opens(person.passwordHash, read.value.current))) return refuse('wrong_password');
    await forgive(world, counted);
  }
  const passwordHash = await hashPassword(read.value.password);
  return prisma.$transaction(async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { passwordHash } });
    return done({ ended: await endSessions(world, tx, personId, token) });
  });
}
