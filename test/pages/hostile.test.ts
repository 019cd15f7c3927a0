// Every form of the house, found by following every link as everybody, with hostile text in every field: a refusal or an act, never a
// fault, never a page with what was typed as markup. A new form is covered by standing on a page.
import { beforeAll, describe, expect, it } from 'vitest';
import routes from '../../app/routes';
import { fileAppeal } from '../../app/commands/appeals/file';
import { makeContest } from '../../app/commands/contests/make';
import { beginDraft } from '../../app/commands/instruments/begin';
import { callMeeting } from '../../app/commands/meetings/call';
import { planWave } from '../../app/commands/waves/plan';
import { deliver } from '../../workers/deliver';
import { formsIn, linksIn, type PageForm } from '../help/forms';
import { HOSTILE_TEXTS, MEGABYTE, MIXED, polluted, rawIn } from '../help/hostile';
import { givePasswords, signedInOn, type Browser } from '../help/page';
import { must, REASON, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { lettersFor, never } from '../workers/help';

const test = testWorld('2026-02-02');
const { world } = test;
const faults: string[] = [];
world.log = {
  ...world.log,
  error: (facts, text) => void faults.push(`${text}: ${JSON.stringify(facts).slice(0, 600)}`),
};
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(test, () => cast);

const WHO = ['ngo', 'citizen', 'registrar', 'executor', 'head', 'secretary', 'chair', 'administrator'] as const;
type Who = (typeof WHO)[number] | 'nobody';
const browsers = new Map<Who, Browser>();
const as = async (who: Who): Promise<Browser> => {
  const known = browsers.get(who);
  if (known && (who === 'nobody' || known.token() !== null)) return known;
  const browser = who === 'nobody' ? site.visitor() : await signedInOn(site, cast[who]);
  browsers.set(who, browser);
  return browser;
};

beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['']);
  const appeal = async (more: object = {}) =>
    (await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }))).id;
  const appealId = await appeal();
  await appeal({ visibility: 'private', organisationId: cast.organisationId });
  const reasons = { reasonsKk: REASON.reasonKk, reasonsRu: REASON.reasonRu };
  await must(makeContest(world, cast.head, { appealId, claim: 'not_counted', ...reasons }));
  await house.prepare();
  const roundId = await house.open();
  await house.comment(roundId);
  const meeting = { councilId: cast.council.id, day: '2026-03-02', time: '10:00', place: 'Астана', more: 'О грантах' };
  await must(callMeeting(world, cast.secretary, meeting));
  const titles = { titleKk: 'Толқын', titleRu: 'Волна', titleEn: 'Wave' };
  const days = { opensDay: '2026-03-02', closesDay: '2026-03-30' };
  await must(planWave(world, cast.administrator, { instrument: 'yearly', ...titles, openness: 'closed', ...days }));
  const names = { from: 'guide:draft_questions', nameKk: 'Сауалнама', nameRu: 'Анкета', nameEn: 'Questions' };
  await must(beginDraft(world, cast.secretary, { ...names, councilId: cast.council.id }));
  for (const who of WHO) await lettersFor(world, cast[who], 2);
  await deliver(world, never);
}, 120_000);

/** The address of a page with what names one thing taken out, so that pages of one sort are looked at a few times and not all. */
const sortOf = (address: string): string => {
  const url = new URL(address, 'http://kenes.test');
  const path = url.pathname
    .replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '/:id')
    .replaceAll(/\/(?:[A-Z]-)?\d{4}-\d{6}/g, '/:number')
    .replaceAll(/\/(?:pages|items|scales)\/[^/]+/g, '/:part')
    .replaceAll(/\/stop\/[^/]+/g, '/:token');
  return `${path}?${[...url.searchParams.keys()]
    .filter((name) => !/^(?:after|before|done|to|q)$/.test(name))
    .sort()
    .join('&')}`;
};
const MOST_ALIKE = 2;
const signature = (form: PageForm): string => {
  const intents = form.fields
    .filter(({ name }) => /^(?:intent|what|as|stop|scope)$/.test(name))
    .map(({ value }) => value);
  return `${sortOf(form.action)} ${form.fields.map(({ name }) => name.replaceAll(/\d+/g, 'n')).join(',')} ${intents.join(',')}`;
};

