// The hash of the code that figures are reckoned by: kept with every snapshot, so that a figure can be told from one of other code.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOMS = ['app/core/score', 'app/core/statistics'];
const FILES = ['app/core/calendar.ts', 'app/core/day.ts'];

let known: string | null = null;

/** sha-256 over the sources of the rooms that reckon, line ends made equal; read once. */
export function codeHash(): string {
  if (known) return known;
  const files = [
    ...ROOMS.flatMap((room) => readdirSync(path.resolve(room)).map((name) => path.join(room, name))),
    ...FILES,
  ].sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(`${file.split(path.sep).join('/')}\n${readFileSync(path.resolve(file), 'utf8').replace(/\r\n/g, '\n')}\n`);
  return (known = hash.digest('hex'));
}
