// Files that are still coming in, piece by piece: bytes on disk under the id of their upload. What is there counts, so that after a cut the
// sender goes on where the disk ends. Part of the file store (data/files).
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

export type Parts = {
  /** Writes from `offset` on, at most up to `limit` bytes in all; gives how many are there then. Bytes that came before a cut stay. */
  write(id: string, input: { offset: number; limit: number; bytes: AsyncIterable<Uint8Array> }): Promise<number>;
  size(id: string): Promise<number>;
  read(id: string): Readable;
  remove(id: string): Promise<void>;
};

/** Parts in `folder`, made on first use. */
export function diskParts(folder: string): Parts {
  const placeOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not the id of an upload');
    return path.join(folder, id);
  };
  const size = (id: string) =>
    stat(placeOf(id)).then(
      (found) => found.size,
      () => 0,
    );
  return {
    async write(id, { offset, limit, bytes }) {
      await mkdir(folder, { recursive: true });
      const file = await open(placeOf(id), 'a+');
      let at = offset;
      try {
        // Whatever a sending that was cut left behind this place is sent anew.
        await file.truncate(offset);
        for await (const piece of bytes) {
          const some = piece.subarray(0, limit - at);
          await file.write(some);
          at += some.length;
          if (some.length < piece.length) break;
        }
      } catch (cut) {
        // The sender is gone: what came is kept. A fault of the disk is a fault.
        if (cut instanceof Error && 'code' in cut && typeof cut.code === 'string' && /^E(?:NOSPC|IO|ROFS)$/.test(cut.code)) throw cut;
      } finally {
        await file.sync().catch(() => undefined);
        await file.close();
      }
      return size(id);
    },
    size,
    read: (id) => createReadStream(placeOf(id)),
    remove: (id) => rm(placeOf(id), { force: true }),
  };
}
