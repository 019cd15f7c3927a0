// Passwords, kept as argon2id with 19 MiB and two passes (OWASP's first choice). About 50 ms each, in a thread of its own.
import { hash, verify } from '@node-rs/argon2';

const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let decoy: Promise<string> | null = null;

/**
 * Whether the password opens the account. With no hash (no such account, or one opened by links only) it takes as long and
 * says no: an answer's time does not tell who has an account.
 */
export async function opens(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await decoy), password);
  return right && passwordHash !== null;
}
