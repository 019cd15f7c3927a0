// A person turns the second factor off, by a code of it or by a recovery code. Called by the page of signing in safely.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { codeField } from '../../core/second-factor';
import type { Viewer } from '../../core/viewer';
import { weaken } from '../../data/sessions';
import { dropAuthenticator, useCode } from '../../data/totp';
import type { World } from '../../world';
import { counted, own, tell, wrongCode } from './own';

export const input = z.object({ code: codeField });

/** Refuses: invalid, authenticator_off, too_many_attempts, wrong_code, and what `own` refuses. */
export async function stopAuthenticator(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<null>> {
  const who = await own(world, viewer);
  if (!who.ok) return who;
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { personId, totpSecret } = who.value;
  if (totpSecret === null) return refuse('authenticator_off');
  const outcome = await counted(world, 'code', personId, () =>
    world.db.prisma.$transaction(async (tx) => {
      if (!(await useCode(world, tx, personId, read.value.code))) return wrongCode();
      await dropAuthenticator(tx, personId);
      await weaken(tx, personId);
      await tell(world, tx, who.value, { change: 'authenticator_off', passkey: null });
      return done(null);
    }),
  );
  if (outcome.ok) world.wake('deliver');
  return outcome;
}
