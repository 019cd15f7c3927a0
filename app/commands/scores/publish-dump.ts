// Publishes the open data that scores are counted from, once every published figure has been reckoned again from these very files. A
// figure that the files do not give is withheld, as one that the ledger contradicts. Run nightly, and by npm run dump.
import { mkdir, rename, rm, symlink, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Period } from '../../core/score/period';
import { describe, type Words } from '../../data/dump/descriptor';
import { openDump } from '../../data/dump/read';
import { recompute, type Recomputed } from '../../data/dump/recompute';
import { writeDump, type Which } from '../../data/dump/write';
import { DUMP, judge } from '../../data/score-mismatch';
import type { World } from '../../world';
import { placeAll } from './figures';

/** Dumps kept besides the newest: whoever is still loading one finds its other files. */
const KEPT = 2;

export type PublishedDump = { folder: string; figures: number; differing: Recomputed[] };

/** Gives where it is, how many figures agree, and what was withheld. Throws, and publishes nothing, where other figures differ then. */
export async function publishDump(world: World, words: Words): Promise<PublishedDump> {
  const { db, openData, now } = world;
  const name = new Date(now()).toISOString().replace(/[:.]/g, '-');
  const folder = path.join(openData, name);
  const building = path.join(openData, `.${name}.${process.pid}`);
  try {
    await placeAgain(world);
    const first = await build(world, building, { words, which: 'checked' });
    const changed = await judgeAll(world, first);
    if (changed) await placeAgain(world);
    const withheld = await db.prisma.scoreMismatch.count({ where: { settledAt: null, parts: { has: DUMP } } });
    const last = changed || withheld > 0 ? await build(world, building, { words, which: 'published' }) : first;
    const wrong = last.filter(({ parts }) => parts.length > 0);
    if (wrong.length > 0) throw new Error(`the open data do not give ${wrong.map(nameOf).join(', ')}: not published`);
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
    await point(openData, name);
    return {
      folder,
      figures: last.length,
      differing: first.filter(({ body, parts }) => body !== null && parts.length > 0),
    };
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

const nameOf = ({ body, period, parts }: Recomputed): string =>
  `${body ?? 'all bodies'} ${period} (${parts.join(', ')})`;

/** Bodies of every period beside each other as their figures are now. */
async function placeAgain(world: World): Promise<void> {
  const periods = await world.db.prisma.scoreSnapshot.findMany({
    where: { bodyId: null },
    distinct: ['period'],
    select: { period: true },
  });
  for (const { period } of periods) await placeAll(world, period as Period, 'nightly');
}

/** Writes the files and reckons every figure again from them. */
async function build(
  world: World,
  folder: string,
  { words, which }: { words: Words; which: Which },
): Promise<Recomputed[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const dumped = await writeDump(world, folder, which);
  await describe(folder, dumped, { words, createdAt: world.now(), origin: world.origin });
  const dump = await openDump(folder);
  const found = await recompute(dump);
  await dump.checkAll();
  if (dump.faults.size > 0) throw new Error(`not what was written: ${[...dump.faults].join(', ')}`);
  return found;
}

/** Withholds the figures of bodies that differ, and gives free what agrees; gives whether that changed anything. */
async function judgeAll(world: World, found: readonly Recomputed[]): Promise<boolean> {
  const { db, log } = world;
  const bodies = await db.prisma.body.findMany({ select: { id: true, slug: true } });
  let changed = false;
  for (const { body, period, parts } of found) {
    const known = bodies.find(({ slug }) => slug === body);
    if (!known) continue;
    if (parts.length > 0) log.error({ body, period, parts }, 'the open data do not give what was published');
    const judged = await judge(db, world, { bodyId: known.id, period }, parts.length > 0 ? [DUMP] : [], DUMP);
    changed ||= judged;
  }
  return changed;
}

/** `latest` leads to the new dump from one moment to the next; older ones go. */
async function point(openData: string, name: string): Promise<void> {
  const next = path.join(openData, `.latest.${process.pid}`);
  await rm(next, { force: true });
  await symlink(name, next);
  await rename(next, path.join(openData, 'latest'));
  const dumps = (await readdir(openData)).filter((one) => /^\d{4}-/.test(one)).sort();
  for (const old of dumps.slice(0, -1 - KEPT)) await rm(path.join(openData, old), { recursive: true, force: true });
}
