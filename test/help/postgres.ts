// One PostgreSQL for a run of the db tests or of the journeys, with a template database in the shape of this checkout. Kept between runs, so that
// a run starts in a tenth of a second; runs at the same time get a server each.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { takeLock } from '../../app/lock.mjs';
import { migrateAll } from '../../app/data/migrate';
import { ensureDatabase, startPostgres, type Connection } from '../../app/data/postgres';
import { scratchFolder } from './app';

/** `folder`: for what a run keeps in files; gone with its end. */
export type TestServer = { conn: Connection; template: string; folder: string };
declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

const MIGRATIONS = path.resolve('prisma/migrations');
const PLACE = path.resolve('node_modules/.cache/test-postgres');
/** Nothing here has to survive a power cut. */
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=200'];

export default async function setup(project: TestProject) {
  const { dataDir, release } = freePlace();
  const server = await startPostgres({ dataDir, flags: FLAGS });
  const template = `template_${shapeHash()}`;
  const client = new pg.Client(server.conn);
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^(test|template)_' AND datname <> $1`,
    [template],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
  await client.end();

  await ensureDatabase(server.conn, template);
  await migrateAll({ ...server.conn, database: template }, MIGRATIONS);
  const queue = new pg.Client({ ...server.conn, database: template });
  await queue.connect();
  await runMigrations(queue);
  await queue.end();
  const folder = scratchFolder();
  project.provide('postgres', { conn: server.conn, template, folder: folder.dir });
  return async () => {
    await server.stop();
    folder.remove();
    release();
  };
}

function freePlace(): { dataDir: string; release: () => void } {
  for (let number = 0; ; number++) {
    const dataDir = path.join(PLACE, String(number));
    const lock = takeLock(`${dataDir}.lock`);
    if ('release' in lock) return { dataDir, release: lock.release };
  }
}

function shapeHash(): string {
  const hash = createHash('sha256');
  for (const folder of readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    hash.update(folder.name).update(readFileSync(path.join(MIGRATIONS, folder.name, 'migration.sql')));
  hash.update(readFileSync('node_modules/bullmq/package.json'));
  return hash.digest('hex').slice(0, 12);
}
