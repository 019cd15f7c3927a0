// A leaf of the public register: one event of one object, without anything of what it says. Made nightly, published as one line of canonical
// JSON (RFC 8785); whoever holds a receipt can open its `entry`.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';

/** A SHA-256 in hex. */
export const hex = z.string().regex(/^[0-9a-f]{64}$/);
export const ZEROS = '0'.repeat(64);

export const leafShape = z.strictObject({
  /** Names the object without telling which: the entry of its first event. */
  object: hex,
  version: z.int().positive(),
  /** Hash of the object's leaf before this one; zeros at its first. */
  previous: hex,
  /** Commits to the event: `entryOf` its hash in the ledger, under a nonce of its own. */
  entry: hex,
});
export type Leaf = z.infer<typeof leafShape>;

export const canonical = (value: object): string => canonicalize(value) ?? '';
export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** What the register says of an event: nobody can tell the event's hash, or guess at it, without the nonce. Both in hex. */
export const entryOf = (nonce: string, hash: string): string => sha256(Buffer.from(nonce + hash, 'hex'));

/** The order of a day's leaves: by object, then version. It tells nothing of the hour. */
export const inOrder = (a: Leaf, b: Leaf): number => (a.object === b.object ? a.version - b.version : a.object < b.object ? -1 : 1);
