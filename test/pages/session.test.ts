// The session of a browser, over the wire as behind a proxy with TLS: its cookie is for this host alone, nobody can plant one, signing in
// always begins a new one and ends the one before, and what the log tells of it names nobody and no secret.
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { viewerOf } from '../../app/queries/viewer';
import { serve, type Web } from '../../app/server';
import { givePasswords, PASSWORD } from '../help/page';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

type Line = Record<string, unknown>;
const lines: Line[] = [];
const { world: quiet } = testWorld('2026-03-02');
const world = {
  ...quiet,
  log: {
    ...quiet.log,
    info: (facts: object) => void lines.push({ ...facts }),
    warn: (facts: object) => void lines.push({ ...facts }),
  },
};
let cast: Cast;
let web: Web;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  const { build } = await openSite(world, ['accounts', 'home', 'appeals', 'admin']);
  const modes = { database: 'embedded', queue: 'postgresql', post: 'letterbox' } as const;
  const health = () => Promise.resolve({});
  web = await serve({ world, build, modes, health, host: '127.0.0.1', port: 0, trustProxy: 1, buildDir: 'build' });
});
afterAll(() => web.stop());
beforeEach(() => void lines.splice(0));

const TLS = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };
/** As a browser asks through a proxy with TLS. */
const ask = (address: string, { cookie = '', form }: { cookie?: string; form?: Record<string, string> } = {}) =>
  fetch(web.url + address, {
    redirect: 'manual',
    headers: { ...TLS, ...(cookie && { cookie }), ...(form && { origin: web.url.replace('http:', 'https:') }) },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
const signIn = async (cookie = '', password = PASSWORD) => {
  const answer = await ask('/ru/sign-in', { cookie, form: { email: cast.ngo.email, password } });
  const given = answer.headers.getSetCookie();
  return { answer, given, cookie: given[0]?.split(';')[0] ?? '' };
};
const tokenOf = (cookie: string) => cookie.split('=')[1] ?? '';
const isKnown = async (cookie: string) => (await ask('/ru/account', { cookie })).status === 200;

describe('the cookie behind TLS', () => {
  it('is for this host alone, only with TLS, out of reach of scripts and of other sites; there is no other', async () => {
    const { given } = await signIn();
    expect(given).toHaveLength(1);
    expect(given[0]).toMatch(/^__Host-kenes_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
  });

  it('can’t be planted by a neighbour or a man in the middle, who can set none with that name', async () => {
    const { cookie } = await signIn();
    expect(await isKnown(cookie)).toBe(true);
    expect(await isKnown(cookie.replace('__Host-', ''))).toBe(false);
    expect(await isKnown(`x${cookie}`)).toBe(false);
  });

  it('is told to no page, no address and no script', async () => {
    const { answer, cookie } = await signIn();
    expect(answer.headers.get('location')).not.toContain(tokenOf(cookie));
    for (const address of ['/ru/account', '/ru/account/signing-in', '/ru'])
      expect(await (await ask(address, { cookie })).text()).not.toContain(tokenOf(cookie));
  });
});

describe('signing in', () => {
  it('takes no session that was brought along: it makes its own, and the one brought along opens nothing', async () => {
    const planted = `__Host-kenes_session=${'A'.repeat(43)}`;
    const { cookie } = await signIn(planted);
    expect(cookie).not.toBe(planted);
    expect(await isKnown(cookie)).toBe(true);
    expect(await isKnown(planted)).toBe(false);
  });

  it('ends the session that this browser had before, and no other', async () => {
    const [elsewhere, first] = [await signIn(), await signIn()];
    const second = await signIn(first.cookie);
    expect([await isKnown(elsewhere.cookie), await isKnown(first.cookie), await isKnown(second.cookie)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('that fails leaves the session as it was and gives no cookie', async () => {
    const { cookie } = await signIn();
    const failed = await signIn(cookie, 'not the password');
    expect(failed.given).toEqual([]);
    expect(await isKnown(cookie)).toBe(true);
  });

  it('needs a press of a button: looking at a link, or at any page, opens nothing', async () => {
    await ask('/ru/sign-in/link', { form: { email: cast.ngo.email } });
    const letter = await world.db.prisma.letter.findFirstOrThrow({
      where: { letter: 'sign_in_link', email: cast.ngo.email },
      orderBy: { createdAt: 'desc' },
    });
    const path = /"path":\s*"([^"]+)"/.exec(JSON.stringify(letter.data))?.[1] ?? '';
    const looked = await ask(`/ru${path}`);
    expect([looked.status, looked.headers.getSetCookie()]).toEqual([200, []]);
    const pressed = await ask(`/ru${path}`, { form: {} });
    expect(pressed.headers.getSetCookie()[0]).toMatch(/^__Host-kenes_session=/);
  });
});

describe('signing out', () => {
  it('ends it in the database, takes the cookie away, and asks the browser to forget the pages', async () => {
    const { cookie } = await signIn();
    const answer = await ask('/ru/sign-out', { cookie, form: {} });
    expect(answer.headers.getSetCookie()).toEqual([
      '__Host-kenes_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure',
    ]);
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
    expect(await viewerOf(world, tokenOf(cookie))).toBeNull();
    expect(await isKnown(cookie)).toBe(false);
  });

  it('is offered on every page of whoever is signed in', async () => {
    const { cookie } = await signIn();
    for (const address of ['/ru', '/ru/account', '/ru/account/signing-in', '/ru/appeals', '/ru/appeals/new'])
      expect(await (await ask(address, { cookie })).text(), address).toContain('action="/ru/sign-out"');
  });
});

describe('the log', () => {
  const events = () => lines.map(({ security }) => security).filter(Boolean);
  it('tells of letting in, keeping out and ending', async () => {
    const { cookie } = await signIn();
    await signIn('', 'not the password');
    await ask('/ru/sign-out', { cookie, form: {} });
    await ask('/ru/link/' + 'a'.repeat(43), { form: {} });
    expect(events()).toEqual(['session_opened', 'sign_in_refused', 'signed_out', 'link_refused']);
    expect(lines[0]).toMatchObject({ personId: cast.ngo.personId, proved: 'first', codeDue: false });
    expect(lines[1]).toMatchObject({ personId: cast.ngo.personId });
  });

  it('tells what was asked for by whom without the right to it', async () => {
    const { cookie } = await signIn();
    await ask('/ru/admin', { cookie });
    expect(lines.at(-1)).toMatchObject({ status: 403, path: '/ru/admin', personId: cast.ngo.personId });
    expect(lines.at(-1)).toHaveProperty('requestId');
  });

  it('names no person, no address and no secret', async () => {
    const { cookie } = await signIn();
    await signIn('', 'not the password');
    await ask('/ru/admin?token=abc', { cookie });
    const told = JSON.stringify(lines);
    expect(lines.length).toBeGreaterThan(2);
    for (const secret of [cast.ngo.email, cast.ngo.name, '192.0.2.7', tokenOf(cookie), 'not the password', 'token=abc'])
      expect(told).not.toContain(secret);
  });
});

describe('a method that is none of ours', () => {
  const status = (method: string) =>
    new Promise<number>((resolve) =>
      request(`${web.url}/ru`, { method, agent: false }, (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      }).end(),
    );
  it.each(['TRACE', 'PROPFIND', 'TRACK', 'SEARCH'])('is refused: %s', async (method) => {
    // Node itself answers what it does not know at all with 400.
    expect([400, 405]).toContain(await status(method));
  });
});
