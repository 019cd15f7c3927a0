// What is signed of a day: its root, how many leaves it has, and the statement of the day before. One file a day, in canonical JSON.
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { day } from '../../core/shape';
import { canonical, hex, sha256 } from './leaf';

export const FORMAT = 'kenes register/1';
/** An Ed25519 public key (RFC 8032): its 32 bytes in base64url. */
export const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const statementShape = z.strictObject({
  format: z.literal(FORMAT),
  day,
  leaves: z.int().nonnegative(),
  /** Leaves of all days until this one, itself included. */
  total: z.int().nonnegative(),
  root: hex,
  /** SHA-256 of the statement of the day before; zeros on the first day. */
  previous: hex,
  /** The key that signed this. */
  key: publicKey,
  /** The key that signs from the next day on, where it is another. */
  next: publicKey.optional(),
  madeAt: z.iso.datetime(),
});
export type Statement = z.infer<typeof statementShape>;

export const signedShape = z.strictObject({ statement: statementShape, signature: z.string() });
export type Signed = z.infer<typeof signedShape>;

/** What the next day's statement and a receipt refer to. */
export const statementHash = (statement: Statement): string => sha256(canonical(statement));

export const keyOf = (key: string): KeyObject => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });

/** Whether the key that the statement names signed it. A signature written otherwise than we write it counts as none. */
export function isSigned({ statement, signature }: Signed): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return false;
  try {
    return verify(null, Buffer.from(canonical(statement)), keyOf(statement.key), bytes);
  } catch {
    return false;
  }
}
