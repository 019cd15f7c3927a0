// The register as files: a folder for each day (statement.json, leaves.jsonl) and register.json, which says what there is. Made from the
// database, and made again where they are missing: a folder is there whole or not at all.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from '../../world';
import type { Asking } from '../connect';
import { growing } from '../dump/files';
import { inTransaction } from '../transaction';
import { canonical, ZEROS, type Leaf } from './leaf';

export const INDEX = 'register.json';
export const STATEMENT = 'statement.json';
export const LEAVES = 'leaves.jsonl';
const BATCH = 5000;
const LOCK = 20_261_127;

type DayRow = { day: string; hash: string; statement: string };
type LeafRow = { object: string; version: number; previous: string | null; entry: string };

/** Writes what is not there yet, one process at a time; gives the number of days written. */
export function writeRegister({ db, register }: Pick<World, 'db' | 'register'>): Promise<number> {
  return inTransaction(db, async (through) => {
    await through.query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [LOCK] });
    return write(through, register.folder);
  });
}

async function write(through: Asking, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  // Begun by a process that was killed: nobody else is writing now.
  for (const name of there) if (name.startsWith('.')) await rm(path.join(folder, name), { recursive: true, force: true });
  const { rows: days } = await through.query<DayRow>({ text: 'SELECT day, hash, statement FROM "RegisterDay" ORDER BY day' });
  const missing = days.filter(({ day }) => !there.has(day));
  for (const day of missing) await writeDay(through, folder, day);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 0;
  await replace(folder, INDEX, `${canonical({ format: 'kenes register/1', first: first.day, last: last.day, statement: last.hash })}\n`);
  return missing.length;
}

async function writeDay(through: Asking, folder: string, { day, statement }: DayRow): Promise<void> {
  const building = path.join(folder, `.${day}`);
  await rm(building, { recursive: true, force: true });
  await mkdir(building);
  try {
    const leaves = growing(building, LEAVES);
    for (let from = 0; ; from += BATCH) {
      const rows = await leafRows(through, day, from);
      await leaves.add(rows.map((row) => `${canonical(leafOf(row))}\n`).join(''));
      if (rows.length < BATCH) break;
    }
    await leaves.end();
    await writeFile(path.join(building, STATEMENT), `${statement}\n`, { flush: true });
    await rename(building, path.join(folder, day));
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

const leafOf = ({ object, version, previous, entry }: LeafRow): Leaf => ({ object, version, previous: previous ?? ZEROS, entry });

async function leafRows(through: Asking, day: string, from: number): Promise<LeafRow[]> {
  const { rows } = await through.query<LeafRow>({
    name: 'register_leaves',
    text: `SELECT l.object, l.version, p.hash AS previous, l.entry FROM "RegisterLeaf" l
             LEFT JOIN "RegisterLeaf" p ON p.stream = l.stream AND p.version = l.version - 1
            WHERE l.day = $1 AND l.position >= $2 AND l.position < $2 + ${BATCH} ORDER BY l.position`,
    values: [day, from],
  });
  return rows;
}

async function replace(folder: string, name: string, text: string): Promise<void> {
  const draft = path.join(folder, `.${name}`);
  await writeFile(draft, text, { flush: true });
  await rename(draft, path.join(folder, name));
}
