// Puts a backup into a database where nothing was recorded yet, and its attachments and keys into the data folder. Everything is held against
// the backup's own word before and while it is loaded; the database is as before or whole.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { createGunzip } from 'node:zlib';
import type { World } from '../../world';
import type { Asking } from '../connect';
import { linesOf } from '../dump/read';
import { inTransaction } from '../transaction';
import { MANIFEST, manifestShape, type Manifest } from './manifest';
import { isEmpty, loader, migrationsOf, unguarded } from './tables';

const BATCH = 1000;

/** Says in one sentence why a backup can't be put here. */
export class NotRestorable extends Error {}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) throw new NotRestorable(`${folder} holds no backup: there is no ${MANIFEST}.`);
  return manifestShape.parse(JSON.parse(text));
}

/** Loads it. Throws NotRestorable where the database holds something, is of another version, or a file is not what the backup says. */
export async function restore({ db }: Pick<World, 'db'>, { folder, dataDir }: { folder: string; dataDir: string }): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await inTransaction(db, async (through) => {
    if (!(await isEmpty(through))) throw new NotRestorable('The database holds something already: restore into an empty one.');
    const here = await migrationsOf(through);
    if (here.join() !== manifest.migrations.join())
      throw new NotRestorable(`The backup is of another version of Kenes (its last migration is ${manifest.migrations.at(-1)}): restore with that version, then update.`);
    await unguarded(through, manifest.tables, async () => {
      for (const table of manifest.tables) await through.query({ text: `TRUNCATE public."${table.name}" CASCADE` });
      for (const table of manifest.tables) await load(through, folder, table);
    });
    for (const { name, value, called } of manifest.sequences)
      await through.query({ text: 'SELECT setval($1::regclass, $2, $3)', values: [`public."${name}"`, value, called] });
  });
  await copyBack(manifest.files, path.join(folder, 'files'), path.join(dataDir, 'files'), 0o600);
  await copyBack(manifest.keys, path.join(folder, 'keys'), path.join(dataDir, 'keys'), 0o600);
  await copyBack(manifest.mail, path.join(folder, 'mail'), path.join(dataDir, 'mail'), 0o600);
  return manifest;
}

async function load(through: Asking, folder: string, table: Manifest['tables'][number]): Promise<void> {
  const put = await loader(through, table);
  const hash = createHash('sha256');
  let [batch, count, underWay] = [[] as string[], 0, Promise.resolve()];
  const take = async (pieces: AsyncIterable<Buffer>) => {
    for await (const line of linesOf(pieces)) {
      hash.update(`${line}\n`);
      batch.push(z.string().parse(JSON.parse(line)));
      count += 1;
      if (batch.length === BATCH) {
        // While the database takes one batch, the next is read.
        await underWay;
        underWay = put(batch);
        underWay.catch(() => {});
        batch = [];
      }
    }
    await underWay;
    await put(batch);
  };
  try {
    await pipeline(createReadStream(path.join(folder, table.file)), createGunzip(), take);
  } catch (error) {
    throw new NotRestorable(`${table.file} can't be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (count !== table.rows || hash.digest('hex') !== table.sha256) throw new NotRestorable(`${table.file} is not what the backup says.`);
}

async function copyBack(names: readonly string[], from: string, to: string, mode: number): Promise<void> {
  for (const name of names) {
    const target = path.join(to, name);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(path.join(from, name), target);
    await chmod(target, mode);
  }
}

/** Attachments that the database names and that are not on disk, or not what their hash says. */
export async function brokenFiles({ db, files }: Pick<World, 'db' | 'files'>): Promise<string[]> {
  const rows = await db.prisma.file.findMany({ distinct: ['sha256'], select: { sha256: true } });
  const broken: string[] = [];
  for (const { sha256 } of rows) {
    const there = (await files.size(sha256)) !== null;
    if (!there || (await hashOfFile(files, sha256)) !== sha256) broken.push(sha256);
  }
  return broken;
}

async function hashOfFile(files: World['files'], sha256: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of files.get(sha256)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
