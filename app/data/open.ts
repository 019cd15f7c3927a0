// Opens the database that the configuration means, migrated: the outside one, or the embedded one in the data folder.
// Used by the front door and by the scripts.
import path from 'node:path';
import { takeLock } from '../lock.mjs';
import { migrateAll } from './migrate';
import { ensureDatabase, startPostgres } from './postgres';

const DATABASE = 'kenes';

export type Opened = { url: string; close(): Promise<void> };
type Meant = { databaseUrl: string | null; dataDir: string; log: (line: string) => void; signal?: AbortSignal };

/**
 * The database's address, with every migration applied. `close` stops the embedded server unless another process owns it. Throws
 * the signal's reason when that comes first.
 */
export async function openDatabase({ databaseUrl, dataDir, log, signal }: Meant): Promise<Opened> {
  const opened = databaseUrl ? { url: databaseUrl, close: async () => {} } : await embedded({ dataDir, log, signal });
  try {
    const applied = await migrateAll(opened.url, path.resolve('prisma/migrations'), signal);
    if (applied.length > 0) log(`database: ${applied.length} migration${applied.length === 1 ? '' : 's'} applied`);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** One process at a time owns the embedded database. Who finds it owned by a Kenes that is ready is its guest, and leaves it running. */
async function embedded({ dataDir, log, signal }: Omit<Meant, 'databaseUrl'>): Promise<Opened> {
  const lock = takeLock(path.join(dataDir, 'run.json'));
  const other = 'holder' in lock && lock.holder.pid !== process.pid ? lock.holder : null;
  if (other && !other.url) throw new Error(`Kenes is busy on this data folder (process ${other.pid}): try again when it is ready, or set DATA_DIR to another folder.`);
  const server = await startPostgres({ dataDir: path.join(dataDir, 'postgres'), signal });
  log(`database: PostgreSQL ${server.adopted ? 'found running' : 'started'} in ${server.ms} ms`);
  await ensureDatabase(server.conn, DATABASE);
  return {
    url: server.url(DATABASE),
    async close() {
      if (!other) await server.stop();
      if ('release' in lock) lock.release();
    },
  };
}
