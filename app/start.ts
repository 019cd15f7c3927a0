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
import { serveInbound } from './inbound';
import { connect } from './data/connect';
import { pinGuide } from './data/editions';
import { firstStart } from './data/first-start';
import { mustBeCurrent } from './data/migrate';
import { openDatabase } from './data/open';
import { bePresent } from './data/presence';
import { seedDemo } from '../prisma/seed';
import { serveMetrics, webCounts } from './metrics';
import { serve, type Web } from './server';
import { startWorkers } from '../workers/work';
import type { Modes, World } from './world';

export type Started = { url: string | null; stop(): Promise<void> };
/** `signal`: the process was told to end. A start that is still under way then closes what it opened, and throws. */
type Door = { log: (line: string) => void; signal: AbortSignal };
type Closing = { what: string; close: () => Promise<void> };

/** Connections that the seed takes: it does one thing after another, and few at once. */
const SEEDING = 4;
/** The longest statements of jobs, those of the nightly count, take a tenth of it among a million cases. */
const ANSWERS_WITHIN_MS = 180_000;
/** How often an end that takes long says what it waits for. */
const SAY_EVERY_MS = 5_000;

/** Starts what the configuration asks for. Throws an Error with one sentence when it can't; what was opened is closed then. */
export async function main({ log, signal }: Door): Promise<Started> {
  const config = readConfig();
  const closing: Closing[] = [];
  const stop = async () => {
    for (const one of closing.splice(0).reverse()) await close(one, log);
  };
  try {
    const database = await openDatabase({ ...config, log, signal });
    closing.push({ what: 'the database', close: () => database.close() });
    signal.throwIfAborted();
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
      securityContact: config.securityContact,
      dataDir: config.dataDir,
      registerKey: config.registerKey,
      loopback: config.loopback,
      replyDomain: config.replies?.domain ?? null,
      scanner: config.scanner,
      pool: config.pool,
      answersWithin: ANSWERS_WITHIN_MS,
      log: openLog(config.logLevel),
    });
    closing.push({ what: 'the queue and the connections', close: () => composed.close() });
    signal.throwIfAborted();
    const { world, queue } = composed;
    const changed = changedSincePublished(world.guide, readLock(path.resolve('guide')));
    if (changed.length > 0) throw new Error(changed.join('\n'));
    await pinGuide(world);
    const invitation: { path: string | null } = { path: null };
    const fill = async () => {
      if (config.seed) await seeded(world, log, signal);
      if (config.firstAdmin) Object.assign(invitation, await inviteFirstAdministrator(world, config.firstAdmin));
    };
    await firstStart(world, fill, signal);
    signal.throwIfAborted();

    const counts = config.web && config.metrics ? webCounts() : null;
    if (config.metrics) {
      const metrics = await serveMetrics(world, { ...config.metrics, counts });
      closing.push({ what: 'the metrics', close: () => metrics.stop() });
      log(`metrics: ${metrics.url}`);
    }
    const present = bePresent(world, config.web ? (config.worker ? 'both' : 'web') : 'worker');
    closing.push({ what: 'its row among the processes', close: () => present.stop() });
    let web: Web | null = null;
    const atWork: Closing[] = [];
    closing.push({
      what: 'requests and jobs under way',
      close: async () => void (await Promise.all(atWork.map((one) => close(one, log)))),
    });
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
        drain: config.drain,
        answered: counts?.answered ?? null,
        health: async () => ({
          database: await answers(() => world.db.pool.query('SELECT 1')),
          migrations: await answers(() => mustBeCurrent(world.db.pool, path.resolve('prisma/migrations'))),
          files: await answers(() => world.files.ready()),
          queue: await queue.health(),
        }),
      });
      if (!config.origin) world.origin = web.url;
      const { stop: stopWeb } = web;
      atWork.push({ what: 'the web', close: stopWeb });
      signal.throwIfAborted();
    }
    if (config.replies?.server) {
      const inbound = await serveInbound(world, config.replies.server);
      atWork.push({ what: 'letters that come in', close: () => inbound.stop() });
      log(`letters come in at ${config.replies.server.host}:${inbound.port} for ${config.replies.domain}`);
    }
    if (config.worker) {
      const workers = startWorkers(world, queue);
      atWork.push({ what: 'the workers', close: () => workers.stop() });
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

/** A start that is cut off seeds again from the beginning: nothing waits for the disk before the end, which is noted as any act is. */
async function seeded(world: World, log: Door['log'], signal: AbortSignal): Promise<void> {
  const onIdleError = (error: Error) => log(error.message);
  const db = connect({ url: world.db.url, size: SEEDING, onIdleError, commits: 'soon' });
  await seedDemo({ ...world, db }, log, signal).finally(() => db.close());
  // The days behind are signed and the open data written as soon as somebody works, not at the first night.
  for (const job of ['register', 'dump'] as const) world.wake(job);
}

/** Closes one, saying what it is whenever that has taken long. One that fails to close does not keep the others open. */
async function close({ what, close: end }: Closing, log: Door['log']): Promise<void> {
  const patience = setInterval(() => log(`  … still waiting for ${what}`), SAY_EVERY_MS);
  await end()
    .catch((error: unknown) =>
      log(`${what} could not be closed: ${error instanceof Error ? error.message : String(error)}`),
    )
    .finally(() => clearInterval(patience));
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
