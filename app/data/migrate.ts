// Brings a database to the shape this checkout needs. Called by start.ts before anything else touches the database, and by the tests.
// Promises: all or nothing per migration, once however many start together, and the ledger that Prisma Migrate keeps and understands.
// While it waits for a lock it never keeps others waiting for long: it gives up after two seconds and tries again (prisma/migrations.md).
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lockAlone } from './advisory';

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null };

/** The advisory lock that Prisma Migrate itself takes. */
const LOCK = 72_707_369;
const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies every folder of `dir` that the database has not seen, in the order of their names; returns the names applied now.
 * Throws an Error with one sentence when an applied migration was edited, failed, or needs one that is not here, and when one fails now. One of a
 * later release that needs none is no fault: processes of this one are started again beside it, or instead of it.
 */
export async function migrateAll(database: string | pg.ClientConfig, dir: string, signal?: AbortSignal): Promise<string[]> {
  const migrations = await readMigrations(dir);
  const client = new pg.Client(database);
  // One that breaks is told by the next thing asked of it.
  client.on('error', () => {});
  await client.connect();
  try {
    await lockAlone(client, LOCK, signal);
    await client.query(LEDGER);
    const { rows } = await client.query<Applied>('SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL');
    const missing = stillMissing(migrations, rows);
    for (const migration of missing) {
      signal?.throwIfAborted();
      await apply(client, migration, signal);
    }
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Throws where a migration of `dir` is not applied. One that is not here is no fault: the next version may be starting beside this one. */
export async function mustBeCurrent(pool: Pick<pg.Pool, 'query'>, dir: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(rows.map(({ name }) => name));
  const missing = (await namesOf(dir)).find((name) => !applied.has(name));
  if (missing) throw new Error(`The migration ${missing} is not applied.`);
}

async function namesOf(dir: string): Promise<string[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

async function readMigrations(dir: string): Promise<Migration[]> {
  return Promise.all(
    (await namesOf(dir)).map(async (name) => {
      const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function stillMissing(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finished, logs } of applied) {
    const migration = known.get(name);
    if (!finished) throw new Error(`The migration ${name} failed half-way earlier: repair the database, then mark it in _prisma_migrations.`);
    const needed = neededBy(logs ?? '');
    if (!migration && needed && !known.has(needed))
      throw new Error(`The database is newer than this version of Kenes: its migration ${name} takes away what versions without ${needed} ask for.`);
    if (migration && migration.checksum !== checksum) throw new Error(`The migration ${name} was edited after it was applied: put its text back, and write a new migration.`);
  }
  const seen = new Set(applied.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !seen.has(name));
}

/** Everybody who comes after a statement that waits for a lock waits with it: so it waits briefly, and often. */
const LOCK_WAIT_MS = 2_000;
const PAUSE_MS = 1_000;
const TRIES = 60;
const isWaitOver = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

/** A migration whose first line says so is one statement that can't be in a transaction: an index that is built while the table is written to. */
const isAlone = (sql: string): boolean => /^-- alone: /.test(sql);

/**
 * The migration that a release must have to run on a database with this one, which takes something away: the first line says so, and it is kept in
 * the database, where releases that do not have this one find it.
 */
const neededBy = (text: string): string | null => /^-- needs: (\w+)/.exec(text)?.[1] ?? null;

async function apply(client: pg.Client, migration: Migration, signal?: AbortSignal): Promise<void> {
  for (let tried = 1; ; tried++) {
    signal?.throwIfAborted();
    try {
      return await (isAlone(migration.sql) ? applyAlone(client, migration) : applyWhole(client, migration));
    } catch (error) {
      if (!isWaitOver(error) || tried === TRIES)
        throw new Error(`The migration ${migration.name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      await sleep(PAUSE_MS);
    }
  }
}

const note = ({ name, checksum, sql }: Migration): pg.QueryConfig => ({
  text: `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count, logs)
         VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1, $4)`,
  values: [randomUUID(), checksum, name, neededBy(sql) && sql.split('\n', 1)[0]],
});

async function applyWhole(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query(migration.sql);
    await client.query(note(migration));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

const BROKEN = `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT i.indisvalid AND n.nspname = 'public'`;

/** What an earlier try left half built is taken away first; building waits for running transactions, and keeps nobody from writing. */
async function applyAlone(client: pg.Client, migration: Migration): Promise<void> {
  const { rows } = await client.query<{ name: string }>(BROKEN);
  for (const { name } of rows) await client.query(`DROP INDEX CONCURRENTLY ${name}`);
  await client.query(migration.sql);
  await client.query(note(migration));
}
