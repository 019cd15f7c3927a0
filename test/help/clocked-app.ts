// The site as people use it, on a free port with the built pages and a database of its own, in this process: so that a journey moves its
// clock in place of waiting. Holds the demonstration's registers (bodies, NGOs, councils, accounts), and on request all that happened there.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { newId } from '../../app/compose';
import { dayOf, instantOf, type Day } from '../../app/core/day';
import { LIMITS } from '../../app/core/limits';
import { connect } from '../../app/data/connect';
import { pinGuide } from '../../app/data/editions';
import { diskFiles } from '../../app/data/files';
import { migrateAll } from '../../app/data/migrate';
import { ensureDatabase, startPostgres } from '../../app/data/postgres';
import { diskKeyring } from '../../app/data/register/keyring';
import { diskSeals } from '../../app/data/seals';
import { prepare } from '../../app/prepare.mjs';
import { serve } from '../../app/server';
import type { World } from '../../app/world';
import { loadGuide } from '../../guide/load';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { seedDemo } from '../../prisma/seed';
import { deliver } from '../../workers/deliver';
import { scratchFolder } from './app';

export type ClockedApp = {
  url: string;
  world: World;
  today(): Day;
  /** Moves the clock to a time of a day; nobody waits. */
  at(day: Day, time?: string): void;
  /** Writes and leaves in the letterbox what is due, as the worker does. */
  post(): Promise<void>;
  /** What went wrong in the server so far, one line each. */
  faults: string[];
  close(): Promise<void>;
};

const silent = () => {};
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts it at 10:00 on `day`; the registers are as of a month before, or with 'country' the whole demonstration as of that day. The caller closes it. */
export async function startClockedApp(day: Day, holds: 'registers' | 'country' = 'registers'): Promise<ClockedApp> {
  await prepare({ say: silent });
  const folder = scratchFolder();
  const server = await startPostgres({ dataDir: path.join(folder.dir, 'postgres'), flags: FLAGS });
  await ensureDatabase(server.conn, 'kenes');
  await migrateAll({ ...server.conn, database: 'kenes' }, path.resolve('prisma/migrations'));
  const db = connect({ url: server.url('kenes'), size: 10, onIdleError: silent });
  let now = instantOf(day, '10:00');
  const faults: string[] = [];
  const world: World = {
    db,
    guide: loadGuide(path.resolve('guide')),
    wake: silent,
    post: null,
    files: diskFiles(path.join(folder.dir, 'files')),
    seals: diskSeals(path.join(folder.dir, 'seals')),
    openData: path.join(folder.dir, 'open'),
    limits: LIMITS,
    register: { folder: path.join(folder.dir, 'register'), keys: diskKeyring(path.join(folder.dir, 'keys')) },
    now: () => now,
    newId,
    log: { info: silent, warn: silent, error: (facts, text) => faults.push(`${text}: ${JSON.stringify(facts)}`) },
    origin: 'http://localhost',
  };
  await pinGuide(world);
  if (holds === 'country') await seedDemo(world, silent);
  else await populate(world, { chance: chance(2026), since: now - 30 * 86_400_000 });
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  const web = await serve({
    ...{ world, build, host: '127.0.0.1', port: 0, trustProxy: 0, buildDir: path.resolve('build') },
    modes: { database: 'embedded', queue: 'postgresql', post: 'letterbox' },
    health: () => Promise.resolve({}),
  });
  world.origin = web.url;
  return {
    ...{ url: web.url, world, faults, today: () => dayOf(now) },
    at: (to, time = '10:00') => (now = instantOf(to, time)),
    post: async () => void (await deliver(world, new AbortController().signal)),
    async close() {
      await web.stop();
      await db.close();
      await server.stop();
      folder.remove();
    },
  };
}
