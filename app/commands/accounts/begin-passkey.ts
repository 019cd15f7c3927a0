// A person asks to add a passkey: what the browser is to make. Called by the script of the page of signing in safely.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { makingOptions } from '../../data/passkeys';
import type { World } from '../../world';
import { own, withPassword } from './own';

export const input = z.object({ current: z.string().max(1000, 'too_long').default('') });
export type Making = Awaited<ReturnType<typeof makingOptions>>;

/** Refuses: invalid, wrong_password, too_many_attempts, and what `own` refuses. */
export async function beginPasskey(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<Making>> {
  const who = await own(world, viewer);
  if (!who.ok) return who;
  const read = parse(input, raw);
  if (!read.ok) return read;
  const known = await withPassword(world, who.value, read.value.current);
  return known.ok ? done(await makingOptions(world, who.value)) : known;
}
