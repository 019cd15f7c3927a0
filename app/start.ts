// The front door: configuration -> database -> world -> seed -> web and workers. Bundled to build/start.js and called by
// launch.mjs once everything is installed and built. Says what it did; `stop` ends all in the right order.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { inviteFirstAdministrator } from './commands/accounts/first-administrator';
import { changedSincePublished, readLock } from '../guide/lock';
import { compose, openLog } from './compose';
import { DEMO_PASSWORD } from './core/demo';
import { readConfig } from './config';
import { pinGuide } from './data/editions';
import { firstStart } from './data/first-start';
import { openDatabase } from './data/open';
import { seedDemo } from '../prisma/seed';
import { serve, type Web } from './server';
import { startWorkers } from '../workers/work';
import type { Modes } from './world';

export type Started = { url: string | null; stop(): Promise<void> };
type Door = { log: (line: string) => void };

/** Starts what the configuration asks for. Throws an Error with one sentence when it can't; what was opened is closed then. */
export async function main({ log }: Door): Promise<Started> {
  const config = readConfig();
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const database = await openDatabase({ ...config, log });
    closing.push(() => database.close());
    const modes: Modes = {
      database: config.databaseUrl ? 'outside' : 'embedded',
      queue: config.redisUrl ? 'redis' : 'postgresql',
      post: config.smtp ? 'smtp' : 'letterbox',
    };
    const composed = await compose({
      databaseUrl: database.url,
      redisUrl: config.redisUrl,
      smtp: config.smtp,
      origin: config.origin ?? `http://localhost:${config.port ?? 3000}`,
      dataDir: config.dataDir,
      pool: config.pool,
      log: openLog(config.logLevel),
    });
    closing.push(() => composed.close());
    const { world, queue } = composed;
    const changed = changedSincePublished(world.guide, readLock(path.resolve('guide')));
    if (changed.length > 0) throw new Error(changed.join('\n'));
    await pinGuide(world);
    const invitation: { path: string | null } = { path: null };
    await firstStart(world, async () => {
      if (config.seed) await seedDemo(world, log);
      if (config.firstAdmin) Object.assign(invitation, await inviteFirstAdministrator(world, config.firstAdmin));
    });

    let web: Web | null = null;
    if (config.web) {
      const buildDir = path.resolve('build');
      const build = (await import(pathToFileURL(path.join(buildDir, 'server/index.js')).href)) as ServerBuild;
      web = await serve({
        world,
        build,
        modes,
        buildDir,
        host: config.host,
        port: config.port,
        trustProxy: config.trustProxy,
        health: async () => ({
          database: await answers(() => world.db.pool.query('SELECT 1')),
          queue: await queue.health(),
        }),
      });
      if (!config.origin) world.origin = web.url;
      const { stop: stopWeb } = web;
      closing.push(stopWeb);
    }
    if (config.worker) {
      const workers = startWorkers(world, queue);
      closing.push(() => workers.stop());
    }
    log(
      `modes: database ${modes.database}, queue ${modes.queue}, post ${modes.post}, role ${config.web ? (config.worker ? 'web and worker' : 'web') : 'worker'}`,
    );
    if (web) await introduce(world, web.url, log);
    if (invitation.path)
      log(`first administrator: no mail leaves this installation, so hand over ${world.origin}/ru${invitation.path}`);
    return { url: web?.url ?? null, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const answers = (ask: () => Promise<unknown>): Promise<boolean> =>
  ask().then(
    () => true,
    () => false,
  );

/** The demo accounts, when this is a demonstration: a stranger must be able to look around at once. */
async function introduce(
  { db }: Awaited<ReturnType<typeof compose>>['world'],
  url: string,
  log: Door['log'],
): Promise<void> {
  const demo = await db.prisma.person.findMany({
    where: { demo: true },
    orderBy: { createdAt: 'asc' },
    select: { email: true, name: true },
  });
  if (demo.length > 0) {
    log(`demo accounts (password: ${DEMO_PASSWORD}), also one click away at ${url}/en/sign-in`);
    for (const { email, name } of demo) log(`  ${email.padEnd(34)} ${name}`);
  }
}
