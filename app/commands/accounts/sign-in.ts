// Someone signs in with e-mail and password. Called by the sign-in page. Promises the same answer, after the same time, for
// an unknown address and a wrong password.
import { z } from 'zod';
import { emailField } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Visitor } from '../../core/session';
import { attempt, forgive, type Attempt } from '../../data/attempts';
import { noted } from '../../data/noted';
import { opens } from '../../data/password';
import { openSession } from '../../data/sessions';
import type { World } from '../../world';

export const input = z.object({ email: emailField, password: z.string().min(1, 'required').max(1000, 'too_long') });

/** Opens a session; `token` belongs into the cookie. Refuses: invalid, too_many_attempts, wrong_credentials. */
export async function signIn(
  world: World,
  raw: unknown,
  visitor: Visitor,
): Promise<Outcome<{ token: string; personId: string; locale: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { email, password } = read.value;
  const counted: Attempt[] = [
    ['sign_in', `${email} ${visitor.address ?? ''}`],
    ['sign_in_email', email],
    ['sign_in_address', visitor.address],
  ];
  const until = await attempt(world, counted);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  const { prisma } = world.db;
  const person = await prisma.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true, passwordHash: true, locale: true },
  });
  const right = await opens(person?.passwordHash ?? null, password);
  if (!person || !right) {
    noted(world, 'sign_in_refused', { personId: person?.id ?? null });
    return refuse('wrong_credentials');
  }
  await forgive(world, counted);
  const token = await openSession(world, prisma, person.id, visitor);
  return done({ token, personId: person.id, locale: person.locale });
}
