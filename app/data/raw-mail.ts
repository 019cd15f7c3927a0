// The bytes of letters that came in, as they came, each a file under an id. On disk before its row, so that a row never stands without them.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** `head`: its first bytes, with the lines of its head. */
export type KeptMail = { size: number; head: string };
export type RawMail = {
  /** Keeps what comes, flushed to the disk; null where it is larger than `limit` bytes: then nothing is kept, and the rest is let pass. */
  put(id: string, bytes: AsyncIterable<Buffer>, limit: number): Promise<KeptMail | null>;
  read(id: string): Readable;
  remove(id: string): Promise<void>;
  /** Ids of what was kept before then. */
  list(before: Date): Promise<string[]>;
};

const HEAD = 65_536;
const ID = /^[0-9a-f-]{36}$/;

/** Letters in `folder`, made on first use. */
export function diskMail(folder: string): RawMail {
  const placeOf = (id: string) => {
    if (!ID.test(id)) throw new Error('not the id of a letter');
    return path.join(folder, id);
  };
  return {
    async put(id, bytes, limit) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${placeOf(id)}.part`;
      const head: Buffer[] = [];
      let [size, seen] = [0, 0];
      try {
        await pipeline(
          bytes,
          async function* (source: AsyncIterable<Buffer>) {
            for await (const piece of source) {
              size += piece.length;
              if (size > limit) continue;
              if (seen < HEAD) head.push(piece.subarray(0, HEAD - seen));
              seen += piece.length;
              yield piece;
            }
          },
          createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
        );
        if (size > limit) return null;
        await rename(draft, placeOf(id));
        return { size, head: Buffer.concat(head).toString('latin1') };
      } finally {
        await rm(draft, { force: true });
      }
    },
    read: (id) => createReadStream(placeOf(id)),
    remove: (id) => rm(placeOf(id), { force: true }),
    async list(before) {
      const names = (await readdir(folder).catch(() => [])).filter((name) => ID.test(name));
      const known = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => null)));
      return names.filter((_, i) => (known[i]?.mtime ?? before) < before);
    },
  };
}
