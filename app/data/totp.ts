// Codes of an authenticator (TOTP, RFC 6238) and the recovery codes beside it: made, checked and used up once. Called by the commands of
// accounts.
import { randomBytes } from 'node:crypto';
import { Secret, TOTP as Totp } from 'otpauth';
import { z } from 'zod';
import { RECOVERY_BYTES, RECOVERY_CODES, recoveryCode, TOTP, TOTP_WINDOW, type Code } from '../core/second-factor';
import type { World } from '../world';
import { lookAtPass, type Transaction } from './passes';
import { hashPassword, opens } from './password';
import { hashOfSecret } from './secret';

const SECRET_BYTES = 20;

/** A new secret in base 32, of the length that RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;

const authenticator = (secret: string, label = '') => new Totp({ issuer: 'Kenes', label, secret, ...TOTP });

/** What an authenticator reads from the picture. */
export const totpAddress = (secret: string, email: string): string => authenticator(secret, email).toString();

const kept = z.object({ secret: z.string() });

/** The secret that a form carries on by its pass; null where it is somebody else's, taken or too old. */
export async function secretBehind(world: Pick<World, 'db' | 'now'>, personId: string, pass: string): Promise<string | null> {
  const seen = await lookAtPass(world, pass, ['authenticator']);
  return seen?.personId === personId ? kept.parse(seen.details).secret : null;
}

/** The time step whose code this is, near `now`; null where it is none. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = authenticator(secret).validate({ token: code, timestamp: now, window: TOTP_WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / TOTP.period) + delta;
}

/** Uses a code up: whether it was right and was not used before. Of two who give the same one at once, one is right. */
export async function useCode({ now }: Pick<World, 'now'>, tx: Transaction, personId: string, { kind, code }: Code): Promise<boolean> {
  if (kind === 'recovery') {
    const left = await tx.recoveryCode.findMany({ where: { personId, usedAt: null }, select: { id: true, hash: true } });
    // Codes told before they were kept so are known by their SHA-256 until they are used.
    const right = await Promise.all(left.map(({ hash }) => (hash.startsWith('$') ? opens(hash, code) : hash === hashOfSecret(code))));
    const ids = left.filter((_one, index) => right[index]).map(({ id }) => id);
    return (await tx.recoveryCode.updateMany({ where: { id: { in: ids }, usedAt: null }, data: { usedAt: new Date(now()) } })).count > 0;
  }
  const person = await tx.person.findUnique({ where: { id: personId }, select: { totpSecret: true } });
  const step = person?.totpSecret ? stepOf(person.totpSecret, code, now()) : null;
  if (step === null) return false;
  const where = { id: personId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] };
  return (await tx.person.updateMany({ where, data: { totpStep: step } })).count === 1;
}

/** New recovery codes in place of all before. They are told once: of fifty bits each, they are kept as passwords are, salted and slow to try. */
export async function newRecoveryCodes({ newId }: Pick<World, 'newId'>, tx: Transaction, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode([...randomBytes(RECOVERY_BYTES)]));
  await tx.recoveryCode.deleteMany({ where: { personId } });
  const hashes = await Promise.all(codes.map(hashPassword));
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ id: newId(), personId, hash })) });
  return codes;
}

/** No codes are asked for any more, and those of recovery go. */
export async function dropAuthenticator(tx: Transaction, personId: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { totpSecret: null, totpStep: null } });
  await tx.recoveryCode.deleteMany({ where: { personId } });
}
