// Shared answers: never older than a second, never from before the last recorded act, never another reader's.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isShareable, microCache } from '../../app/micro-cache';

type Stand = { url: string; renders: () => number; pass(ms: number): void; record(): void };
let server: Server | undefined;
afterEach(() => server?.close());

const LONG = 'Жауап мерзімі — он бес жұмыс күні. '.repeat(60);

async function stand(
  answer: (n: number, path: string) => Response | Promise<Response> = (n) => new Response(`${n} ${LONG}`),
): Promise<Stand> {
  let [clock, position, renders] = [1000, 0, 0];
  const handle = microCache({
    life: 1000,
    size: 3,
    now: () => clock,
    position: () => position,
    render: async (request) => answer(++renders, request.url ?? ''),
  });
  const listening = createServer(
    (request, response) => void handle(request, response).catch(() => response.writeHead(500).end()),
  );
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    renders: () => renders,
    pass: (ms) => (clock += ms),
    record: () => (position += 1),
  };
}

const read = async (url: string) => (await (await fetch(url)).text()).split(' ')[0];

describe('how old a shared answer may be', () => {
  it('is given again within the second and rendered anew after it', async () => {
    const { url, pass } = await stand();
    expect(await read(url)).toBe('1');
    pass(999);
    expect(await read(url)).toBe('1');
    pass(1);
    expect(await read(url)).toBe('2');
  });

  it('counts its age from the moment its rendering began, however long that took', async () => {
    const slow = await stand(async (n) => {
      slow.pass(600);
      return new Response(String(n));
    });
    expect(await read(slow.url)).toBe('1');
    slow.pass(400);
    expect(await read(slow.url)).toBe('2');
  });

  it('is not given after an act was recorded, not even within the second', async () => {
    const { url, record } = await stand();
    expect(await read(url)).toBe('1');
    record();
    expect(await read(url)).toBe('2');
  });

  it('an act recorded while it was being rendered makes it old at once', async () => {
    const busy = await stand((n) => {
      if (n === 1) busy.record();
      return new Response(String(n));
    });
    expect(await read(busy.url)).toBe('1');
    expect(await read(busy.url)).toBe('2');
  });

  it('twenty readers at once cost one rendering', async () => {
    const { url, renders } = await stand(async (n) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return new Response(String(n));
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => read(url)));
    expect(new Set(answers)).toEqual(new Set(['1']));
    expect(renders()).toBe(1);
  });
});

describe('whose it may be', () => {
  const asked = (method: string, headers: Record<string, string> = {}) => isShareable({ method, headers });
  it('only a reading without a session and without credentials is shared', () => {
    expect(asked('GET')).toBe(true);
    expect(asked('HEAD', { cookie: 'kenes_lang=kk' })).toBe(true);
    expect(asked('GET', { cookie: 'a=b; kenes_session=secret' })).toBe(false);
    expect(asked('GET', { cookie: 'a=b; __Host-kenes_session=secret' })).toBe(false);
    expect(asked('GET', { authorization: 'Bearer x' })).toBe(false);
    expect(asked('POST')).toBe(false);
  });

  it('addresses are told apart, queries included', async () => {
    const { url } = await stand((_n, path) => new Response(`${path} x`));
    expect(await read(`${url}/kk`)).toBe('/kk');
    expect(await read(`${url}/ru?page=2`)).toBe('/ru?page=2');
    expect(await read(`${url}/kk`)).toBe('/kk');
  });

  it.each([
    ['sets a cookie', { 'set-cookie': 'kenes_session=x' }, 200],
    ['must not be stored', { 'cache-control': 'private, no-store' }, 200],
    ['is not there', {}, 404],
  ] as const)('an answer that %s is given once and kept for nobody', async (_what, headers, status) => {
    const { url, renders } = await stand((n) => new Response(String(n), { headers, status }));
    await read(url);
    await read(url);
    expect(renders()).toBe(2);
  });

  it('keeps no more addresses than it may', async () => {
    const { url, renders } = await stand();
    for (const path of ['/a', '/b', '/c', '/d']) await read(url + path);
    await read(`${url}/d`);
    expect(renders()).toBe(4);
    await read(`${url}/a`);
    expect(renders()).toBe(5);
  });
});

describe('how it is sent', () => {
  it('is compressed when the reader takes it, with its length, and a HEAD has no body', async () => {
    const { url } = await stand();
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    const packed = await fetch(url, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')));
    expect(await packed.text()).toBe(await plain.text());
    expect(await (await fetch(url, { method: 'HEAD' })).text()).toBe('');
  });

  it('says 304 to a reader who has it already', async () => {
    const { url } = await stand();
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('a failed rendering fails alone: the next reader gets a new one', async () => {
    const { url } = await stand((n) => {
      if (n === 1) throw new Error('broken');
      return new Response(String(n));
    });
    expect((await fetch(url)).status).toBe(500);
    expect(await read(url)).toBe('2');
  });
});
