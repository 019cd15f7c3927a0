// The seals of open waves: 32 random bytes each, in a file of its own outside the database, so that a dump of the database opens nothing.
// Made when a wave opens, destroyed once it is counted. Made by compose.ts from the data folder; every process needs the same folder.
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Seals = {
  /** The seal of a wave, made on first use and on disk before this resolves; whoever asks again gets the same. */
  make(waveId: string): Promise<Uint8Array>;
  /** Null where there is none: never made, or destroyed. */
  read(waveId: string): Promise<Uint8Array | null>;
  /** Overwrites and removes it. What was sealed and not yet counted is lost for good. */
  destroy(waveId: string): Promise<void>;
};

const LENGTH = 32;
const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

const nullWhereNone = (error: unknown): null => {
  if (isCode(error, 'ENOENT')) return null;
  throw error;
};

/** Seals in `folder`, made on first use and readable by nobody else. */
export function diskSeals(folder: string): Seals {
  const placeOf = (waveId: string) => {
    if (!/^[0-9a-f-]{36}$/.test(waveId)) throw new Error('not the id of a wave');
    return path.join(folder, waveId);
  };
  const read = async (waveId: string): Promise<Uint8Array | null> => {
    const seal = await readFile(placeOf(waveId)).catch(nullWhereNone);
    if (seal && seal.length !== LENGTH) throw new Error(`the seal of wave ${waveId} is damaged`);
    return seal;
  };
  return {
    read,
    async make(waveId) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${placeOf(waveId)}.${randomBytes(8).toString('hex')}`;
      const seal = randomBytes(LENGTH);
      await writeFile(draft, seal, { flag: 'wx', mode: 0o600, flush: true });
      try {
        // A link is made whole or not at all, and never over one that is there.
        await link(draft, placeOf(waveId));
        await syncFolder(folder);
        return seal;
      } catch (error) {
        const first = isCode(error, 'EEXIST') ? await read(waveId) : null;
        if (!first) throw error;
        return first;
      } finally {
        await rm(draft, { force: true });
      }
    },
    async destroy(waveId) {
      // In place and never shorter: another worker that counts the same wave may be reading it, or have destroyed it first.
      const file = await open(placeOf(waveId), 'r+').catch(nullWhereNone);
      if (!file) return;
      await file
        .write(randomBytes(LENGTH), 0, LENGTH, 0)
        .then(() => file.sync())
        .finally(() => file.close());
      await rm(placeOf(waveId), { force: true });
      await syncFolder(folder);
    },
  };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
