// What a program sends: a JSON object, read no further than the longest act may be; or the bytes of one file, as they come. Both with a
// fingerprint, by which a second sending under the same Idempotency-Key is known to be the same.
import { createHash } from 'node:crypto';
import { piecesOf } from '../appeals/attachments';
import { listen, PATIENCE } from '../listening';
import type { ActOperation, Bytes } from './operation';
import type { DoorCode } from './problem';

/** Bytes of the longest act in Cyrillic letters, every sign of it written as an escape. */
export const BODY_LIMIT = 2_000_000;

export type Sent = { body: Record<string, unknown>; bytes: Bytes | null; fingerprint: () => Promise<string> };
type Fault = { fault: DoorCode; fields?: string[] };

const typeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** What was sent to this operation, or what is wrong with it. Fields that it does not have are refused, whatever stands in them. */
export async function sentTo(operation: ActOperation, request: Request): Promise<Sent | Fault> {
  const { method, url } = request;
  const hash = createHash('sha256').update(`${method} ${new URL(url).pathname}${new URL(url).search}\n`);
  if (operation.body === 'bytes') {
    if (typeOf(request) !== 'application/octet-stream') return { fault: 'unsupported_type' };
    return { body: {}, ...hashed(request, hash) };
  }
  if (typeOf(request) !== 'application/json') return { fault: 'unsupported_type' };
  const text = await textOf(request);
  if (text === null) return { fault: 'too_large' };
  const body = objectIn(text);
  if (body === null) return { fault: 'unreadable_body' };
  const known = Object.keys(operation.body.shape);
  const strange = Object.keys(body).filter((name) => !known.includes(name));
  if (strange.length > 0) return { fault: 'unknown_field', fields: strange.slice(0, 20) };
  const digest = hash.update(text).digest('hex');
  return { body, bytes: null, fingerprint: () => Promise.resolve(digest) };
}

/** The bytes, hashed as they pass; those that nobody asked for are let pass before the hash is told. */
function hashed(request: Request, hash: ReturnType<typeof createHash>): Pick<Sent, 'bytes' | 'fingerprint'> {
  const pieces = (request.body ? piecesOf(request.body) : nothing())[Symbol.asyncIterator]();
  let size = 0;
  const next = async () => {
    const piece = await pieces.next();
    if (!piece.done) {
      size += piece.value.length;
      hash.update(piece.value);
    }
    return piece;
  };
  return {
    bytes: { [Symbol.asyncIterator]: () => ({ next }) },
    async fingerprint() {
      while (size < PATIENCE && !(await next()).done);
      return hash.digest('hex');
    },
  };
}
async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The body as text; null where there is too much of it, of which the rest is let pass. */
async function textOf(request: Request): Promise<Buffer | null> {
  const { body, finish } = listen(request);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of piecesOf(body)) {
    size += piece.length;
    if (size > BODY_LIMIT) {
      await finish();
      return null;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function objectIn(text: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
