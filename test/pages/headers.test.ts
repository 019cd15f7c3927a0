// What every answer carries, of every kind: pages, refusals, redirects, files, scripts, health, open data, and what never reached a page.
// And what no request may do: send forms from elsewhere, lead elsewhere, smuggle a heading.
import { request } from 'node:http';
import { connect } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { SESSION_COOKIE } from '../../app/queries/viewer';
import { serve, type Web } from '../../app/server';
import { textFor } from '../../app/text';
import { givePasswords, PASSWORD } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { uploaded } from '../help/uploads';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
let cast: Cast;
let web: Web;
let cookie: string;
let addresses: Record<string, string>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  const { build } = await openSite(world, ['']);
  const buildDir = path.join(world.openData, 'build');
  mkdirSync(path.join(buildDir, 'client/assets'), { recursive: true });
  writeFileSync(path.join(buildDir, 'client/assets/a.js'), '0');
  mkdirSync(path.join(world.openData, 'latest'), { recursive: true });
  writeFileSync(path.join(world.openData, 'latest/datapackage.json'), '{}');
  const modes = { database: 'embedded', queue: 'postgresql', post: 'letterbox' } as const;
  const where = {
    host: '127.0.0.1',
    port: 0,
    trustProxy: 0,
    buildDir,
    health: () => Promise.resolve({ database: true }),
  };
  web = await serve({ world, build, modes, ...where });
  const files = [await uploaded(world, cast.ngo)];
  const { number } = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), files }));
  const answer = await send('/ru/sign-in', { email: cast.ngo.email, password: PASSWORD });
  cookie = answer.headers.getSetCookie()[0] ?? '';
  addresses = {
    'a page': '/ru',
    'a case': `/ru/appeals/${number}`,
    'a file': `/ru/appeals/${number}/files/${files[0]}`,
    'a page that is not there': '/ru/nothing-here',
    'a language that is not there': '/xx/appeals',
    'a page that is somebody’s own': '/ru/today',
    'the bare address': '/',
    'the interface for programs': '/api/v1/term?kind=application&received=2026-03-21T11:20',
    'a wrong question to it': '/api/v1/term?kind=nothing',
    'a calendar': '/ru/rounds.ics',
    'a feed': '/ru/rounds.atom',
    'a picture': '/ru/bodies/ministry/scores/badge.svg',
    'a script': '/assets/a.js',
    'a script that is not there': '/assets/b.js',
    'open data': '/open/datapackage.json',
    'the health': '/healthz',
    'the readiness': '/readyz',
    'an address with a NUL': '/ru/%00',
    'an address that is none': '/ru/%ff%fe',
  };
});
afterAll(() => web.stop());

const ask = (address: string, headers: Record<string, string> = {}) =>
  fetch(web.url + address, { redirect: 'manual', headers });
const send = (address: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(web.url + address, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(form) },
    headers: { origin: web.url, ...headers },
  });
const own = () => ({ cookie: cookie.split(';')[0] ?? '' });

