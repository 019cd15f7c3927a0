// Opens the database that the configuration means, migrated: the outside one, or the embedded one in the data folder.
// Used by the front door and by the scripts.
import path from 'node:path';
import { migrateAll } from './migrate';
import { ensureDatabase, startPostgres } from './postgres';

const DATABASE = 'kenes';

export type Opened = { url: string; close(): Promise<void> };
type Meant = { databaseUrl: string | null; dataDir: string; log: (line: string) => void };

/** The database's address, with every migration applied. `close` stops the embedded server when this call started it. */
export async function openDatabase({ databaseUrl, dataDir, log }: Meant): Promise<Opened> {
  const opened = databaseUrl ? { url: databaseUrl, close: async () => {} } : await embedded(dataDir, log);
  try {
    const applied = await migrateAll(opened.url, path.resolve('prisma/migrations'));
    if (applied.length > 0) log(`database: ${applied.length} migration${applied.length === 1 ? '' : 's'} applied`);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function embedded(dataDir: string, log: Meant['log']): Promise<Opened> {
  const server = await startPostgres({ dataDir: path.join(dataDir, 'postgres') });
  log(`database: PostgreSQL ${server.adopted ? 'found running' : 'started'} in ${server.ms} ms`);
  await ensureDatabase(server.conn, DATABASE);
  return { url: server.url(DATABASE), close: () => server.stop() };
}
