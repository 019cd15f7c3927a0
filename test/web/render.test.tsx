// A request becomes a page: by Remix' routes and components, without its data for a browser; and its bytes leave in one piece.
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { data, redirect, type AppLoadContext, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node';
import { Outlet, useActionData, useLoaderData, useRouteError } from '@remix-run/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestOf, send } from '../../app/answer';
import * as entry from '../../app/entry.server';
import { renderer, type Answer } from '../../app/render';

type Module = ServerBuild['routes'][string]['module'];

const LONG = 'Жауап мерзімі — он бес жұмыс күні. '.repeat(60);
const Root = () => (
  <html lang="kk">
    <body>
      <Outlet />
    </body>
  </html>
);
const Broken = () => <p>broken: {String((useRouteError() as { status?: number }).status ?? 'fault')}</p>;
const Shown = () => <p>{String(useLoaderData())}</p>;
const Sent = () => <p>sent {String(useActionData())}</p>;
const page = (loader?: (args: LoaderFunctionArgs) => unknown, more: Partial<Module> = {}) =>
  ({ default: Shown, loader, ...more }) as Module;

const PAGES: Record<string, Module> = {
  'cases/:number': page(({ params }) => `case ${params.number}`),
  long: page(() => LONG),
  away: page(() => redirect('/cases/1')),
  missing: page(() => {
    throw new Response(null, { status: 404 });
  }),
  fault: page(() => {
    throw new Error('the database is away');
  }),
  crash: page(() => 'fine', {
    default: () => {
      throw new Error('a part is missing');
    },
  }),
  cookie: page(() => data('set', { headers: { 'Set-Cookie': 'kind=oat', 'X-Other': 'not ours' } }), {
    headers: () => ({ 'Cache-Control': 'no-store' }),
  }),
  form: page(() => 'empty', { default: Sent, action: async ({ request }) => (await request.formData()).get('word') }),
  plain: { loader: () => new Response('bytes', { headers: { 'Content-Type': 'text/plain' } }) } as unknown as Module,
};

const modules: Record<string, Module> = {
  root: { default: Root, ErrorBoundary: Broken } as Module,
  ...PAGES,
};
const build = {
  mode: 'test',
  entry: { module: entry },
  routes: Object.fromEntries(
    Object.entries(modules).map(([id, module]) => [
      id,
      { id, module, path: id === 'root' ? '' : id, parentId: id === 'root' ? undefined : 'root' },
    ]),
  ),
  assets: {
    ...{ entry: { imports: [], module: '' }, url: '', version: '1' },
    routes: Object.fromEntries(
      Object.entries(modules).map(([id, module]) => [
        id,
        {
          ...{ id, module: '', path: id === 'root' ? '' : id, parentId: id === 'root' ? undefined : 'root' },
          ...{ hasLoader: 'loader' in module, hasAction: 'action' in module, hasErrorBoundary: id === 'root' },
          ...{ hasClientLoader: false, hasClientAction: false },
        },
      ]),
    ),
  },
  ...{ publicPath: '/', assetsBuildDirectory: '', isSpaMode: false },
  future: { v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_lazyRouteDiscovery: true, v3_singleFetch: true },
} as unknown as ServerBuild;

const faults: object[] = [];
const context = { world: { log: { error: (facts: object) => void faults.push(facts) } } } as unknown as AppLoadContext;
const render = renderer(build);
beforeEach(() => void faults.splice(0));

const ask = (path: string, init?: RequestInit): Promise<Answer> =>
  render(new Request(`http://kenes.test${path}`, init), context);
const htmlOf = async (answer: Answer) => ('html' in answer ? answer.html : answer.text());

describe('a page', () => {
  it('is a whole document with nothing for a browser to go on with', async () => {
    const answer = await ask('/cases/2026-000001?done=filed');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await htmlOf(answer)).toBe('<!DOCTYPE html><html lang="kk"><body><p>case 2026-000001</p></body></html>');
    expect(await htmlOf(await ask('/cases/2026-000002'))).toContain('case 2026-000002');
  });

  it('asks for its headers and keeps its cookies', async () => {
    const { headers } = await ask('/cookie');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual(['kind=oat']);
    expect(headers.get('x-other')).toBeNull();
  });

  it('that leads elsewhere is a redirect', async () => {
    const answer = await ask('/away');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/cases/1']);
  });

  it('that is not there says so with its status, and is no fault', async () => {
    for (const path of ['/missing', '/nowhere']) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await htmlOf(answer)).toContain('broken: 404');
    }
    expect(faults).toEqual([]);
  });

  it.each(['/fault', '/crash'])('that breaks at %s is shown as broken and logged once, with its path', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(500);
    expect(await htmlOf(answer)).toContain('broken: fault');
    expect(faults).toEqual([expect.objectContaining({ method: 'GET', path })]);
  });

  it('answers a form', async () => {
    const answer = await ask('/form', { method: 'POST', body: new URLSearchParams({ word: 'сөз' }) });
    expect(await htmlOf(answer)).toContain('sent сөз');
  });
});

describe('an answer', () => {
  let server: Server;
  let url: string;
  beforeEach(async () => {
    server = createServer((incoming, response) => {
      const address = `http://kenes.test${incoming.url}`;
      void render(requestOf(address, incoming, response), context).then((answer) => send(answer, incoming, response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => void server.close());
  /** As it travels: fetch would unpack it. */
  const bytes = (path: string, accepted: string) =>
    new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
      const chunks: Buffer[] = [];
      get(`${url}${path}`, { headers: { 'accept-encoding': accepted } }, (message) => {
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('end', () => resolve({ headers: message.headers, body: Buffer.concat(chunks) }));
      }).on('error', reject);
    });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ] as const)('has its length, and is packed for who takes %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await bytes('/long', accepted);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers.vary).toBe('Accept-Encoding');
    expect(unpack(body).toString()).toContain(LONG);
  });

  it('too short to gain from it stays as it is', async () => {
    const { headers } = await bytes('/cases/1', 'br');
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('that is no page comes as it was made', async () => {
    const answer = await fetch(`${url}/plain`);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/plain', 'bytes']);
  });

  it('to a form reads what was sent', async () => {
    const answer = await fetch(`${url}/form`, { method: 'POST', body: new URLSearchParams({ word: 'сөз' }) });
    expect(await answer.text()).toContain('sent сөз');
  });
});
