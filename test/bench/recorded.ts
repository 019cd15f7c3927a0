// Pages rendered once in this process with the queries they ran written down, for a bare server to run them again and send the same
// bytes: what the least that could answer the page would cost.
import { fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { serve } from '../../app/server';
import type { Plan } from './bare';
import type { Ground } from './ground';

/** The plan of a bare server for these addresses, as the reader with `headers` gets them. */
export async function recorded(
  { world, url }: Ground,
  paths: readonly string[],
  headers: Record<string, string> = {},
): Promise<Plan> {
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
    const answer = await fetch(web.url + page, { headers });
    if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
    pages.push({ path: page, body: await answer.text(), queries: seen });
  }
  await web.stop();
  Object.assign(pool, { query });
  return { url, pages };
}

/** The bare server in a process of its own. */
export async function startBare(plan: Plan): Promise<{ url: string; stop(): void }> {
  const bare = fork(path.resolve('test/bench/bare.ts'), { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  const url = await new Promise<string>((resolve) => {
    bare.once('message', (said: { port: number }) => resolve(`http://127.0.0.1:${said.port}`));
    bare.send(plan);
  });
  return { url, stop: () => void bare.kill() };
}
