// Somebody wants to sign in with a passkey: what the browser is to sign. Called by the script of the sign-in page.
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Visitor } from '../../core/session';
import { attempt } from '../../data/attempts';
import { signingOptions } from '../../data/passkeys';
import type { World } from '../../world';

export type Asked = Awaited<ReturnType<typeof signingOptions>>;

/** Refuses: too_many_attempts. */
export async function askPasskey(world: World, { address }: Visitor): Promise<Outcome<Asked>> {
  const until = await attempt(world, [['passkey_address', address]]);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  return done(await signingOptions(world));
}
