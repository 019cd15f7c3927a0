import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { markOf } from '../../app/lock.mjs';
import { ensureDatabase, startPostgres, type Connection, type EmbeddedPostgres } from '../../app/data/postgres';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'kenes-launcher-'));
const open: EmbeddedPostgres[] = [];
/** Data folders that had to be made elsewhere. */
const outside: string[] = [];
const processes: ChildProcess[] = [];
const newDir = (): string => path.join(mkdtempSync(path.join(scratch, 'data-')), 'postgres');
const FLAGS = ['fsync=off'];

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  for (const server of open.splice(0)) await server.stop();
});
afterAll(() => {
  for (const folder of [scratch, ...outside]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const start = async (dataDir: string, runner?: 'namespace' | 'user'): Promise<EmbeddedPostgres> => {
  const server = await startPostgres({ dataDir, flags: FLAGS, runner });
  open.push(server);
  return server;
};

const ask = async (conn: Connection, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(conn);
  await client.connect();
  const { rows } = await client.query<{ value: unknown }>(sql).finally(() => client.end());
  return rows.map(({ value }) => value);
};

const ended = async (pid: number): Promise<void> => {
  while (markOf(pid) !== null) await sleep(10);
};

type Told = { pid: number; conn: Connection; adopted: boolean; runner: string };
const elsewhere = (dataDir: string, ...more: string[]): Promise<{ process: ChildProcess; told: Told }> =>
  new Promise((resolve, reject) => {
    const child = fork('test/help/postgres-process.ts', [dataDir, ...more], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    processes.push(child);
    child.once('message', (told) => resolve({ process: child, told: told as Told }));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });

describe('the embedded PostgreSQL', () => {
  it('starts over a new folder, keeps what it was told, and knows Kazakh letters', async () => {
    const dataDir = newDir();
    const first = await start(dataDir);
    expect(first.adopted).toBe(false);
    await ask(first.conn, 'CREATE TABLE kept (value text)');
    await ask(first.conn, `INSERT INTO kept VALUES ('ӘКІМДІК')`);
    await first.stop();
    const again = await start(dataDir);
    expect(await ask(again.conn, 'SELECT lower(value) AS value FROM kept')).toEqual(['әкімдік']);
  });

  it('opens no port and shows its socket to nobody else', async () => {
    const { conn } = await start(newDir());
    expect(await ask(conn, `SELECT current_setting('listen_addresses') AS value`)).toEqual(['']);
    expect(statSync(conn.host).mode & 0o077).toBe(0);
  });

  it('works however deep its folder lies', async () => {
    const dataDir = path.join(newDir(), 'a-long-name-'.repeat(9), 'another-long-name-'.repeat(6));
    const { conn } = await start(dataDir);
    expect(await ask(conn, 'SELECT 1 AS value')).toEqual([1]);
  });

  it('makes a database once, also when many ask at the same moment', async () => {
    const { conn } = await start(newDir());
    await Promise.all(Array.from({ length: 5 }, () => ensureDatabase(conn, 'a "strange" name')));
    expect(await ask(conn, `SELECT count(*)::int AS value FROM pg_database WHERE datname LIKE 'a %'`)).toEqual([1]);
  });

  it('is taken over, not started twice, when it is already running', async () => {
    const dataDir = newDir();
    const { told } = await elsewhere(dataDir);
    const second = await start(dataDir);
    expect(second).toMatchObject({ adopted: true, pid: told.pid });
    expect(await ask(second.conn, 'SELECT 1 AS value')).toEqual([1]);
  });

  it('is started once when two processes start it at the same moment', async () => {
    const dataDir = newDir();
    const both = await Promise.all([elsewhere(dataDir), elsewhere(dataDir)]);
    expect(new Set(both.map(({ told }) => told.pid)).size).toBe(1);
  });

  it('ends by itself when its starter is killed, and starts again with everything acknowledged', async () => {
    const dataDir = newDir();
    const { process: starter, told } = await elsewhere(dataDir);
    await ask(told.conn, `CREATE TABLE kept AS SELECT 'yes' AS value`);
    starter.kill('SIGKILL');
    await ended(told.pid);
    const again = await start(dataDir);
    expect(again.adopted).toBe(false);
    expect(await ask(again.conn, 'SELECT value FROM kept')).toEqual(['yes']);
  });

  it('starts again over what a killed server and a killed starter left', async () => {
    const dataDir = newDir();
    const { process: starter, told } = await elsewhere(dataDir);
    await ask(told.conn, `CREATE TABLE kept AS SELECT 'yes' AS value`);
    starter.kill('SIGKILL');
    process.kill(told.pid, 'SIGKILL');
    const again = await start(dataDir);
    expect(await ask(again.conn, 'SELECT value FROM kept')).toEqual(['yes']);
  });

  it('starts over a pid file whose number another program has now', async () => {
    const dataDir = newDir();
    const first = await start(dataDir);
    await first.stop();
    writeFileSync(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n5432\n/nowhere\n`);
    expect((await start(dataDir)).adopted).toBe(false);
  });

  it('sweeps away what a starter left that was killed while making it', async () => {
    const dataDir = newDir();
    const half = `${dataDir}.new-${2 ** 22 + 1}`;
    mkdirSync(half, { recursive: true });
    await start(dataDir);
    expect(existsSync(half)).toBe(false);
  });

  it('can be told to end while it makes the database, and leaves nothing', async () => {
    const dataDir = newDir();
    const told = new AbortController();
    const starting = startPostgres({ dataDir, flags: FLAGS, signal: told.signal });
    const folder = path.dirname(dataDir);
    while (readdirSync(folder).length === 0) await sleep(1);
    told.abort(new Error('told to end'));
    await expect(starting).rejects.toThrow('told to end');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('can be told to end while the server comes up, and leaves no server', async () => {
    const dataDir = newDir();
    await (await start(dataDir)).stop();
    const told = new AbortController();
    const starting = startPostgres({ dataDir, flags: FLAGS, signal: told.signal });
    while (!existsSync(path.join(dataDir, 'postmaster.pid'))) await sleep(1);
    told.abort(new Error('told to end'));
    await expect(starting).rejects.toThrow('told to end');
    expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false);
  });

  it('refuses a folder that holds something else', async () => {
    const dataDir = newDir();
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path.join(dataDir, 'thesis.odt'), 'years of work');
    await expect(start(dataDir)).rejects.toThrow('is not a database (it holds thesis.odt)');
  });

  // Making an account is for machines that are there for testing; elsewhere only one that is there is used.
  const isRoot = process.getuid?.() === 0;
  const mayUseAccount = Boolean(process.env.CI) || spawnSync('id', ['postgres']).status === 0;
  if (isRoot && mayUseAccount) {
    const placeOf = async ({ conn }: EmbeddedPostgres) => String((await ask(conn, `SELECT current_setting('data_directory') AS value`))[0]);

    it('runs for root as another account where namespaces are forbidden, also under a closed home', async () => {
      const closed = mkdtempSync(path.join(scratch, 'closed-'));
      const server = await start(path.join(closed, 'data', 'postgres'), 'user');
      expect(server.runner).toBe('user');
      outside.push(await placeOf(server));
    });

    it('stays with the account that made the folder when root starts it later', async () => {
      const asUser = await start(newDir(), 'user');
      await ask(asUser.conn, `CREATE TABLE kept AS SELECT 'yes' AS value`);
      const place = await placeOf(asUser);
      outside.push(place);
      await asUser.stop();
      expect(await ask((await start(place)).conn, 'SELECT value FROM kept')).toEqual(['yes']);
    });

    it('hands a folder over that root made in a namespace, where namespaces are forbidden later', async () => {
      const open = mkdtempSync(path.join(scratch, 'open-'));
      for (const folder of [scratch, open]) chmodSync(folder, 0o755);
      const first = await start(path.join(open, 'postgres'), 'namespace');
      await ask(first.conn, `CREATE TABLE kept AS SELECT 'yes' AS value`);
      await first.stop();
      const later = await start(path.join(open, 'postgres'), 'user');
      expect(await ask(later.conn, 'SELECT value FROM kept')).toEqual(['yes']);
    });
  }
});
