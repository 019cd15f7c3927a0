// A session that ends while somebody types: nothing typed is lost, nothing is stored for it, and nothing is done by itself.
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, textFor } from '../../app/text';
import { givePasswords, PASSWORD, signedInOn } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['appeals/', 'accounts/']);
});

type Browser = ReturnType<typeof site.visitor>;
type Fields = [name: string, value: string | File][];
const as = (person: { email: string }) => signedInOn(site, person);
const formOf = (fields: Fields): FormData => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const endSessions = () => world.db.prisma.session.updateMany({ data: { revokedAt: new Date(world.now()) } });
const text = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
/** The fields that a browser would send with the page's form besides those that a person fills in. */
const hiddenIn = (html: string): Fields => {
  const [main = ''] = /<form class="form".*?<\/form>/s.exec(html) ?? [];
  return [...main.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    text(name),
    text(value),
  ]);
};
/** Posts a form, and follows the redirects that a browser follows with the same form in hand. */
const send = async (browser: Browser, address: string, fields: Fields): Promise<{ at: string; answer: Response }> => {
  for (let at = address; ;) {
    const answer = await browser.post(at, formOf(fields));
    if (answer.status !== 307) return { at, answer };
    at = answer.headers.get('location') ?? '';
  }
};
const signInWith = (html: string, email: string, password: string): Fields => [
  ...hiddenIn(html),
  ['email', email],
  ['password', password],
];
const counts = async () => [
  await world.db.prisma.appeal.count(),
  await world.db.prisma.event.count(),
  await world.db.prisma.file.count(),
];
const LINES = 'Первая строка «в кавычках» & <знаки>\r\n\r\n1. Пункт первый "о сроках"\r\n2. 🙂 Пункт второй';

describe('filing when the session has ended', () => {
  const place = '/ru/appeals/new?kind=message';
  const bytes = (name: string) => new File(['a;b;c'], name, { type: 'text/csv' });

  it('shows the sign-in with everything typed, and after it the form filled in again, nothing sent', async () => {
    const browser = await as(cast.ngo);
    const typed: Fields = Object.entries({ ...anAppeal(cast), kind: 'message', nameHidden: 'on', text: LINES });
    const refused = await browser.post(place, formOf([...typed, ['subject', ' '], ['files', bytes('смета.csv')]]));
    const upload = /id="file-([0-9a-f-]{36})"/.exec(await refused.text())?.[1] ?? '';
    const key = world.newId();
    await endSessions();
    const before = await counts();

    const sent: Fields = [...typed, ['key', key], ['files', upload], ['files', bytes('новый файл.csv')]];
    const stopped = await send(browser, place, sent);
    expect([stopped.at, stopped.answer.status]).toEqual([`/ru/sign-in/form?to=${encodeURIComponent(place)}`, 200]);
    const page = await stopped.answer.text();
    const words = textFor('ru').accounts.interrupted;
    for (const sentence of [words.title, words.lead, words.stay, words.files]) expect(text(page)).toContain(sentence);
    expect(Object.fromEntries(hiddenIn(page))).toMatchObject({
      'carried.subject': anAppeal(cast).subject,
      'carried.text': LINES,
      'carried.files': upload,
      'carried.key': key,
      'carried.nameHidden': 'on',
    });

    const wrong = await send(browser, stopped.at, signInWith(page, cast.ngo.email, 'this is not it'));
    const again = await wrong.answer.text();
    expect([wrong.at, wrong.answer.status]).toEqual([stopped.at, 422]);
    expect(again).not.toContain('this is not it');
    expect(hiddenIn(again)).toEqual(hiddenIn(page));

    const landed = await send(browser, stopped.at, signInWith(again, cast.ngo.email, PASSWORD));
    const form = await landed.answer.text();
    expect([landed.at, landed.answer.status]).toEqual([place, 200]);
    expect(text(form)).toContain(words.resumed.title);
    expect(text(form)).toContain(words.files);
    expect(form).toContain(`value="${anAppeal(cast).subject}"`);
    expect(text(form).replaceAll('\r\n', '\n')).toContain(`${LINES.replaceAll('\r\n', '\n')}</textarea>`);
    expect(form).toMatch(new RegExp(`id="file-${upload}"[^>]*checked`));
    expect(form).toContain(`name="key" value="${key}"`);
    expect(form).not.toContain(PASSWORD);
    expect(await counts(), 'nothing was stored, and nothing was done').toEqual(before);

    const filed = await send(browser, place, [...typed, ['key', key], ['files', upload]]);
    expect(filed.answer.headers.get('location')).toMatch(/\?done=filed$/);
  });

  it('lets whoever signs in by a link do so in another tab and go on here', async () => {
    const browser = await as(cast.ngo);
    await endSessions();
    const typed: Fields = Object.entries(anAppeal(cast));
    const stopped = await send(browser, place, typed);
    const page = await stopped.answer.text();
    const early = await send(browser, stopped.at, [...hiddenIn(page), ['intent', 'go-on']]);
    const told = await early.answer.text();
    expect(text(told)).toContain(textFor('ru').accounts.interrupted.stranger);
    expect(hiddenIn(told)).toEqual(hiddenIn(page));
    await browser.post('/ru/sign-in', { email: cast.ngo.email, password: PASSWORD });
    const landed = await send(browser, stopped.at, [...hiddenIn(told), ['intent', 'go-on']]);
    expect([landed.at, landed.answer.status]).toEqual([place, 200]);
    expect(await landed.answer.text()).toContain(`value="${anAppeal(cast).subject}"`);
  });

  it('shows nobody’s uploads to whoever else signs in', async () => {
    const browser = await as(cast.ngo);
    const refused = await browser.post(place, formOf([['files', bytes('смета.csv')]]));
    const upload = /id="file-([0-9a-f-]{36})"/.exec(await refused.text())?.[1] ?? '';
    await endSessions();
    const stopped = await send(browser, place, [...(Object.entries(anAppeal(cast)) as Fields), ['files', upload]]);
    const page = await stopped.answer.text();
    const landed = await send(browser, stopped.at, signInWith(page, cast.stranger.email, PASSWORD));
    const form = await landed.answer.text();
    expect(form).toContain(`value="${anAppeal(cast).subject}"`);
    expect(form).not.toContain('смета.csv');
  });

  it('keeps the words also where a large file came with them', async () => {
    const browser = await as(cast.ngo);
    await endSessions();
    const large = new File([new Uint8Array(3_000_000)], 'фильм.png');
    const stopped = await send(browser, place, [...(Object.entries(anAppeal(cast)) as Fields), ['files', large]]);
    const page = await stopped.answer.text();
    expect(Object.fromEntries(hiddenIn(page))).toMatchObject({ 'carried.text': anAppeal(cast).text, lostFiles: 'yes' });
  });
});

