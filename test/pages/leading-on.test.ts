// Nobody is led elsewhere: each page that goes on to an address which it was given is found in the code, and each is tried with every way of
// writing another site. A page that begins to lead on has no case here, and the first test fails.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { safeReturn } from '../../app/pages/respond';
import { givePasswords, PASSWORD, signedInOn, type Browser } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { lettersFor } from '../workers/help';

const { world } = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['accounts', 'rounds', 'inbox', 'search', 'appeals', 'home']);
  await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  await lettersFor(world, cast.ngo, 1);
});

const ELSEWHERE = [
  ...['https://elsewhere.example', 'http:elsewhere.example', '//elsewhere.example', '///elsewhere.example/a'],
  ...[
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '\\/elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
  ],
  ...[' //elsewhere.example', '/ /elsewhere.example', 'javascript:alert(1)', 'data:text/html,x', 'elsewhere.example'],
  ...['/ru\r\nSet-Cookie: a=b', '@elsewhere.example', 'ru.elsewhere.example', '?https://elsewhere.example', '', '.'],
];

/** Each page that leads on, by its file: what is asked of it. */
const LEADING: Record<string, (browser: Browser, to: string) => Promise<Response>> = {
  'app/pages/accounts/sign-in.tsx': (browser, to) => browser.get(`/ru/sign-in?to=${encodeURIComponent(to)}`),
  'app/pages/accounts/register.tsx': (browser, to) => browser.get(`/ru/register?to=${encodeURIComponent(to)}`),
  'app/pages/accounts/ask-link.tsx': (browser, to) => browser.get(`/ru/sign-in/link?to=${encodeURIComponent(to)}`),
  'app/pages/accounts/enter.ts': (_browser, to) =>
    site.visitor().post(`/ru/sign-in?to=${encodeURIComponent(to)}`, { email: cast.ngo.email, password: PASSWORD, to }),
  'app/pages/accounts/code.tsx': (browser, to) =>
    browser.post(`/ru/sign-in/code?to=${encodeURIComponent(to)}`, { code: '123456' }),
  'app/pages/accounts/interrupted.tsx': (browser, to) =>
    browser.post(`/ru/sign-in/form?to=${encodeURIComponent(to)}`, { carried: '{"subject":"a"}', subject: 'a' }),
  'app/pages/rounds/follow.ts': (browser, to) =>
    browser.post('/ru/follow', { step: 'follow', what: 'body', value: cast.ministry.id, back: to }),
  'app/pages/inbox/list.tsx': (browser, to) =>
    browser.post('/ru/inbox', { intent: 'mark', letterId: 'all', as: 'read', back: to }),
};
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app/pages'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => [file, readFileSync(file, 'utf8')] as const);

describe('a page that leads on', () => {
  it('to what it was given is one of these', () => {
    const found = sources.filter(([file, text]) => file !== 'app/pages/respond.ts' && /\bsafeReturn\(/.test(text));
    expect(found.map(([file]) => file).sort()).toEqual(Object.keys(LEADING).sort());
  });

  it('puts nothing that was sent at the beginning of an address: only behind the language, or through safeReturn', () => {
    const SENT = /searchParams|textOf\(|typed[.[]|request\.url|headers\.get/;
    const leading = sources.flatMap(([file, text]) =>
      [...text.matchAll(/\bredirect\(\s*([^;]{1,200})/g)].map(([, to = '']) => ({ file, to })),
    );
    expect(leading.length).toBeGreaterThan(60);
    expect(
      leading.filter(({ to }) => !/^(?:`\/\$\{|safeReturn\()/.test(to) && SENT.test(to.split('headers:')[0] ?? '')),
    ).toEqual([]);
  });

  it.each(Object.keys(LEADING))('leads to no other site: %s', async (file) => {
    const browser = await signedInOn(site, cast.ngo);
    const led: string[] = [];
    for (const to of ELSEWHERE) {
      const answer = await LEADING[file]?.(browser, to);
      const location = answer?.headers.get('location') ?? '/';
      if (new URL(location, 'http://kenes.test').origin !== 'http://kenes.test' || !/^\/(?![/\\])/.test(location))
        led.push(`${to}: ${location}`);
      expect(answer?.status, to).toBeLessThan(500);
    }
    expect(led).toEqual([]);
  });
});

describe('an address to go on to', () => {
  it('is taken when it is a place on this site, and otherwise what was meant instead', () => {
    for (const to of ['/ru', '/ru/appeals?x=1#a', '/kk/rounds/R-2026-000001']) expect(safeReturn(to, '/ru')).toBe(to);
    for (const to of ELSEWHERE) expect(safeReturn(to, '/fallback'), JSON.stringify(to)).toBe('/fallback');
  });
});
