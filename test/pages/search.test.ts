// The search page as a browser without scripts meets it, saved searches on the account and the day's page, and similar cases before sending.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { LOCALES, textFor } from '../../app/text';
import { search as runSearch } from '../../workers/search';
import { must } from '../help/rounds';
import { givePasswords, signedInOn, words, type Browser } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
let number = '';
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['search/', 'appeals/', 'accounts/']);
  ({ number } = await must(fileAppeal(world, cast.ngo, anAppeal(cast))));
  for (let n = 0; n < 25; n += 1)
    await must(
      fileAppeal(world, cast.ngo, {
        ...anAppeal(cast),
        subject: `Қоғамдық бақтар ${n}`,
        text: 'Бақтардағы орындықтарды жөндеуді сұраймыз.',
      }),
    );
  await runSearch(world, new AbortController().signal);
});

const as = (person: { email: string }) => signedInOn(site, person);
const read = async (browser: Browser, address: string, status = 200): Promise<string> => {
  const answer = await browser.get(address);
  expect([address, answer.status]).toEqual([address, status]);
  return answer.text();
};
const q = encodeURIComponent;

describe('the search page', () => {
  it.each(LOCALES)('in %s marks the words, links the case and counts each noun', async (locale) => {
    const html = await read(site.visitor(), `/${locale}/search?q=${q('пандусы')}`);
    expect(html).toContain(`href="/${locale}/appeals/${number}"`);
    expect(html).toContain('<mark>пандус</mark>');
    const t = textFor(locale).search;
    for (const word of Object.values(t.what)) expect(words(html)).toContain(word);
    expect(words(html)).toContain(t.parts.body);
  });

  const turned = (html: string, way: 'after' | 'before') =>
    new RegExp(`href="([^"]*${way}=[^"]*)"`)
      .exec(html.slice(html.indexOf('<nav class="pages"')))?.[1]
      ?.replaceAll('&amp;', '&');

  it('turns its pages both ways, over every case once', async () => {
    const browser = site.visitor();
    const seen: string[] = [];
    let html = await read(browser, `/kk/search?q=${q('бақ')}`);
    const first = html;
    for (;;) {
      seen.push(...[...html.matchAll(/<h2><a href="\/kk\/appeals\/([\d-]+)"/g)].map(([, one = '']) => one));
      const older = turned(html, 'after');
      if (!older) break;
      html = await read(browser, older);
    }
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
    const newer = turned(html, 'before') ?? '';
    const links = (page: string) => [...page.matchAll(/<h2><a href="([^"]*)"/g)].map(([, one]) => one);
    expect(links(await read(browser, newer))).toEqual(links(first));
  });

  it.each(LOCALES)('in %s says what was mended, and what to do where nothing was found', async (locale) => {
    const t = textFor(locale);
    const mended = words(await read(site.visitor(), `/${locale}/search?q=${q('пнадус')}`));
    expect(mended).toContain(t.search.mended(t.appeals.filter.words('пнадус'), t.appeals.filter.words('пандус')));
    const nothing = words(await read(site.visitor(), `/${locale}/search?q=${q('щщщщ')}`));
    expect(nothing).toContain(t.search.none.title);
    expect(nothing).toContain(t.search.none.text);
  });

  it('answers whatever stands in its address, and shows it as it was typed', async () => {
    for (const typed of [
      '<script>alert(1)</script>',
      "'; DROP TABLE",
      '&|!():*',
      '%00',
      '\u202e',
      '💧',
      '%',
      'ё'.repeat(5000),
    ])
      for (const query of [
        `q=${q(typed)}`,
        `q=a&what=${q(typed)}`,
        `q=a&body=${q(typed)}`,
        `q=a&from=${q(typed)}`,
        `q=a&after=${q(typed)}`,
        `q=a&topic=${q(typed)}`,
      ])
        expect(await read(site.visitor(), `/en/search?${query}`)).not.toContain('<script>alert');
    expect(await read(site.visitor(), `/en/search?q=${q('<b>лифт')}`)).toContain('value="&lt;b&gt;лифт"');
  });
});

