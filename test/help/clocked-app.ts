// The site as people use it, on a free port with the built pages and a database of its own, in this process: so that a journey moves its
// clock in place of waiting. Holds the demonstration's registers (bodies, NGOs, councils, accounts), and on request all that happened there.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { dayOf, instantOf, type Day } from '../../app/core/day';
import { LIMITS } from '../../app/core/limits';
import { prepare } from '../../app/prepare.mjs';
import { serve } from '../../app/server';
import type { World } from '../../app/world';
import { deliver } from '../../workers/deliver';
import { countryWith, countryWorld } from './country';

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

/** Starts it at 10:00 on `day`; with 'country' that holds the whole demonstration as of that day. The caller closes it. */
export async function startClockedApp(day: Day, holds: 'registers' | 'country' = 'registers'): Promise<ClockedApp> {
  await prepare({ say: silent });
  const country = await countryWith(holds === 'country' ? { countryOf: day } : holds);
  let now = instantOf(day, '10:00');
  const faults: string[] = [];
  const world = countryWorld(country, {
    limits: LIMITS,
    now: () => now,
    log: { info: silent, warn: silent, error: (facts, text) => faults.push(`${text}: ${JSON.stringify(facts)}`) },
  });
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
      await world.db.close();
      await country.drop();
    },
  };
}
