// Cards for other sites, over real HTTP: everybody may frame them and nothing else; no scripts, no session, words that can't break out.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textFor } from '../../app/text';
import { serve, type Web } from '../../app/server';
import { createHash } from 'node:crypto';
import { openSite } from '../help/site';
import { roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-03-02');
const { world } = test;
let cast: Cast;
let web: Web;
const house = roundHouse(test, () => cast);
const numbers = { open: '', preparing: '' };
beforeAll(async () => {
  cast = await castInto(world);
  await world.db.prisma.body.update({
    where: { id: cast.ministry.id },
    data: { nameRu: 'Министерство </title></style><script>alert(1)</script> "кавычек"' },
  });
  const numberOf = async (id: string) => (await world.db.prisma.round.findUniqueOrThrow({ where: { id } })).number;
  numbers.open = await numberOf(await house.open());
  numbers.preparing = await numberOf(await house.prepare());
  const { build } = await openSite(world, ['embeds/', 'bodies/body', 'rounds/round']);
  web = await serve({
    ...{ world, build, host: '127.0.0.1', port: 0, trustProxy: 0, buildDir: path.join(world.openData, 'build') },
    modes: { database: 'embedded', queue: 'postgresql', post: 'letterbox' },
    health: () => Promise.resolve({}),
  });
});
afterAll(() => web.stop());
const ask = (address: string, headers: Record<string, string> = {}) => fetch(web.url + address, { headers });

describe.each(['kk', 'ru', 'en'] as const)('in %s', (locale) => {
  it.each([
    ['a body', () => `/${locale}/embed/bodies/ministry`],
    ['a round', () => `/${locale}/embed/rounds/${numbers.open}`],
  ])('the card of %s may be framed, loads nothing and runs nothing', async (_what, address) => {
    const answer = await ask(address());
    const html = await answer.text();
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(answer.headers.get('x-frame-options')).toBeNull();
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(html).not.toMatch(/<script|<link|<img|<form|\son[a-z]+=|\sstyle=/);
    expect(html).toContain(textFor(locale).embeds.credit);
    for (const [link] of html.matchAll(/<a [^>]*>/g)) expect(link).toMatch(/target="_blank"/);
    expect(html.length).toBeLessThan(3500);
    const again = await ask(address(), { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });
});

it('nothing else may be framed, an address of a card that is not there neither', async () => {
  for (const address of [
    '/ru/bodies/ministry',
    `/ru/rounds/${numbers.open}`,
    '/ru/embed/bodies/none',
    '/ru/embed/',
    `/ru/embed/rounds/${numbers.preparing}`,
  ])
    expect((await ask(address)).headers.get('content-security-policy'), address).toContain("frame-ancestors 'none'");
  expect((await ask('/ru/bodies/ministry')).headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect((await ask(`/ru/embed/rounds/${numbers.preparing}`)).status).toBe(404);
});

it('the pages give the lines to copy, whatever the body is called', async () => {
  const html = await (await ask('/ru/bodies/ministry')).text();
  const [, value = ''] = /value="(&lt;iframe[^"]*)"/.exec(html) ?? [];
  const snippet = value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
  expect(snippet).toMatch(
    /^<iframe src="http:\/\/kenes\.test\/ru\/embed\/bodies\/ministry" title="[^"<>]*" width="100%" height="330" loading="lazy" style="[^"<>]*"><\/iframe>$/,
  );
  expect(await (await ask(`/ru/rounds/${numbers.open}`)).text()).toContain(`/ru/embed/rounds/${numbers.open}`);
});
