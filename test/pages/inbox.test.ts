// Notices as a browser without scripts meets them: the count in the head of every page, a letter's own words, read and unread, the pages
// of the list, what comes by mail, and the way out that a letter carries.
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, textFor } from '../../app/text';
import type { Viewer } from '../../app/core/viewer';
import { deliver } from '../../workers/deliver';
import { givePasswords, hiddenIn, signedInOn, words, type Browser } from '../help/page';
import { openSite } from '../help/site';
import { steps } from '../help/cases';
import { castInto, testWorld, type Cast } from '../help/world';
import { lettersFor, never } from '../workers/help';

const { world, at } = testWorld('2026-05-06');
const { prisma } = world.db;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const { file } = steps(world, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['inbox/', 'letters/', 'guide/', 'accounts/sign-in']);
});
const as = (viewer: Viewer): Promise<Browser> => signedInOn(site, viewer);
const textAt = async (browser: Browser, address: string) => words(await (await browser.get(address)).text());

describe('notices', () => {
  it.each(LOCALES)('stand in the head of every page by their number, in %s', async (locale) => {
    await prisma.letter.deleteMany();
    const browser = await as(cast.ngo);
    const { inbox: notices } = textFor(locale);
    expect(await textAt(browser, `/${locale}/calculator`)).not.toContain(notices.unread(3));
    await lettersFor(world, cast.ngo, 3);
    expect(await textAt(browser, `/${locale}/calculator`)).toContain(notices.unread(3));
    await lettersFor(world, cast.ngo, 100);
    expect(await textAt(browser, `/${locale}/calculator`)).toContain(notices.many(99));
  });

  it('have the letter’s own words, and are read by opening it or by saying so', async () => {
    await prisma.letter.deleteMany();
    await file();
    await deliver(world, never);
    const browser = await as(cast.ngo);
    const say = textFor('ru').inbox;
    const html = await (await browser.get('/ru/inbox')).text();
    const letter = await prisma.letter.findFirstOrThrow({ where: { personId: cast.ngo.personId } });
    for (const line of (letter.text ?? '')
      .split('\n')
      .filter((one) => one.length > 20)
      .slice(0, 3))
      expect(words(html)).toContain(line.replaceAll(/\s+/g, ' '));
    expect(html).toContain(say.unread(1));
    expect((await browser.get(`/kk/letters/${letter.id}`)).status).toBe(200);
    expect(await textAt(browser, '/ru/inbox?show=unread')).toContain(say.noneUnread);
    await browser.post('/ru/inbox', { intent: 'mark', letterId: letter.id, as: 'unread', back: '/ru/inbox' });
    expect(await textAt(browser, '/ru/inbox')).toContain(say.unread(1));
    const all = { intent: 'mark', letterId: 'all', as: 'read', back: 'https://elsewhere.example/' };
    const answer = await browser.post('/ru/inbox', all);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ru/inbox']);
    expect(await prisma.letter.count({ where: { personId: cast.ngo.personId, readAt: null } })).toBe(0);
  });

  it('of somebody else are neither shown nor read by it', async () => {
    await prisma.letter.deleteMany();
    const [id = ''] = await lettersFor(world, cast.stranger, 1);
    const browser = await as(cast.ngo);
    await browser.post('/ru/inbox', { intent: 'mark', letterId: id, as: 'read' });
    await (await as(cast.administrator)).get(`/ru/letters/${id}`);
    expect((await prisma.letter.findUniqueOrThrow({ where: { id } })).readAt).toBeNull();
    expect(await textAt(browser, '/ru/inbox')).toContain(textFor('ru').inbox.none);
  });

  it('are turned page by page, none left out and none twice, there and back', async () => {
    await prisma.letter.deleteMany();
    for (let n = 0; n < 45; n++) {
      at('2026-05-06', `1${n % 3}:${String(n % 50).padStart(2, '0')}`);
      await lettersFor(world, cast.ngo, 1);
    }
    await deliver(world, never);
    const browser = await as(cast.ngo);
    const idsOn = (html: string) =>
      [...html.matchAll(/class="inbox-head"><a href="\/ru\/letters\/([^"]+)"/g)].map(([, id]) => id);
    const link = (html: string, rel: 'next' | 'prev') =>
      new RegExp(`href="([^"]*)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&');
    const seen: (string | undefined)[][] = [];
    let html = await (await browser.get('/ru/inbox')).text();
    for (;;) {
      seen.push(idsOn(html));
      const next = link(html, 'next');
      if (!next) break;
      html = await (await browser.get(next)).text();
    }
    expect(seen.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(new Set(seen.flat()).size).toBe(45);
    const back = await (await browser.get(link(html, 'prev') ?? '')).text();
    expect(idsOn(back)).toEqual(seen[1]);
  });
});

describe('how mail comes', () => {
  it.each(LOCALES)(
    'is chosen on a page that says what may not be muted, and by which article, in %s',
    async (locale) => {
      const browser = await as(cast.ngo);
      const html = await (await browser.get(`/${locale}/inbox/settings`)).text();
      const { delivery } = textFor(locale).inbox;
      for (const text of Object.values(delivery.weightTexts)) expect(words(html)).toContain(text);
      expect(html.match(/adilet\.zan\.kz/g)?.length).toBeGreaterThan(2);
      await browser.post(`/${locale}/inbox/settings`, { intent: 'delivery', pace: 'weekly', workingHours: 'yes' });
      const set = { where: { id: cast.ngo.personId }, select: { pace: true, workingHours: true } } as const;
      expect(await prisma.person.findUnique(set)).toEqual({ pace: 'weekly', workingHours: true });
      await browser.post(`/${locale}/inbox/settings`, { intent: 'delivery', pace: 'at_once' });
      expect(await prisma.person.findUnique(set)).toEqual({ pace: 'at_once', workingHours: false });
    },
  );

  it('about a body or a topic is muted and heard again', async () => {
    const browser = await as(cast.ngo);
    await browser.post('/ru/inbox/settings', { intent: 'mute', what: 'body', value: cast.ministry.id });
    await browser.post('/ru/inbox/settings', { intent: 'mute', what: 'topic', value: 'ecology' });
    const page = await textAt(browser, '/ru/inbox/settings');
    expect(page).toContain('Ministry of Tests (ru)');
    expect(page).toContain(textFor('ru').topics.ecology);
    for (const what of ['body', 'topic'])
      await browser.post('/ru/inbox/settings', {
        ...{ intent: 'unmute', what, value: what === 'body' ? cast.ministry.id : 'ecology' },
      });
    expect(await textAt(browser, '/ru/inbox/settings')).toContain(textFor('ru').inbox.muted.none);
    const wrong = await browser.post('/ru/inbox/settings', { intent: 'mute', what: 'body', value: world.newId() });
    expect(wrong.status).toBe(404);
  });
});

describe('the link in a letter', () => {
  it.each(LOCALES)(
    'changes nothing by being looked at, and stops by a button without signing in, in %s',
    async (locale) => {
      await prisma.person.updateMany({ data: { pace: 'at_once' } });
      const { stopToken } = await prisma.person.findUniqueOrThrow({ where: { id: cast.citizen.personId } });
      const visitor = site.visitor();
      const say = textFor(locale).inbox.stop;
      const html = await (await visitor.get(`/${locale}/inbox/stop/${stopToken}`)).text();
      expect(words(html)).toContain(say.all);
      expect(words(html)).not.toContain(say.one);
      const pace = async () => (await prisma.person.findUniqueOrThrow({ where: { id: cast.citizen.personId } })).pace;
      expect(await pace()).toBe('at_once');
      const answer = await visitor.post(`/${locale}/inbox/stop/${stopToken}`, { stop: 'gather' });
      expect(words(await answer.text())).toContain(say.done);
      expect(await pace()).toBe('weekly');
      // As a mail program sends it.
      await visitor.post(`/${locale}/inbox/stop/${stopToken}`, { 'List-Unsubscribe': 'One-Click' });
      expect(await pace()).toBe('site');
    },
  );

  it('that leads to nobody says so', async () => {
    const visitor = site.visitor();
    const say = textFor('ru').inbox.stop;
    expect(await textAt(visitor, '/ru/inbox/stop/unknown')).toContain(say.nothing);
    const answer = await visitor.post('/ru/inbox/stop/unknown', { stop: 'all' });
    expect(words(await answer.text())).toContain(say.nothing);
    expect(hiddenIn(await (await visitor.get('/ru/inbox/stop/unknown')).text())).toEqual({});
  });
});
