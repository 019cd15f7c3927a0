// Someone asks for a one-time link by e-mail: to sign in without a password, or because it is forgotten. Called by the
// sign-in/link page. The answer, and the work for it, is the same whether the address is known or not.
import { z } from 'zod';
import { emailField } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { onward } from '../../core/registration';
import type { Visitor } from '../../core/session';
import { attempt } from '../../data/attempts';
import { idlePass } from '../../data/passes';
import type { World } from '../../world';
import { sendSignInLink } from './sign-in-link';

export const input = z.object({ email: emailField, to: onward });

/** Writes the letter if the address has an account. Refuses: invalid, too_many_attempts. */
export async function askLink(world: World, raw: unknown, visitor: Visitor): Promise<Outcome<{ email: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { email, to } = read.value;
  const until = await attempt(world, [
    ['link', email],
    ['link_address', visitor.address],
  ]);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  const person = await world.db.prisma.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true, locale: true },
  });
  if (person) await sendSignInLink(world, person, { email, to });
  else await idlePass(world, 'sign_in');
  return done({ email });
}