const found = new Map<string, { form: PageForm; who: Who }>();
/** Follows every link of one language as one person; keeps one form of each sort. */
async function look(who: Who, read: (address: string, html: string) => void = () => {}): Promise<number> {
  const alike = new Map<string, number>();
  const waiting = [
    '/ru',
    '/ru/account',
    '/ru/inbox',
    '/ru/inbox/settings',
    '/ru/trust/waves/new',
    '/ru/sign-in',
    '/ru/register',
    '/ru/sign-in/link',
  ];
  const seen = new Set<string>();
  let pages = 0;
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (seen.has(address) || !address.startsWith('/ru')) continue;
    seen.add(address);
    const sort = sortOf(address);
    const times = alike.get(sort) ?? 0;
    if (times >= MOST_ALIKE || sort.includes('/files/') || /\.(?:pdf|csv|json|atom|ics|svg)\?$/.test(sort)) continue;
    alike.set(sort, times + 1);
    const answer = await (await as(who)).get(address);
    if (!(answer.headers.get('content-type') ?? '').includes('html') || answer.status >= 300) continue;
    const html = await answer.text();
    pages += 1;
    read(address, html);
    waiting.push(...linksIn(html));
    for (const form of formsIn(html, address)) {
      const key = signature(form);
      if (!form.action.endsWith('/sign-out') && !found.has(key)) found.set(key, { form, who });
    }
  }
  return pages;
}

type Sent = readonly (readonly [name: string, value: string])[];

/** Sends a form as its reader; gives what was wrong with the answer. */
async function wrongWith({ form, who }: { form: PageForm; who: Who }, sent: Sent, what: string): Promise<string[]> {
  const before = faults.length;
  const data = new FormData();
  for (const [name, value] of sent) data.append(name, value);
  const browser = await as(who);
  const plain = Object.fromEntries(sent);
  const answer = await browser.post(form.action, form.multipart ? data : plain);
  const html = await answer.text();
  const place = `${form.action} [${form.fields.map(({ name }) => name).join(' ')}] as ${who}, ${what}`;
  const elsewhere = answer.headers.get('location');
  return [
    ...(answer.status >= 500 ? [`${place}: ${answer.status}`] : []),
    ...rawIn(html).map((mark) => `${place}: ${mark} stands in the page`),
    ...(elsewhere && !/^\/(?![/\\])/.test(elsewhere) ? [`${place}: leads to ${elsewhere}`] : []),
    ...faults.slice(before).map((fault) => `${place}: ${fault}`),
  ];
}
const filled = (form: PageForm, own: (name: string) => string | undefined = () => undefined): Sent =>
  form.fields.map(({ name, value }) => [name, own(name) ?? value] as const);

