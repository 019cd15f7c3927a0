// Writes a backup into a folder of its own: the database as one state, then attachments, letters that came in, and keys. Kenes may go on meanwhile:
// what an attachment's row names was on disk before the row. Seals of open surveys are left out: they are to be kept apart.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { World } from '../../world';
import type { Asking } from '../connect';
import { inTransaction } from '../transaction';
import { MANIFEST, type Manifest } from './manifest';
import { migrationsOf, rowsOf, sequencesOf, tablesOf, type Table } from './tables';

const BATCH = 2000;

export type Written = { folder: string; rows: number; files: number };

/** `dataDir`: where attachments and keys are; `folder` must not be there yet. It appears whole or not at all. */
export async function writeBackup({ db, now }: Pick<World, 'db' | 'now'>, { folder, dataDir }: { folder: string; dataDir: string }): Promise<Written> {
  const building = `${folder}.part`;
  await rm(building, { recursive: true, force: true });
  await mkdir(path.join(building, 'database'), { recursive: true, mode: 0o700 });
  const at = new Date(now()).toISOString();
  const database = await inTransaction(db, async (through) => {
    await through.query({ text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY' });
    const tables: Manifest['tables'] = [];
    for (const table of await tablesOf(through)) tables.push(await writeTable(through, building, table));
    return { migrations: await migrationsOf(through), tables, sequences: await sequencesOf(through) };
  });
  const files = await copyAll(path.join(dataDir, 'files'), path.join(building, 'files'), /^[0-9a-f]{64}$/);
  const keys = await copyAll(path.join(dataDir, 'keys'), path.join(building, 'keys'), /^(\d+\.pem|reply\.key)$/);
  const mail = await copyAll(path.join(dataDir, 'mail'), path.join(building, 'mail'), /^[0-9a-f-]{36}$/);
  const manifest: Manifest = { format: 'kenes backup/1', at, ...database, files, keys, mail };
  await writeFile(path.join(building, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { flush: true });
  await rename(building, folder);
  return { folder, rows: database.tables.reduce((sum, { rows }) => sum + rows, 0), files: files.length };
}

/** Rows as lines of JSON strings, compressed. */
async function writeTable(through: Asking, folder: string, table: Table): Promise<Manifest['tables'][number]> {
  const file = `database/${table.name}.gz`;
  const hash = createHash('sha256');
  let count = 0;
  async function* lines() {
    for await (const rows of rowsOf(through, table, BATCH)) {
      count += rows.length;
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      hash.update(text);
      if (text) yield text;
    }
  }
  await pipeline(Readable.from(lines()), createGzip({ level: 4 }), createWriteStream(path.join(folder, file), { flush: true }));
  return { ...table, rows: count, file, sha256: hash.digest('hex') };
}

/** Files of a folder and of those in it whose names are as told; gives their paths in it. */
async function copyAll(from: string, to: string, name: RegExp): Promise<string[]> {
  const there = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = there.filter((entry) => entry.isFile() && name.test(entry.name)).map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)));
  for (const one of found) {
    await mkdir(path.dirname(path.join(to, one)), { recursive: true, mode: 0o700 });
    await copyFile(path.join(from, one), path.join(to, one));
  }
  return found.sort();
}