describe('a saved search', () => {
  it('is kept by a button, told of on the day’s page and the account, opened and dropped, without scripts', async () => {
    at('2026-03-03');
    const browser = await as(cast.stranger);
    const t = textFor('ru').search.saved;
    const value = 'q=лифт';
    const back = `/ru/search?q=${q('лифт')}`;
    expect(await read(browser, `/ru/search?q=${q('лифт')}`)).toContain(t.save);
    const saved = await browser.post('/ru/search', { intent: 'save', value });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, back]);
    expect(await read(browser, back)).toContain(t.isSaved);
    expect(words(await read(browser, '/ru/account'))).toContain(t.nothingNew);
    expect(words(await read(browser, '/ru/today'))).not.toContain(t.today);
    at('2026-03-04');
    await must(
      fileAppeal(world, cast.ngo, {
        ...anAppeal(cast),
        subject: 'Стоят лифты',
        text: 'Лифты в поликлинике стоят второй месяц.',
      }),
    );
    const today = words(await read(browser, '/ru/today'));
    expect(today).toContain(t.today);
    expect(today).toContain(t.new(1));
    const opened = await browser.post('/ru/search', { intent: 'see', value });
    expect(opened.headers.get('location')).toBe(back);
    expect(words(await read(browser, '/ru/today'))).not.toContain(t.today);
    await browser.post('/ru/search', { intent: 'drop', value, back: 'account' });
    expect(words(await read(browser, '/ru/account'))).toContain(t.none);
  });

  it('asks a visitor to sign in, and takes no act that is not there', async () => {
    expect(
      (await site.visitor().post('/ru/search', { intent: 'save', value: 'q=a' })).headers.get('location'),
    ).toContain('/ru/sign-in');
    expect((await (await as(cast.ngo)).post('/ru/search', { intent: 'burn', value: 'q=a' })).status).toBe(400);
  });

  it('is refused in words when there are too many', async () => {
    const browser = await as(cast.citizen);
    for (let n = 0; n < 20; n += 1) await browser.post('/kk/search', { intent: 'save', value: `q=${n}` });
    const answer = await browser.post('/kk/search', { intent: 'save', value: 'q=more' });
    expect(answer.status).toBe(422);
    expect(words(await answer.text())).toContain(textFor('kk').refusals.codes.searches_full({ limit: 20 }).now);
  });
});

describe('before an appeal is sent', () => {
  const sent = () => ({ ...anAppeal(cast), visibility: 'public', organisationId: '', key: world.newId() });
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };

  it.each(LOCALES)(
    'similar cases are shown once in %s, with what was typed; sent again, it is filed',
    async (locale) => {
      const browser = await as(cast.citizen);
      const typed = sent();
      const before = await world.db.prisma.appeal.count();
      const asked = await browser.post(`/${locale}/appeals/new`, form(typed));
      const html = await asked.text();
      expect([asked.status, await world.db.prisma.appeal.count()]).toEqual([200, before]);
      expect(html).toContain(`href="/${locale}/appeals/${number}"`);
      expect(words(html)).toContain(textFor(locale).search.similar.send);
      expect(html).toContain(typed.text);
      const looked = /<input[^>]*name="looked"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '';
      const filed = await browser.post(`/${locale}/appeals/new`, form({ ...typed, looked }));
      expect(filed.status).toBe(303);
      expect(await world.db.prisma.appeal.count()).toBe(before + 1);
    },
  );

  it('a form that can’t be sent is refused first', async () => {
    const answer = await (await as(cast.citizen)).post('/ru/appeals/new', form({ ...sent(), text: '' }));
    expect(answer.status).toBe(422);
  });

  it('nobody is kept from sending what is like nothing before', async () => {
    const answer = await (
      await as(cast.citizen)
    ).post(
      '/ru/appeals/new',
      form({
        ...sent(),
        subject: 'Сурикаты и капибары',
        text: 'Просим завести сурикатов, капибар и тапиров в зоопарке.',
      }),
    );
    expect(answer.status).toBe(303);
  });

  it('the page of a case leads to cases like it', async () => {
    const browser = site.visitor();
    expect(await read(browser, `/kk/appeals/${number}`)).toContain(`href="/kk/search/similar/${number}"`);
    expect(await read(browser, `/kk/search/similar/${number}`)).not.toContain(
      `class="card-title"><a href="/kk/appeals/${number}"`,
    );
    await read(browser, '/kk/search/similar/2020-000001', 404);
  });
});
