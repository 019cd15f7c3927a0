// Passkeys (WebAuthn): what a browser is asked to make or to sign, and whether what comes back was made by it, here, just now, by somebody
// whom the device knew. The challenge goes along in a pass that is taken once. Called by the commands of passkeys.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { World } from '../world';
import { formPass, takePass, type Transaction } from './passes';

/** ES256, EdDSA and RS256, by their COSE numbers: what every device offers at least one of. */
const ALGORITHMS = [-7, -8, -257];

type Whose = { personId: string; email: string; name: string };
const rpOf = ({ origin }: Pick<World, 'origin'>): string => new URL(origin).hostname;

/** What the browser is to make, as JSON, and the pass to come back with. */
export async function makingOptions(world: World, { personId, email, name }: Whose) {
  const known = await world.db.prisma.passkey.findMany({ where: { personId }, select: { credentialId: true } });
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Kenes', rpID: rpOf(world), userName: email, userDisplayName: name },
    userID: new TextEncoder().encode(personId),
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  const details = { challenge: options.challenge };
  return { options, pass: await formPass(world, { purpose: 'passkey', email, personId, details }) };
}

/** What the browser is to sign, whoever it may be: the device offers the passkeys that it has for this site. */
export async function signingOptions(world: World) {
  const options = await generateAuthenticationOptions({ rpID: rpOf(world), userVerification: 'required' });
  const details = { challenge: options.challenge };
  return { options, pass: await formPass(world, { purpose: 'passkey', email: '', personId: null, details }) };
}

const kept = z.object({ challenge: z.string() });

/** The challenge of a pass that is taken with this; null where it is somebody else's, taken or too old. */
export async function takeChallenge(world: World, tx: Transaction, pass: string, personId: string | null): Promise<string | null> {
  const taken = await takePass(world, tx, pass, ['passkey']);
  return taken && taken.personId === personId ? kept.parse(taken.details).challenge : null;
}

type Answer<T> = { response: T; challenge: string };
const expected = (world: World, challenge: string) => ({
  ...{ expectedChallenge: challenge, expectedOrigin: world.origin, expectedRPID: rpOf(world) },
  requireUserVerification: true,
});

/** The passkey that a browser made, or null where it is not what was asked for. The library throws on whatever is malformed. */
export async function madePasskey(world: World, { response, challenge }: Answer<RegistrationResponseJSON>): Promise<WebAuthnCredential | null> {
  const verified = await verifyRegistrationResponse({ response, ...expected(world, challenge), supportedAlgorithmIDs: ALGORITHMS }).catch(() => null);
  return verified?.verified ? verified.registrationInfo.credential : null;
}

/** The new counter of the passkey that signed, or null where it did not sign this. */
export async function signedBy(world: World, credential: WebAuthnCredential, { response, challenge }: Answer<AuthenticationResponseJSON>): Promise<number | null> {
  const verified = await verifyAuthenticationResponse({ response, credential, ...expected(world, challenge) }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}

/** An answer of a browser as its script sends it: JSON of a shape that the library looks through. */
export const passkeyAnswer = z
  .string()
  .max(20_000, 'too_long')
  .transform((text, context): { id: string } => {
    try {
      return z.looseObject({ id: z.string().max(2_000), type: z.literal('public-key') }).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'bad_value' });
      return z.NEVER;
    }
  });