describe('an act when the session has ended', () => {
  const filed = async (): Promise<string> => {
    const answer = await (await as(cast.ngo)).post('/ru/appeals/new', formOf(Object.entries(anAppeal(cast))));
    return /appeals\/([\d-]+)\?/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  };
  const typedReply = (): Fields => {
    const { requirements, ...reply } = aReply('act_favourable', PARTS);
    const parts = Object.entries(requirements).map(([id, value]): [string, string] => [`requirements.${id}`, value]);
    return [...(Object.entries({ ...reply, text: LINES }) as Fields), ...parts];
  };

  it('of answering comes back filled in, with every part and every upload, and answers only when it is sent', async () => {
    const number = await filed();
    const place = `/kk/appeals/${number}/answer`;
    const browser = await as(cast.executor);
    const refused = await browser.post(place, formOf([['files', new File(['акт'], 'акт.txt')]]));
    const upload = /id="file-([0-9a-f-]{36})"/.exec(await refused.text())?.[1] ?? '';
    await endSessions();
    const before = await counts();
    const stopped = await send(browser, place, [...typedReply(), ['files', upload]]);
    const page = await stopped.answer.text();
    expect(text(page)).toContain(textFor('kk').accounts.interrupted.lead);
    const landed = await send(browser, stopped.at, signInWith(page, cast.executor.email, PASSWORD));
    const form = await landed.answer.text();
    expect([landed.at, landed.answer.status]).toEqual([place, 200]);
    expect(text(form)).toContain(textFor('kk').accounts.interrupted.resumed.title);
    expect(text(form).replaceAll('\r\n', '\n')).toContain(`${LINES.replaceAll('\r\n', '\n')}</textarea>`);
    expect(form.split('Изложено в приложенном акте.</textarea>')).toHaveLength(PARTS.length + 1);
    expect(form).toMatch(/checked=""[^>]*value="act_favourable"/);
    expect(form).toMatch(new RegExp(`id="file-${upload}"[^>]*checked`));
    expect(await counts()).toEqual(before);
    const done = await send(browser, place, [...typedReply(), ['files', upload]]);
    expect(done.answer.headers.get('location')).toBe(`/kk/appeals/${number}?done=answer`);
  });

  it('that needs no word is not done by what comes from the sign-in', async () => {
    const number = await filed();
    const place = `/ru/appeals/${number}/withdraw`;
    const browser = await as(cast.ngo);
    await endSessions();
    // Forms without files are sent in the plain way.
    const first = await browser.post(place, { statement: 'Вопрос решён.' });
    const at = first.headers.get('location') ?? '';
    const page = await (await browser.post(at, { statement: 'Вопрос решён.' })).text();
    expect([first.status, Object.fromEntries(hiddenIn(page))]).toMatchObject([
      307,
      { 'carried.statement': 'Вопрос решён.' },
    ]);
    const landed = await send(browser, at, signInWith(page, cast.ngo.email, PASSWORD));
    expect(await landed.answer.text()).toContain('Вопрос решён.</textarea>');
    expect([landed.at, landed.answer.status]).toEqual([place, 200]);
    expect((await world.db.prisma.appeal.findUniqueOrThrow({ where: { number } })).phase).toBe('open');
  });

  it('without any field asks for an ordinary sign-in', async () => {
    const number = await filed();
    const place = `/ru/appeals/${number}/accept`;
    const { at, answer } = await send(site.visitor(), place, []);
    expect([at, answer.status, answer.headers.get('location')]).toEqual([
      `/ru/sign-in/form?to=${encodeURIComponent(place)}`,
      302,
      `/ru/sign-in?to=${encodeURIComponent(place)}`,
    ]);
  });
});

describe('the sign-in with a form', () => {
  it.each(LOCALES)('opened by its address says in %s that there is none', async (locale) => {
    const html = await (await site.visitor().get(`/${locale}/sign-in/form?to=/${locale}/appeals/new`)).text();
    expect(text(html)).toContain(textFor(locale).accounts.interrupted.nothing);
    expect(html).toContain(`/${locale}/sign-in?to=`);
  });

  it('sends a form nowhere but to this site', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const browser = site.visitor();
      const fields: Fields = [
        ['interrupted', 'yes'],
        ['carried.text', LINES],
        ['email', cast.ngo.email],
        ['password', PASSWORD],
      ];
      const answer = await browser.post(`/ru/sign-in/form?to=${encodeURIComponent(to)}`, formOf(fields));
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/ru/today']);
    }
  });
});
