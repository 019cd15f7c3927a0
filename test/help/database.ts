// The database of a test worker: cloned from the template once per worker process, emptied before each file. Loaded before every
// db test file; tests take its address from `testDatabase()`.
import { afterAll, beforeAll, inject, vi } from 'vitest';
import type { Connection } from '../../app/data/postgres';
import { inDatabase, urlOf } from './client';

const { conn, template } = inject('postgres');
const kept = globalThis as { kenesTestDatabase?: string };

if (!kept.kenesTestDatabase) {
  const name = `test_${process.pid}`;
  await inDatabase('postgres', (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY WAL_LOG`),
  );
  kept.kenesTestDatabase = name;
}

/** Address and fields of this worker's own database; `template` is an untouched one in the same shape. */
export function testDatabase(): { url: string; conn: Connection; template: string } {
  const database = kept.kenesTestDatabase ?? '';
  return { url: urlOf(database), conn: { ...conn, database }, template };
}

/** Makes a database of its own for a test that needs one (empty, or in the template's shape), and drops it after the file. */
export async function scratchDatabase({ empty }: { empty: boolean }): Promise<{ url: string; conn: Connection }> {
  const name = `test_${process.pid}_${performance.now().toString().replace('.', '_')}`;
  await inDatabase('postgres', (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : template}`),
  );
  afterAll(() => inDatabase('postgres', (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  return { url: urlOf(name), conn: { ...conn, database: name } };
}

/** Empties the queue kept in PostgreSQL, all tables at once. A worker takes them one by one meanwhile: a deadlock may be told to either side, so this asks again. */
export const wipeQueueTables = (): Promise<void> =>
  vi.waitFor(
    () =>
      inDatabase(kept.kenesTestDatabase ?? '', async (client) => {
        const { rows } = await client.query<{ list: string | null }>(QUEUE_TABLES);
        if (rows[0]?.list) await client.query(`TRUNCATE ${rows[0].list}`);
      }),
    { timeout: 15_000 },
  );

const TABLES = `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS list FROM pg_tables
  WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations') OR (schemaname = 'bullmq' AND tablename <> 'migration')`;
const QUEUE_TABLES = `SELECT string_agg(format('bullmq.%I', tablename), ', ') AS list FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`;
const SEQUENCES = `SELECT string_agg(format('ALTER SEQUENCE %I.%I RESTART', schemaname, sequencename), '; ') AS list FROM pg_sequences WHERE schemaname = 'public'`;

beforeAll(() =>
  inDatabase(kept.kenesTestDatabase ?? '', async (client) => {
    const tables = await client.query<{ list: string }>(TABLES);
    await client.query(`TRUNCATE ${tables.rows[0]?.list} RESTART IDENTITY CASCADE`);
    const sequences = await client.query<{ list: string }>(SEQUENCES);
    await client.query(sequences.rows[0]?.list ?? '');
  }),
);
