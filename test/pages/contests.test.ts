// Contests as everyone reads them: one contest, the list, the body's figures both as counted and as ruled, what was restated as page, feed
// and data; what is not said of a case that is not public; and what administrators see while a figure is withheld.
import { beforeAll, describe, expect, it } from 'vitest';
import { sitemapPart, sitemapParts } from '../../app/queries/sitemap';
import { LOCALES, textFor } from '../../app/text';
import { recount } from '../../workers/recount';
import { score } from '../../workers/score';
import { contestHouse, REASONS } from '../help/contests';
import { givePasswords, signedInOn, words } from '../help/page';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-02-02');
const { world, at } = town;
const never = new AbortController().signal;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = contestHouse(town, () => cast);
const numbers = { open: '', closed: '', closedCase: '' };
const numberOf = async (id: string) => (await house.contest(id)).number;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, [
    'contests/',
    'scores/',
    'bodies/',
    'admin/operations',
    'appeals/case',
    'councils/desk',
    'accounts/sign-in',
  ]);
  const open = await house.lateCase();
  const closed = await house.filed('2026-02-03', { visibility: 'private' });
  await house.answered(closed, '2026-03-12');
  at('2026-04-10');
  await score(world, never);
  const first = await house.contested(open, '2026-04-10');
  const second = await house.contested(closed, '2026-04-10', { claim: 'not_counted', day: '' });
  numbers.open = await numberOf(first);
  numbers.closed = await numberOf(second);
  numbers.closedCase = (await house.contest(second)).appealNumber;
  await house.ruled(first, '2026-04-15');
  await score(world, never);
});
const page = async (path: string) => {
  const answer = await site.visitor().get(path);
  return { status: answer.status, html: await answer.text() };
};
const BODY = '/bodies/ministry/scores';

describe('a contest', () => {
  it.each(LOCALES)(
    'shows both versions, the reasons, the ruling with its votes and the council’s clock (%s)',
    async (locale) => {
      const { status, html } = await page(`/${locale}/contests/${numbers.open}`);
      const say = textFor(locale).contests;
      const text = words(html);
      expect(status).toBe(200);
      for (const sentence of [
        say.versions.recorded,
        say.versions.claimed,
        say.versions.ruled,
        say.clock.due,
        say.ruling.votes,
      ])
        expect(text).toContain(sentence);
      expect(text).toContain(locale === 'kk' ? REASONS.reasonsKk : REASONS.reasonsRu);
      expect(text).toContain(textFor(locale).scores.body.counted.late);
      expect(text).toContain(textFor(locale).scores.body.counted.in_time);
      for (const { name } of cast.members) expect(text).toContain(name);
      expect(html).not.toMatch(/NaN|undefined/);
    },
  );

  it('stands on the map for search engines while its case is everybody’s', async () => {
    const places = await sitemapPart(world, `contests-${numbers.open.slice(0, -3)}`);
    expect(places?.map(({ path }) => path)).toEqual([`/contests/${numbers.open}`]);
    expect(await sitemapParts(world)).toContain(`contests-${numbers.open.slice(0, -3)}`);
  });

  it('of a case that is not public says how it counts and was ruled, but no words and no subject', async () => {
    const { status, html } = await page(`/ru/contests/${numbers.closed}`);
    expect(status).toBe(200);
    expect(words(html)).toContain(textFor('ru').contests.closedWords);
    for (const hidden of [REASONS.reasonsRu, 'Пандус у подземного перехода', `/appeals/${numbers.closedCase}`])
      expect(html).not.toContain(hidden);
    expect((await page(`/ru/contests/${numbers.closed}/files/${world.newId()}`)).status).toBe(404);
    expect((await page('/ru/contests/K-2026-999999')).status).toBe(404);
  });

  it('carries what the body sends along with it to whoever may read it, over HTTP', async () => {
    const by = async (who: 'head' | 'stranger' | 'secretary') => signedInOn(site, cast[who]);
    const sent = async (appealId: string, name: string) => {
      const { number } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: appealId } });
      const form = new FormData();
      for (const [field, value] of Object.entries({ claim: 'ended_day', day: '2026-02-20', ...REASONS }))
        form.append(field, value);
      form.append('files', new File(['күні;сағаты\n2026-02-20;16:10\n'], name, { type: 'text/csv' }));
      const answer = await (await by('head')).post(`/ru/appeals/${number}/contest`, form);
      expect(answer.status).toBe(303);
      return /contests\/(K-[\d-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
    };
    const inPublic = await house.lateCase('2026-02-04', '2026-03-11');
    const hidden = await house.filed('2026-02-05', { visibility: 'private' });
    await house.answered(hidden, '2026-03-11');
    at('2026-04-16');
    const [open, closed] = [await sent(inPublic, 'қолхат.csv'), await sent(hidden, 'расписка.csv')];
    const fileIn = async (number: string) => {
      const { html } = { html: await (await (await by('head')).get(`/ru/contests/${number}`)).text() };
      return new RegExp(`/ru/contests/${number}/files/[0-9a-f-]+`).exec(html)?.[0] ?? '';
    };
    const [file, secret] = [await fileIn(open), await fileIn(closed)];
    const answer = await site.visitor().get(file);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('қолхат.csv'));
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('күні;сағаты\n2026-02-20;16:10\n');
    // Of a case that is not public: its parties and the council that rules, nobody else; and never under another contest's number.
    const status = async (address: string, who?: 'head' | 'stranger' | 'secretary') =>
      (await (who ? await by(who) : site.visitor()).get(address)).status;
    expect([await status(secret, 'head'), await status(secret, 'secretary')]).toEqual([200, 200]);
    expect([await status(secret), await status(secret, 'stranger')]).toEqual([404, 404]);
    expect(await status(secret.replace(closed, open))).toBe(404);
  });

  it('stands in the list, by body and by where it stands', async () => {
    const { html } = await page('/ru/contests');
    for (const number of [numbers.open, numbers.closed]) expect(html).toContain(number);
    const open = await page('/ru/contests?status=open&body=ministry');
    expect(open.html).toContain(numbers.closed);
    expect(open.html).not.toContain(numbers.open);
    expect((await page('/ru/contests?body=committee')).html).not.toContain(numbers.open);
  });

  it('stands on the page of its case, and in the list of the cases behind the figure', async () => {
    const { appealNumber } = await house.contest(
      (await world.db.prisma.contest.findUniqueOrThrow({ where: { number: numbers.open } })).id,
    );
    expect((await page(`/ru/appeals/${appealNumber}`)).html).toContain(`/ru/contests/${numbers.open}`);
    const behind = await page(`/ru${BODY}/cases?period=2026-Q1&of=lawful.in_time`);
    expect(behind.html).toContain(`/ru/contests/${numbers.open}`);
    expect(behind.html).not.toContain(`/appeals/${appealNumber}/contest`);
  });
});

