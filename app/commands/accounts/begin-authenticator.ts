// A person asks to turn the second factor on: a secret is made and shown. Nothing changes until a code proves that it arrived in an
// authenticator (confirm-authenticator), so that nobody is shut out. Called by the page of signing in safely.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { formPass } from '../../data/passes';
import { newTotpSecret } from '../../data/totp';
import type { World } from '../../world';
import { own, withPassword } from './own';

export const input = z.object({ current: z.string().max(1000, 'too_long').default('') });

/** Resolves to the pass that carries the secret on. Refuses: invalid, authenticator_on, and what `own` and `withPassword` refuse. */
export async function beginAuthenticator(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ pass: string }>> {
  const who = await own(world, viewer);
  if (!who.ok) return who;
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { personId, email, totpSecret } = who.value;
  if (totpSecret !== null) return refuse('authenticator_on');
  const known = await withPassword(world, who.value, read.value.current);
  if (!known.ok) return known;
  const details = { secret: newTotpSecret() };
  return done({ pass: await formPass(world, { purpose: 'authenticator', email, personId, details }) });
}