describe('every form', () => {
  it('is found by following links as everybody', async () => {
    for (const who of ['nobody', ...WHO] as const) expect(await look(who), who).toBeGreaterThan(10);
    const actions = new Set([...found.values()].map(({ form }) => sortOf(form.action)));
    expect(found.size).toBeGreaterThan(60);
    expect(actions.size).toBeGreaterThan(30);
    expect(routes.length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  }, 240_000);

  it('takes hostile text in each of its fields, alone among fitting ones, without a fault', async () => {
    const wrong: string[] = [];
    for (const one of [...found.values()])
      for (const { name } of one.form.fields)
        wrong.push(
          ...(await wrongWith(
            one,
            filled(one.form, (own) => (own === name ? MIXED : undefined)),
            `mixed in ${name}`,
          )),
        );
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(polluted()).toBe(false);
  }, 600_000);

  it('takes each hostile text in all its fields at once', async () => {
    const wrong: string[] = [];
    for (const one of [...found.values()]) {
      const texts = one.form.fields.filter(({ text }) => text).map(({ name }) => name);
      for (const [what, hostile] of Object.entries(HOSTILE_TEXTS))
        wrong.push(
          ...(await wrongWith(
            one,
            filled(one.form, (own) => (texts.includes(own) ? hostile : undefined)),
            what,
          )),
        );
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 600_000);

  it('takes a megabyte, fields twice over, fields with the names of what every object has, and none at all', async () => {
    const wrong: string[] = [];
    for (const one of [...found.values()]) {
      const [text] = one.form.fields.filter((field) => field.text);
      if (text)
        wrong.push(
          ...(await wrongWith(
            one,
            filled(one.form, (own) => (own === text.name ? MEGABYTE : undefined)),
            'a megabyte',
          )),
        );
      const twice = one.form.fields.flatMap(
        ({ name, value }) =>
          [
            [name, value],
            [name, value],
          ] as const,
      );
      wrong.push(...(await wrongWith({ ...one, form: { ...one.form, multipart: true } }, twice, 'twice')));
      const own = [
        '__proto__',
        'constructor',
        'toString',
        '__proto__.polluted',
        'constructor.prototype.polluted',
        'a.b.c.d',
        '[]',
        '',
        'requirements.__proto__',
      ];
      const more = [...filled(one.form), ...own.map((name) => [name, 'yes'] as const)];
      wrong.push(...(await wrongWith(one, more, 'names of objects')));
      wrong.push(...(await wrongWith(one, [], 'nothing')));
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(polluted()).toBe(false);
  }, 600_000);
});

describe('every page that shows what was kept', () => {
  it('shows it as words: none of what all these forms left behind is markup, a handler or an address that runs', async () => {
    const wrong: string[] = [];
    let shown = 0;
    for (const who of ['nobody', 'head', 'administrator'] as const)
      await look(who, (address, html) => {
        if (html.includes('&lt;script&gt;alert')) shown += 1;
        wrong.push(...rawIn(html).map((mark) => `${address} as ${who}: ${mark}`));
      });
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(shown, 'pages with hostile words on them').toBeGreaterThan(10);
  }, 240_000);
});

describe('every address that is read', () => {
  it('takes hostile text in its query, and in each part of its path', async () => {
    const wrong: string[] = [];
    const addresses = new Set<string>();
    const flat = (entries: typeof routes, prefix: string): string[] =>
      entries.flatMap(({ path = '', children = [] }) => [`${prefix}/${path}`, ...flat(children, `${prefix}/${path}`)]);
    for (const path of flat(routes, ''))
      addresses.add(path.replace('/:lang', '/ru').replace('*', 'nothing').replaceAll(/\/+/g, '/'));
    const names = [
      'q',
      'after',
      'before',
      'to',
      'done',
      'body',
      'kind',
      'topic',
      'region',
      'state',
      'period',
      'of',
      'view',
      'from',
      'until',
      'received',
      'show',
      'sort',
      'page',
      'origin',
      'lang',
      'direction',
      'council',
      'whose',
    ];
    for (const address of addresses)
      for (const [what, hostile] of Object.entries(HOSTILE_TEXTS)) {
        // The server itself refuses an address with a NUL before any page (test/web).
        if (hostile.includes('\0')) continue;
        const said = encodeURIComponent(hostile.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
        const path = address.replaceAll(/:[a-zA-Z]+/g, said);
        const query = names.map((name) => `${name}=${said}`).join('&');
        const before = faults.length;
        const answer = await (await as('secretary')).get(`${path}?${query}`);
        const type = answer.headers.get('content-type') ?? '';
        const raw = type.includes('html') ? rawIn(await answer.text()) : [];
        if (answer.status >= 500 || raw.length > 0 || faults.length > before)
          wrong.push(`${address} with ${what}: ${answer.status} ${raw.join()} ${faults.slice(before).join()}`);
      }
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 600_000);
});
