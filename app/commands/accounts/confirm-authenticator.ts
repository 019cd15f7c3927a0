// A person turns the second factor on with the first code of an authenticator. Called by the page of signing in safely.
import { z } from 'zod';
import { linkToken } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { codeField } from '../../core/second-factor';
import type { Viewer } from '../../core/viewer';
import { takePass } from '../../data/passes';
import { endSessions, strengthen } from '../../data/sessions';
import { newRecoveryCodes, secretBehind, stepOf } from '../../data/totp';
import type { World } from '../../world';
import { counted, own, tell, wrongCode } from './own';

export const input = z.object({ pass: linkToken, code: codeField });

/**
 * Turns it on; every other session ends. Resolves to the recovery codes, which are told this once. Refuses: invalid, link_spent,
 * authenticator_on, too_many_attempts, wrong_code, and what `own` refuses.
 */
export async function confirmAuthenticator(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
  token: string | null,
): Promise<Outcome<{ codes: string[] }>> {
  const who = await own(world, viewer);
  if (!who.ok) return who;
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { personId, totpSecret } = who.value;
  const { pass, code } = read.value;
  if (totpSecret !== null) return refuse('authenticator_on');
  const secret = await secretBehind(world, personId, pass);
  if (secret === null) return refuse('link_spent');
  const outcome = await counted(world, 'code', personId, async () => {
    const step = code.kind === 'totp' ? stepOf(secret, code.code, world.now()) : null;
    if (step === null) return wrongCode();
    return world.db.prisma.$transaction(async (tx) => {
      if (!(await takePass(world, tx, pass, ['authenticator']))) return refuse('link_spent');
      await tx.person.update({ where: { id: personId }, data: { totpSecret: secret, totpStep: step } });
      await endSessions(world, tx, personId, token);
      await strengthen(tx, token);
      await tell(world, tx, who.value, { change: 'authenticator_on', passkey: null });
      return done({ codes: await newRecoveryCodes(world, tx, personId) });
    });
  });
  if (outcome.ok) world.wake('deliver');
  return outcome;
}
