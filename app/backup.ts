// npm run backup -- --to <folder>: database, attachments and keys as they are now, while Kenes may go on. The folder must be new.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeBackup } from './data/backup/write';
import { readArguments, withWorld } from './script';

const { to } = readArguments(process.argv.slice(2));
await withWorld(async (world, { dataDir }) => {
  if (!to) throw new Error('Say where to: npm run backup -- --to /backups/2026-11-26');
  const folder = path.resolve(to);
  if (existsSync(folder)) throw new Error(`${folder} is there already: a backup makes a folder of its own.`);
  const began = performance.now();
  const { rows, files } = await writeBackup(world, { folder, dataDir });
  console.log(
    `${rows} rows and ${files} attachments in ${((performance.now() - began) / 1000).toFixed(1)} s: ${folder}`,
  );
});
