// Secrets that a person carries (a cookie, a link) and that the database must not know: 32 random bytes outside, their
// SHA-256 inside. Whoever reads the database can't sign in with what stands there.
import { createHash, randomBytes } from 'node:crypto';

/** What a token of the API begins with, so that those who look for lost secrets in published code know one. */
export const TOKEN_SIGN = 'kenes_';

/** A new secret: 43 characters, safe in an address and in a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret, 64 hex digits. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether the text could be a secret at all: others need no look into the database. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);