/** What is wrong with the headers of an answer. */
function lacks({ headers, status }: Response): string[] {
  const policy = headers.get('content-security-policy') ?? '';
  const said = (name: string, value: RegExp) =>
    value.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name)}`];
  return [
    ...(status >= 500 ? [String(status)] : []),
    ...(/default-src 'none'/.test(policy) && !/unsafe-inline|unsafe-eval|\*/.test(policy) ? [] : [`policy: ${policy}`]),
    ...(/sandbox/.test(policy) ||
    (/frame-ancestors 'none'/.test(policy) && /base-uri 'none'/.test(policy) && /form-action 'self'/.test(policy))
      ? []
      : [`policy: ${policy}`]),
    ...said('x-content-type-options', /^nosniff$/),
    ...said('x-frame-options', /^(?:SAMEORIGIN|DENY)$/),
    ...said('referrer-policy', /^(?:strict-origin-when-cross-origin|no-referrer)$/),
    // A year at least, for every host below this one too.
    ...said('strict-transport-security', /^max-age=(?:3153[6-9]\d{3}|[4-9]\d{7}|\d{9,}); includeSubDomains/),
    ...said('cross-origin-resource-policy', /^(?:same-origin|cross-origin)$/),
    ...(/object-src|sandbox/.test(policy) ? [] : [`policy: ${policy}`]),
    ...said('cross-origin-opener-policy', /^same-origin$/),
    ...(headers.has('x-powered-by') || /\d/.test(headers.get('server') ?? '') ? ['tells what it is made of'] : []),
  ];
}

describe('every answer', () => {
  it('of every kind carries what keeps a browser from harm, for visitors and for who is signed in', async () => {
    const wrong: string[] = [];
    for (const [what, address] of Object.entries(addresses))
      for (const headers of [{}, own()]) {
        const answer = await ask(address, headers);
        await answer.arrayBuffer();
        wrong.push(...lacks(answer).map((lack) => `${what} (${answer.status}): ${lack}`));
      }
    expect(wrong).toEqual([]);
  });

  it('to a form carries it too: one that was taken, refused, foreign, or for no page', async () => {
    const forms = [
      await send('/ru/sign-in', { email: cast.ngo.email, password: 'wrong' }),
      await send('/ru/appeals/new', { subject: '' }, own()),
      await send('/ru/inbox', { intent: 'nothing' }, own()),
      await send('/ru/appeals', {}, own()),
      await send('/ru/nothing-here', {}),
      await send('/ru/sign-in', {}, { origin: 'https://elsewhere.example' }),
      await fetch(`${web.url}/ru/appeals/new`, { method: 'PUT', body: 'x', headers: { origin: web.url } }),
      await fetch(`${web.url}/ru/appeals/new`, { method: 'DELETE', headers: { origin: web.url } }),
    ];
    for (const answer of forms) expect({ status: answer.status, lacks: lacks(answer) }).toMatchObject({ lacks: [] });
  });

  it('that is a page has no script or style written into it, and no handler', async () => {
    for (const address of ['/ru', addresses['a case'] ?? '', '/ru/search?q=x', '/kk/guide', '/en/sign-in']) {
      const html = await (await ask(address, own())).text();
      // What machines read of a case (schema.org) is data: no browser runs it, and no policy lets it.
      expect(html).not.toMatch(/<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>[^<]/);
      expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
    }
  });

  it('with a session sets its cookie out of reach of scripts and of other sites', () => {
    expect(cookie).toMatch(new RegExp(`^${SESSION_COOKIE}=.+; Path=/; HttpOnly; SameSite=Lax; Max-Age=\\d+$`));
  });

  it('that is somebody’s own is kept by nobody between', async () => {
    for (const address of ['/ru/today', '/ru/inbox', addresses['a file'] ?? ''])
      expect((await ask(address, own())).headers.get('cache-control')).toMatch(/no-store|private/);
  });
});

describe('what an answer is', () => {
  it('is said, with its letters where it is text, so that no browser guesses', async () => {
    const wrong: string[] = [];
    for (const [what, address] of Object.entries(addresses)) {
      const answer = await ask(address, own());
      const bytes = await answer.arrayBuffer();
      const type = answer.headers.get('content-type') ?? '';
      // Of a text that somebody attached nobody knows in which letters it is written: it is only ever downloaded.
      const known = /^(?:application\/(?:problem\+)?json|image\/(?!svg)|[a-z]+\/[\w.+-]+; ?charset=utf-8)/i.test(type);
      const kept = /^attachment/.test(answer.headers.get('content-disposition') ?? '');
      if (bytes.byteLength > 0 && !known && !(kept && type))
        wrong.push(`${what} (${answer.status}): ${type || 'nothing'}`);
    }
    expect(wrong).toEqual([]);
  });

  it('to whoever asks for a file is a download in a sandbox', async () => {
    const { headers } = await ask(addresses['a file'] ?? '', own());
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''/);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/);
  });

  it('says when it broke or is not there nothing of the house', async () => {
    for (const what of [
      'a page that is not there',
      'an address that is none',
      'a wrong question to it',
      'a script that is not there',
    ])
      expect(await (await ask(addresses[what] ?? '')).text()).not.toMatch(
        /\.tsx?:\d|prisma|postgres|relation "|\bat \S+ \(/i,
      );
  });

  it('names no folder: where files lie together, there is no list of them', async () => {
    for (const address of ['/assets/', '/.git/config', '/.env', '/package.json', '/server/index.js'])
      expect((await ask(address)).status, address).toBe(404);
  });
});

describe('/.well-known/security.txt', () => {
  it('is not there where nobody is named', async () => {
    expect((await ask('/.well-known/security.txt')).status).toBe(404);
  });

  it('names who is told of a weakness, for a quarter from today', async () => {
    world.securityContact = 'security@kenes.test';
    const answer = await ask('/.well-known/security.txt');
    world.securityContact = null;
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await answer.text()).split('\n')).toEqual([
      'Contact: mailto:security@kenes.test',
      'Expires: 2026-05-31T00:00:00Z',
      'Preferred-Languages: kk, ru, en',
      'Canonical: http://kenes.test/.well-known/security.txt',
      'Policy: http://kenes.test/en/security',
      '',
    ]);
  });
});

describe('the page on security', () => {
  it.each(['kk', 'ru', 'en'] as const)(
    'in %s leads to what it promises, and names whom one tells where somebody is named',
    async (locale) => {
      const html = await (await ask(`/${locale}/security`)).text();
      const say = textFor(locale).security;
      for (const { title } of [say.promises, say.against, say.not, say.checklist, say.made, say.report])
        expect(html).toContain(title);
      expect(html).toContain(say.report.none);
      const links = [...html.matchAll(/<main[\s\S]*<\/main>/g)].flatMap(([main]) => [
        ...main.matchAll(/href="(\/[^"#?]+)"/g),
      ]);
      expect(links.length).toBeGreaterThan(5);
      // The list is made by the build, and this house’s open data are a file of two brackets.
      for (const [, address = ''] of links.filter(([, to = '']) => !/^\/licences\.txt$|\/open$/.test(to)))
        expect((await ask(address, own())).status, address).toBe(200);
      world.securityContact = 'security@kenes.test';
      const named = await (await ask(`/${locale}/security`, own())).text();
      world.securityContact = null;
      expect(named).toContain('href="mailto:security@kenes.test"');
      expect(named).toContain('href="/.well-known/security.txt"');
      expect(named).not.toContain(say.report.none);
    },
  );
});

describe('a form from elsewhere', () => {
  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['a site whose name ends like ours', { origin: 'https://not-localhost' }],
    ['nowhere', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %s', async (_what, headers) => {
    const before = await world.db.prisma.letter.count({ where: { readAt: { not: null } } });
    const answer = await send('/ru/inbox', { intent: 'mark', letterId: 'all' }, { ...own(), ...headers });
    expect(answer.status).toBe(403);
    expect(await world.db.prisma.letter.count({ where: { readAt: { not: null } } })).toBe(before);
  });
});

describe('nobody is led elsewhere', () => {
  const places = [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    '/%0d%0aLocation:%20https://elsewhere.example',
    '/ru\r\nSet-Cookie: a=b',
    ' //elsewhere.example',
    '/ /elsewhere.example',
  ];
  it.each(places)('by signing in with to=%s', async (to) => {
    const answer = await send(`/ru/sign-in?to=${encodeURIComponent(to)}`, {
      email: cast.ngo.email,
      password: PASSWORD,
      to,
    });
    const location = new URL(answer.headers.get('location') ?? '/', web.url);
    expect([answer.status, location.origin]).toEqual([302, new URL(web.url).origin]);
    expect(answer.headers.getSetCookie().every((one) => one.startsWith(SESSION_COOKIE))).toBe(true);
  });
});

describe('a request made by hand', () => {
  const raw = (options: Parameters<typeof request>[1], body = '') =>
    new Promise<number>((resolve) => {
      const asked = request(web.url, { ...options, agent: false }, (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.on('error', () => resolve(0));
      asked.end(body);
    });
  it.each([
    ['a host that is none', { path: '/ru', headers: { host: '<script>' } }],
    ['no host that could be', { path: '/ru', headers: { host: 'a b' } }],
    ['an address of another house', { path: 'http://elsewhere.example/ru' }],
    ['a way out of the folder of scripts', { path: '/assets/../../../../etc/passwd' }],
    ['the same, hidden', { path: '/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd' }],
    ['a way out of open data', { path: '/open/..%2f..%2f..%2fetc%2fpasswd' }],
    ['a cookie of a megabyte', { path: '/ru', headers: { cookie: `a=${'x'.repeat(1_000_000)}` } }],
    ['a language of everything', { path: '/', headers: { 'accept-language': ','.repeat(10_000) } }],
    ['a session that is none', { path: '/ru/today', headers: { cookie: `${SESSION_COOKIE}=%00'"<` } }],
    ['a method that is none', { path: '/ru', method: 'PROPFIND' }],
  ])('is answered below 500: %s', async (_what, options) => {
    expect(await raw(options as Parameters<typeof request>[1])).toBeLessThan(500);
  });

  it('that says twice where it ends is not read: nobody smuggles a second one', async () => {
    const answers = (body: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(new URL(web.url).port), '127.0.0.1', () => socket.end(body));
        let said = '';
        socket.setEncoding('utf8').on('data', (text: string) => (said += text));
        socket.on('close', () => resolve(said));
      });
    const line = 'POST /ru/sign-in HTTP/1.1\r\nHost: localhost\r\n';
    for (const head of [
      'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n',
      'Content-Length: 4\r\nContent-Length: 5\r\n',
      'Transfer-Encoding: chunked, identity\r\n',
      'Content-Length : 4\r\n',
    ]) {
      const said = await answers(`${line}${head}\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      expect(said, head).toMatch(/^HTTP\/1\.1 400 /);
      expect(said.match(/HTTP\/1\.1 \d/g), head).toHaveLength(1);
    }
  });

  it('the house still stands after all of it', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/ru', own())).status).toBe(200);
  });
});
