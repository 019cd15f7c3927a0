// Landing, list and case page against a bare node:http + pg server that runs the queries the page ran and sends the bytes it sent.
// Shared: a visitor without a session. Fresh: a session cookie, so every answer is rendered.
import { fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import autocannon from 'autocannon';
import type { ServerBuild } from '@remix-run/node';
import { addDays, dayOf } from '../../app/core/day';
import { serve } from '../../app/server';
import { chance } from '../../prisma/chance';
import { live } from '../../prisma/live';
import { startApp } from '../help/app';
import { compare, median, openGround, type Ground } from './ground';
import type { Plan } from './bare';

const ROUNDS = 5;
const SECONDS = 2;
const FRESH = { cookie: 'kenes_session=bench' };

export async function benchPages(): Promise<void> {
  const ground = await openGround();
  try {
    const until = Date.now();
    await live(ground.world, { appeals: 400, from: addDays(dayOf(until), -120), until, chance: chance(7) });
    await ground.world.db.pool.query('ANALYZE');
    const shown = await ground.world.db.prisma.appeal.findFirstOrThrow({
      where: { visibility: 'public', phase: 'answered' },
      select: { number: true },
    });
    const paths = { landing: '/ru', list: '/ru/appeals', case: `/ru/appeals/${shown.number}` };
    const plan = await recorded(ground, Object.values(paths));
    const bare = fork(path.resolve('test/bench/bare.ts'), { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
    const bareUrl = await new Promise<string>((resolve) => {
      bare.once('message', (said: { port: number }) => resolve(`http://127.0.0.1:${said.port}`));
      bare.send(plan);
    });
    const app = await startApp({ DATABASE_URL: ground.url, ROLE: 'web', DATA_DIR: ground.dataDir, LOG_LEVEL: 'warn' });
    try {
      for (const [name, page] of Object.entries(paths)) {
        const rates = { bare: [] as number[], shared: [] as number[], fresh: [] as number[] };
        for (let round = 0; round < ROUNDS; round++) {
          rates.bare.push(await rate(bareUrl + page));
          rates.shared.push(await rate(app.url + page));
          rates.fresh.push(await rate(app.url + page, FRESH));
        }
        compare(`${name}, visitor without a session`, 'req/s', median(rates.shared), median(rates.bare));
        compare(`${name}, rendered fresh`, 'req/s', median(rates.fresh), median(rates.bare));
      }
    } finally {
      bare.kill();
      await app.kill('SIGTERM');
    }
  } finally {
    await ground.close();
  }
}

async function rate(url: string, headers: Record<string, string> = {}): Promise<number> {
  const { requests, non2xx } = await autocannon({ url, connections: 16, duration: SECONDS, headers });
  if (non2xx > 0) throw new Error(`${url}: ${non2xx} answers were not pages`);
  return requests.average;
}

/** Each page rendered once in this process, with the queries it ran written down. */
async function recorded({ world, url }: Ground, paths: readonly string[]): Promise<Plan> {
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  const { pool } = world.db;
  const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
  let seen: { text: string; values: unknown[] }[] = [];
  const note = (asked: unknown, values: unknown) => {
    if (typeof asked === 'string') seen.push({ text: asked, values: Array.isArray(values) ? values : [] });
    else if (asked && typeof asked === 'object' && 'text' in asked)
      seen.push({
        text: String(asked.text),
        values: 'values' in asked && Array.isArray(asked.values) ? asked.values : [],
      });
  };
  Object.assign(pool, { query: (...given: unknown[]) => (note(given[0], given[1]), query(...given)) });
  const modes = { database: 'outside', queue: 'postgresql', post: 'letterbox' } as const;
  const web = await serve({
    world,
    build,
    modes,
    host: '127.0.0.1',
    port: 0,
    trustProxy: 0,
    buildDir: path.resolve('build'),
    health: async () => ({}),
  });
  const pages: Plan['pages'] = [];
  for (const page of paths) {
    seen = [];
    const body = await (await fetch(web.url + page)).text();
    pages.push({ path: page, queries: seen, body });
  }
  await web.stop();
  Object.assign(pool, { query });
  return { url, pages };
}
