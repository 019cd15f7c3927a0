// Somebody signs in with a passkey. The device knew them (a finger, a face, a PIN), so that this is both factors at once. Called by the
// script of the sign-in page.
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { linkToken } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Visitor } from '../../core/session';
import { noted } from '../../data/noted';
import { passkeyAnswer, signedBy, takeChallenge } from '../../data/passkeys';
import { openSession } from '../../data/sessions';
import type { World } from '../../world';

export const input = z.object({ pass: linkToken, answer: passkeyAnswer });

/** Opens a session; `token` belongs into the cookie. Refuses: invalid, link_spent, passkey_refused (unknown here, or it signed something else). */
export async function enterByPasskey(
  world: World,
  raw: unknown,
  visitor: Visitor,
): Promise<Outcome<{ token: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { pass, answer } = read.value;
  const { prisma } = world.db;
  const challenge = await takeChallenge(world, prisma, pass, null);
  if (challenge === null) return refuse('link_spent');
  const passkey = await prisma.passkey.findUnique({
    where: { credentialId: answer.id, person: { closedAt: null } },
    select: { id: true, personId: true, credentialId: true, publicKey: true, counter: true },
  });
  if (!passkey) return refused(world, null);
  const { credentialId, publicKey, counter, personId } = passkey;
  const credential = { id: credentialId, publicKey: new Uint8Array(publicKey), counter: Number(counter) };
  const next = await signedBy(world, credential, { response: answer as AuthenticationResponseJSON, challenge });
  if (next === null) return refused(world, personId);
  await prisma.passkey.update({
    where: { id: passkey.id },
    data: { counter: next, usedAt: new Date(world.now()) },
  });
  return done({ token: await openSession(world, prisma, personId, visitor, 'all') });
}

function refused(world: World, personId: string | null) {
  noted(world, 'passkey_refused', { personId });
  return refuse('passkey_refused');
}
