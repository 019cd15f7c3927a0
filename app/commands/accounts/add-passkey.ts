// A passkey that a browser made becomes one of its person; the device knew them, so that two things are proved in this session. Called by the
// script of the page of signing in safely.
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { linkToken } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { passkeyName } from '../../core/second-factor';
import type { Viewer } from '../../core/viewer';
import { isDuplicate } from '../../data/duplicate';
import { madePasskey, passkeyAnswer, takeChallenge } from '../../data/passkeys';
import { strengthen } from '../../data/sessions';
import type { World } from '../../world';
import { limited } from '../limited';
import { own, tell } from './own';

export const input = z.object({ pass: linkToken, name: passkeyName, answer: passkeyAnswer });

/** Refuses: invalid, link_spent, passkey_refused (not what was asked for), passkey_known, and what `own` refuses. */
export async function addPasskey(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
  token: string | null,
): Promise<Outcome<null>> {
  return limited(world, viewer, 'account', async () => {
    const who = await own(world, viewer);
    if (!who.ok) return who;
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { personId } = who.value;
    const { pass, name, answer } = read.value;
    const challenge = await takeChallenge(world, world.db.prisma, pass, personId);
    if (challenge === null) return refuse('link_spent');
    const made = await madePasskey(world, { response: answer as RegistrationResponseJSON, challenge });
    if (!made) return refuse('passkey_refused');
    const { id: credentialId, publicKey, counter, transports = [] } = made;
    try {
      await world.db.prisma.$transaction(async (tx) => {
        await tx.passkey.create({
          data: {
            ...{ id: world.newId(), personId, credentialId, counter, transports, name },
            publicKey: new Uint8Array(publicKey),
            createdAt: new Date(world.now()),
          },
        });
        await strengthen(tx, token);
        await tell(world, tx, who.value, { change: 'passkey_added', passkey: name });
      });
    } catch (error) {
      if (isDuplicate(error, 'Passkey')) return refuse('passkey_known');
      throw error;
    }
    world.wake('deliver');
    return done(null);
  });
}
