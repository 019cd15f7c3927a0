// The ground a bench stands on: a scratch PostgreSQL with this checkout's schema, a world on it, and a country by the simulation.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadGuide } from '../../guide/load';
import { newId } from '../../app/compose';
import { connect } from '../../app/data/connect';
import { diskFiles } from '../../app/data/files';
import { diskKeyring } from '../../app/data/register/keyring';
import { diskSeals } from '../../app/data/seals';
import { openOutward } from '../../app/data/webhooks/outward';
import { openDatabase } from '../../app/data/open';
import type { World } from '../../app/world';

export type Ground = { world: World; dataDir: string; url: string; close(): Promise<void> };

const silent = () => {};

/** On a PostgreSQL of its own, or on an empty database that is there. */
export async function openGround(databaseUrl: string | null = null): Promise<Ground> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kenes-bench-'));
  const database = await openDatabase({ databaseUrl, dataDir, log: silent });
  const db = connect({ url: database.url, size: 10, onIdleError: silent });
  const world: World = {
    db,
    guide: loadGuide(path.resolve('guide')),
    wake: silent,
    queue: null,
    post: null,
    outward: openOutward({ loopback: false }),
    replies: null,
    files: diskFiles(path.join(dataDir, 'files')),
    seals: diskSeals(path.join(dataDir, 'seals')),
    openData: path.join(dataDir, 'open'),
    limits: null,
    register: { folder: path.join(dataDir, 'register'), keys: diskKeyring(path.join(dataDir, 'keys')) },
    now: () => Date.now(),
    newId,
    log: { info: silent, warn: silent, error: silent },
    origin: 'http://localhost',
    securityContact: null,
  };
  return {
    world,
    dataDir,
    url: database.url,
    async close() {
      await db.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The value below which the share `part` (0..1) of them lies: the nearest rank. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
};

/** 'name: ours … theirs … ratio', ratio = ours / theirs. */
export const compare = (name: string, unit: string, ours: number, theirs: number): void =>
  console.log(
    `  ${name.padEnd(42)} ours ${ours.toFixed(ours < 100 ? 2 : 0).padStart(8)} ${unit}   bare ${theirs.toFixed(theirs < 100 ? 2 : 0).padStart(8)} ${unit}   ratio ${(ours / theirs).toFixed(2)}`,
  );