describe('the figures of the body', () => {
  it.each(LOCALES)('stand as originally counted and as ruled, with the contested share (%s)', async (locale) => {
    const text = words((await page(`/${locale}${BODY}`)).html);
    const say = textFor(locale).contests.share;
    for (const sentence of [say.of(2, 2), say.original, say.ruled, say.by]) expect(text).toContain(sentence);
    expect(text).toContain(numbers.open);
  });
});

describe('what was restated', () => {
  it.each(LOCALES)('says from what, to what, and by which contest (%s)', async (locale) => {
    const { status, html } = await page(`/${locale}/scores/restatements`);
    const say = textFor(locale).contests.restatements;
    expect(status).toBe(200);
    expect(words(html)).toContain(say.cause.ruling);
    expect(html).toContain(`/${locale}/contests/${numbers.open}`);
    expect(words(html)).toContain(say.ofN(0, 2));
    expect(words(html)).toContain(say.ofN(1, 2));
  });

  it('is a feed, CSV and JSON of the same', async () => {
    const atom = await page('/ru/scores/restatements.atom');
    expect(atom.html).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(atom.html).toContain(textFor('ru').contests.restatements.cause.ruling);
    const json = JSON.parse((await page('/en/scores/restatements/restatements.json')).html) as {
      restatements: {
        body: object | null;
        causes: string[];
        trace: { contests: string[] };
        changes: { measure: string }[];
      }[];
      next: string | null;
    };
    const ruled = { causes: ['ruling'], trace: { contests: [numbers.open] } };
    const [of, all] = [
      { ...ruled, body: { slug: 'ministry' } },
      { ...ruled, body: null },
    ];
    expect(json.restatements.toSorted((a, b) => Number(a.body === null) - Number(b.body === null))).toMatchObject([
      of,
      all,
    ]);
    const csv = (await page('/en/scores/restatements/restatements.csv')).html.trim().split('\r\n');
    expect(csv).toHaveLength(1 + json.restatements.reduce((sum, { changes }) => sum + changes.length, 0));
    expect(csv.find((line) => line.includes('lawful_term'))).toMatch(/lawful_term,all,0,2,0,1,2,0\.5$/);
    expect((await page('/en/scores/restatements/other.csv')).status).toBe(404);
  });
});

describe('a figure whose two counts differ', () => {
  it('leaves its page and the restatements, stands before administrators with what differs, and comes back when it is settled', async () => {
    const admin = await signedInOn(site, cast.administrator);
    await world.db.pool.query(`UPDATE "Contest" SET effect = NULL WHERE number = $1`, [numbers.open]);
    await recount(world, never);
    const shown = async () => words(await (await admin.get('/en/admin')).text());
    expect(await shown()).toContain('rulings on contested cases');
    expect(words((await page(`/ru${BODY}`)).html)).toContain(textFor('ru').scores.withheld.title);
    expect((await page('/ru/scores/restatements')).html).not.toContain(numbers.open);
    await world.db.pool.query(`UPDATE "Contest" SET effect = facts #> '{ruled,effect}' WHERE number = $1`, [
      numbers.open,
    ]);
    await recount(world, never);
    expect(await shown()).not.toContain('rulings on contested cases');
    expect(words((await page(`/ru${BODY}`)).html)).toContain(textFor('ru').contests.share.by);
    expect((await page('/ru/scores/restatements')).html).toContain(numbers.open);
  });
});
