import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrateAll, mustBeCurrent } from '../../app/data/migrate';
import { scratchDatabase, testDatabase } from '../help/database';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const written = (migrations: Record<string, string>, dir = mkdtempSync(path.join(os.tmpdir(), 'kenes-migrations-'))): string => {
  folders.push(dir);
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(path.join(dir, name), { recursive: true });
    writeFileSync(path.join(dir, name, 'migration.sql'), sql);
  }
  return dir;
};

const FIRST = { '1_first': 'CREATE TABLE one (id int)' };
const SECOND = { '2_second': "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2; END $$; INSERT INTO one VALUES (two()); -- ';'" };

describe('migrations', () => {
  let url: string;
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client(url);
    await client.connect();
    const { rows: found } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
    return found;
  };
  beforeEach(async () => {
    ({ url } = await scratchDatabase({ empty: true }));
  });

  it('are applied in order, and once', async () => {
    const dir = written({ ...SECOND, ...FIRST });
    expect(await migrateAll(url, dir)).toEqual(['1_first', '2_second']);
    expect(await migrateAll(url, dir)).toEqual([]);
    expect(await rows('SELECT id FROM one')).toEqual([{ id: 2 }]);
  });

  it('that came later are applied to a database that already has the earlier ones', async () => {
    const dir = written(FIRST);
    await migrateAll(url, dir);
    written(SECOND, dir);
    expect(await migrateAll(url, dir)).toEqual(['2_second']);
  });

  it('are applied once when many processes start at the same moment', async () => {
    const dir = written({ ...FIRST, ...SECOND });
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrateAll(url, dir)));
    expect(applied.flat()).toEqual(['1_first', '2_second']);
  });

  it('leave nothing behind when one fails, and can be mended', async () => {
    const dir = written({ ...FIRST, '2_second': 'CREATE TABLE half (id int); SELECT 1 / 0' });
    await expect(migrateAll(url, dir)).rejects.toThrow('The migration 2_second failed and was undone: division by zero');
    expect(await rows(`SELECT tablename FROM pg_tables WHERE tablename IN ('one', 'half')`)).toEqual([{ tablename: 'one' }]);
    written(SECOND, dir);
    expect(await migrateAll(url, dir)).toEqual(['2_second']);
  });

  it('are refused when one was edited after it was applied', async () => {
    const dir = written(FIRST);
    await migrateAll(url, dir);
    written({ '1_first': 'CREATE TABLE other (id int)' }, dir);
    await expect(migrateAll(url, dir)).rejects.toThrow('1_first was edited after it was applied');
  });

  it('of a later release let this one start again beside it, unless they take away what this one asks for', async () => {
    const [later, contracted] = [{ ...FIRST, ...SECOND }, { '3_third': '-- needs: 2_second\nDROP TABLE one' }];
    await migrateAll(url, written(later));
    expect(await migrateAll(url, written(FIRST))).toEqual([]);
    await migrateAll(url, written({ ...later, ...contracted }));
    expect(await migrateAll(url, written(later))).toEqual([]);
    await expect(migrateAll(url, written(FIRST))).rejects.toThrow('its migration 3_third takes away what versions without 2_second ask for');
  });

  it('are refused when one failed half-way under another tool', async () => {
    const dir = written(FIRST);
    await migrateAll(url, dir);
    await rows('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrateAll(url, dir)).rejects.toThrow('1_first failed half-way earlier');
  });

  it('that are missing make a process not ready; one that only the next version knows does not', async () => {
    const pool = new pg.Pool({ connectionString: url });
    const both = written({ ...FIRST, ...SECOND });
    await migrateAll(url, written(FIRST));
    await expect(mustBeCurrent(pool, both)).rejects.toThrow('2_second is not applied');
    await migrateAll(url, both);
    await mustBeCurrent(pool, both);
    await mustBeCurrent(pool, written(FIRST));
    await pool.end();
  });

  it('wait for a lock only briefly, so that others are not kept waiting behind them, and try again until it is free', async () => {
    await migrateAll(url, written(FIRST));
    const [reader, writer] = [new pg.Client(url), new pg.Client(url)];
    await Promise.all([reader.connect(), writer.connect()]);
    await reader.query('BEGIN');
    await reader.query('SELECT * FROM one');
    const migrated = migrateAll(url, written({ ...FIRST, '2_second': 'ALTER TABLE one ADD COLUMN two int' }));
    const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'ALTER TABLE one%'`;
    while ((await rows(waits)).length === 0);
    const began = performance.now();
    await writer.query('INSERT INTO one VALUES (5)');
    expect(performance.now() - began, 'who comes after it waits for its patience, not for the lock').toBeLessThan(4_000);
    await reader.query('COMMIT');
    expect(await migrated).toEqual(['2_second']);
    await Promise.all([reader.end(), writer.end()]);
    expect(await rows('SELECT id, two FROM one')).toEqual([{ id: 5, two: null }]);
  });

  it('that are alone build their index outside a transaction, also where an earlier try left it half built', async () => {
    await migrateAll(url, written(FIRST));
    await rows('INSERT INTO one VALUES (1), (1)');
    const build = '-- alone: people write meanwhile\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS one_id ON one (id)';
    const dir = written({ ...FIRST, '2_second': build });
    await expect(migrateAll(url, dir)).rejects.toThrow('The migration 2_second failed');
    await rows('DELETE FROM one');
    expect(await migrateAll(url, dir)).toEqual(['2_second']);
    expect(await rows(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'one_id'::regclass`)).toEqual([{ indisvalid: true }]);
  });

  it('of this checkout have nothing left to do in the test database', async () => {
    expect(await migrateAll(testDatabase().url, 'prisma/migrations')).toEqual([]);
  });
});
