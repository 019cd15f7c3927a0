// npm run restore -- --from <folder>: puts a backup into the empty database that the configuration means, and checks all of it. With --drill: into
// an embedded PostgreSQL in a temporary folder that is taken away again. Exit code 1 on any fault.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brokenFiles, restore } from './data/backup/restore';
import { verifyLedger } from './data/verify';
import { readArguments, withWorld } from './script';
import type { World } from './world';

const { from, drill } = readArguments(process.argv.slice(2));
const began = performance.now();
const passed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;

async function work(world: World, { dataDir }: { dataDir: string }): Promise<void> {
  if (!from) throw new Error('Say where from: npm run restore -- --from /backups/2026-11-26');
  console.log(`an empty database is ready after ${passed()}`);
  const { at, tables, files } = await restore(world, { folder: path.resolve(from), dataDir });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows and ${files.length} attachments of ${at} are back after ${passed()}`);
  const { events, faults } = await verifyLedger(world);
  const broken = await brokenFiles(world);
  for (const { stream, what } of faults) console.log(`${stream}: ${what}`);
  for (const sha256 of broken) console.log(`the attachment ${sha256} is missing or broken`);
  console.log(
    `${events} events checked after ${passed()}: ${faults.length + broken.length === 0 ? 'all as written' : `${faults.length + broken.length} faults`}`,
  );
  if (faults.length + broken.length > 0) process.exitCode = 1;
}

if (drill) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'kenes-drill-'));
  await withWorld(work, { databaseUrl: null, dataDir }).finally(() => rm(dataDir, { recursive: true, force: true }));
} else await withWorld(work);
