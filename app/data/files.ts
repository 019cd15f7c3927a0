// The file store: bytes on disk under their SHA-256, streamed in with a limit and a sniffed type, streamed out by hash.
// The same bytes are kept once. Made by compose.ts from the data folder.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { diskParts, type Parts } from './parts';
import type { Scanner } from './scanner';

export type Stored = { sha256: string; size: number; type: string };
/** `not_scanned`: whoever looks files through gave no verdict. */
export type Rejection = { rejected: 'too_large' | 'type' | 'infected' | 'not_scanned' };
export type Files = {
  /** Streams bytes to disk. Rejects what is larger than `limit` bytes, of a type that is not allowed, or not found clean; keeps nothing then. */
  put(input: { bytes: AsyncIterable<Uint8Array>; name: string; limit: number }): Promise<Stored | Rejection>;
  get(sha256: string): Readable;
  /** Whether the bytes are there, with their size. */
  size(sha256: string): Promise<number | null>;
  remove(sha256: string): Promise<void>;
  /** Files that are still coming in. */
  parts: Parts;
  /** Rejects where nothing can be kept: the folder is not there, or not writable. */
  ready(): Promise<void>;
};

/** Extensions taken, with the media type that the content must show; text types can't be sniffed and must hold no NUL. */
const SNIFFED: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};
const PLAIN: Record<string, string> = { txt: 'text/plain', csv: 'text/csv' };

/** What a file input may offer: '.pdf,.png,…'. */
export const ACCEPTED = Object.keys({ ...SNIFFED, ...PLAIN }).map((extension) => `.${extension}`).join(',');

/** The usual extension of a stored media type, without the dot. */
export const extensionOf = (type: string): string =>
  Object.entries({ ...SNIFFED, ...PLAIN }).find(([, known]) => known === type)?.[0] ?? 'bin';

class TooLarge extends Error {}

/** The media type when the content is what the name's extension says and the type is allowed; else null. */
async function typeOf(file: string, name: string): Promise<string | null> {
  const extension = path.extname(name).slice(1).toLowerCase();
  const plain = PLAIN[extension];
  const found = await fileTypeFromFile(file);
  if (!plain) return found && found.mime === SNIFFED[extension] ? found.mime : null;
  if (found) return null;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead).includes(0) ? null : plain;
  } finally {
    await handle.close();
  }
}

/** A store in `folder`, made on first use. `scan`: who looks files through before they are kept. */
export function diskFiles(folder: string, scan: Scanner | null = null): Files {
  const incoming = path.join(folder, 'incoming');
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return path.join(folder, sha256.slice(0, 2), sha256);
  };
  let serial = 0;
  return {
    async put({ bytes, name, limit }) {
      await mkdir(incoming, { recursive: true });
      const temporary = path.join(incoming, `${process.pid}-${++serial}-${Math.trunc(performance.now() * 1000)}`);
      const hash = createHash('sha256');
      let size = 0;
      try {
        await pipeline(
          bytes,
          async function* (source: AsyncIterable<Uint8Array>) {
            for await (const chunk of source) {
              size += chunk.length;
              if (size > limit) throw new TooLarge();
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(temporary, { flags: 'wx', flush: true }),
        );
        const type = await typeOf(temporary, name);
        if (!type) return { rejected: 'type' };
        const verdict = scan ? await scan(temporary) : 'clean';
        if (verdict !== 'clean') return { rejected: verdict === 'infected' ? 'infected' : 'not_scanned' };
        const sha256 = hash.digest('hex');
        await mkdir(path.dirname(placeOf(sha256)), { recursive: true });
        await rename(temporary, placeOf(sha256));
        return { sha256, size, type };
      } catch (error) {
        if (error instanceof TooLarge) return { rejected: 'too_large' };
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    get: (sha256) => createReadStream(placeOf(sha256)),
    size: (sha256) =>
      stat(placeOf(sha256)).then(
        ({ size }) => size,
        () => null,
      ),
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    parts: diskParts(path.join(folder, 'parts')),
    async ready() {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    },
  };
}
