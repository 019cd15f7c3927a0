// Published scores as people and programs read them: the league, a body's page, the cases behind each count, the same as data, and
// what a withheld figure looks like.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { COUNTED_AS } from '../../app/core/score/clock';
import { BUCKETS } from '../../app/core/score/distribution';
import type { Figures } from '../../app/core/score/figures';
import { PROMISE_AS } from '../../app/core/score/promises';
import { RATES } from '../../app/core/score/rates';
import type { NotEstimable } from '../../app/core/statistics/estimate';
import type { Share } from '../../app/core/statistics/wilson';
import { bodyScores } from '../../app/queries/scores';
import { scoreCases } from '../../app/queries/score-cases';
import { LOCALES, textFor } from '../../app/text';
import { score } from '../../workers/score';
import { givePasswords, signedInOn, words } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
const never = new AbortController().signal;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
/** One public case that stays open, one private, one withdrawn in time, one filed later. */
const numbers = { open: '', private: '', withdrawn: '', later: '' };
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['accounts/sign-in', 'scores/', 'bodies/', 'admin/operations']);
  const file = (more: object = {}) => must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }));
  numbers.open = (await file()).number;
  numbers.private = (await file({ visibility: 'private' })).number;
  const withdrawn = await file();
  numbers.withdrawn = withdrawn.number;
  at('2026-02-10');
  await must(
    withdrawAppeal(world, cast.ngo, { appealId: withdrawn.id, statement: 'Вопрос решён, обращение отзываю.' }),
  );
  at('2026-02-20');
  numbers.later = (await file()).number;
  at('2026-02-25');
  await score(world, never);
  at(PUBLIC);
});
const page = async (path: string) => {
  const answer = await site.visitor().get(path);
  return { status: answer.status, html: await answer.text() };
};
/** Ten working days after the quarter's end. */
const PUBLIC = '2026-04-14';
const BODY = '/bodies/ministry/scores';

describe('the page of a body', () => {
  it.each(LOCALES)('says both clocks, the score, the time and how it was reckoned (%s)', async (locale) => {
    const { status, html } = await page(`/${locale}${BODY}`);
    const say = textFor(locale).scores;
    expect(status).toBe(200);
    const text = words(html);
    for (const sentence of [say.body.clocks.title, say.body.drivers.title, say.body.time.title, say.how.checked])
      expect(text).toContain(sentence);
    expect(text).toContain(world.guide.inForceOn('2026-02-25').texts[locale]['exclusion.withdrawn.text']);
    expect(html).toMatch(/[0-9a-f]{64}/);
    expect(html).not.toMatch(/NaN|undefined/);
  });

  it('leads from each count to its cases; private ones are counted and not named', async () => {
    const { html } = await page(`/ru${BODY}/cases?period=2026-Q1&of=lawful.late_open`);
    expect(html).toContain(numbers.open);
    expect(html).not.toContain(numbers.private);
    expect(words(html)).toContain(textFor('ru').scores.cases.hidden(1));
    expect((await page(`/ru${BODY}/cases?period=2026-Q1&of=lawful.withdrawn`)).html).toContain(numbers.withdrawn);
    expect((await page(`/ru${BODY}/cases?period=2026-Q1&of=lawful.not_due`)).html).toContain(numbers.later);
  });

  it('lists exactly as many as each figure counts, for everyone and for the body', async () => {
    const { figures, origin, body } = (await bodyScores(world, 'ministry', null, 'ru')) ?? {};
    if (!figures || !origin || !body) throw new Error('there are no figures');
    const counted = (share: Share | NotEstimable) => (share.estimate === null ? 0 : share.of);
    const expected: [string, number][] = [
      ...COUNTED_AS.flatMap((as): [string, number][] => [
        [`lawful.${as}`, figures.clocks.lawful.counts[as]],
        [`lawful.${as}.application`, figures.byKind[0]?.clocks.lawful.counts[as] ?? 0],
        [`extended.${as}`, figures.clocks.extended.counts[as]],
        [`duty.register.${as}`, figures.duties.find(({ rule }) => rule === 'register')?.clock.counts[as] ?? 0],
        [`comments.${as}`, figures.comments.clock.counts[as]],
        [`council.${as}`, figures.councilReplies.counts[as]],
      ]),
      ...BUCKETS.map((bucket): [string, number] => [`bucket.${bucket}`, figures.distribution[bucket]]),
      ...RATES.map((rate): [string, number] => [`rate.${rate}`, counted(figures.rates[rate])]),
      ...PROMISE_AS.map((as): [string, number] => [`promise.${as}`, figures.promises?.counts[as] ?? 0]),
      ['all', figures.cases.all],
      ['end.open', figures.time.open],
      ['end.withdrawn', 1],
      ['hours', figures.afterHours ? counted(figures.afterHours.share) : 0],
    ];
    const { period, reportDay } = origin;
    for (const [of, count] of expected) {
      const asked = { bodyId: body.id, period, reportDay, of, after: '' };
      const everyone = await scoreCases(world, { ...asked, reader: 'everyone', size: 'page' });
      expect([of, everyone?.all, (everyone?.rows.length ?? 0) + (everyone?.hidden ?? 0)]).toEqual([of, count, count]);
      const own = await scoreCases(world, { ...asked, reader: 'body', size: 'whole' });
      expect([of, own?.rows.length, own?.hidden]).toEqual([of, count, 0]);
    }
    expect(expected.filter(([, count]) => count > 0).length).toBeGreaterThan(8);
  });

  it('gives the list as a file, without what is not open to the public', async () => {
    const csv = await (await site.visitor().get(`/en${BODY}/cases/lawful.late_open.2026-Q1.csv`)).text();
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(`${numbers.open},http://kenes.test/en/appeals/${numbers.open},application,`);
    expect(csv).not.toContain(numbers.private);
    expect((await site.visitor().get(`/en${BODY}/cases/lawful.nothing.2026-Q1.csv`)).status).toBe(404);
  });

  it('is not there for a body that is not, and says so plainly where nothing was counted yet', async () => {
    expect((await page('/en/bodies/nobody/scores')).status).toBe(404);
    expect(words((await page('/en/bodies/committee/scores')).html)).toContain(textFor('en').scores.none.title);
    expect((await page(`/ru${BODY}/cases?period=2026-Q1&of=lawful.nonsense`)).status).toBe(404);
  });
});

describe('the overview', () => {
  it.each(LOCALES)('puts bodies beside each other and ranks nobody on too little (%s)', async (locale) => {
    const { html } = await page(`/${locale}/scores`);
    const say = textFor(locale).scores;
    for (const sentence of [say.league.notRanked, say.league.fewBodies, say.country.cases(1)])
      expect(words(html)).toContain(sentence);
    expect(html).toContain(`/${locale}${BODY}?period=2026-Q1`);
  });
});

describe('beside the body’s page', () => {
  it('a badge says the share with its interval and n, and is not sent again while nothing changed', async () => {
    const first = await site.visitor().get(`/en${BODY}/badge.svg`);
    expect(first.headers.get('content-type')).toContain('image/svg+xml');
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const svg = await first.text();
    expect(svg).toContain('In time: 0%');
    expect(svg).toMatch(/0% to \d+%, n = 2/);
    expect(first.headers.get('etag')).toMatch(/^"2026-Q1-\d+-en"$/);
    expect((await site.visitor().get('/en/bodies/committee/scores/badge.svg')).status).toBe(404);
  });

  it.each(LOCALES)('compares asks for two bodies, and names those that have figures (%s)', async (locale) => {
    const { html } = await page(`/${locale}/scores/compare?body=ministry&body=nobody`);
    expect(words(html)).toContain(textFor(locale).scores.compare.choose);
    expect(html).toContain('value="ministry"');
  });

  it.each(LOCALES)('cuts by kind and region show the share of that cut alone (%s)', async (locale) => {
    const { html } = await page(`/${locale}/scores?kind=application&region=central`);
    const say = textFor(locale).scores;
    for (const sentence of [say.cuts.byRegion, say.cuts.central, say.ofN(0, 2)])
      expect(words(html)).toContain(sentence);
    expect(words((await page(`/${locale}/scores?region=KZ-71`)).html)).not.toContain(say.ofN(0, 3));
  });

  it('a choice of kind, field and region holds on every page together, and stays in the links to quarters and in forms', async () => {
    const say = textFor('en').scores;
    const kind = world.guide.inForceOn('2026-02-25').texts.en['kind.application.name'] ?? '';
    const overview = await page('/en/scores?kind=application');
    expect(words(overview.html)).toContain(say.cuts.chosen(kind));
    expect(words(overview.html)).toContain(say.cuts.whole);
    // Of all bodies, of the region, of the body, and in the league: two have fallen due, none in time.
    expect(words(overview.html).split(say.ofN(0, 2)).length).toBeGreaterThan(4);
    const nothing = words((await page('/en/scores?kind=application&region=KZ-71')).html);
    expect(nothing).toContain(say.cuts.nothing);
    expect(nothing).not.toContain('Ministry of Tests');

    const body = await page(`/en${BODY}?kind=application`);
    expect(words(body.html)).toContain(say.cuts.chosen(kind));
    expect(words(body.html)).not.toContain(say.body.drivers.title);
    expect(body.html).toContain('of=lawful.late_open.application');
    expect(words((await page(`/en${BODY}?kind=complaint`)).html)).toContain(say.cuts.nothing);

    const compare = await page('/en/scores/compare?kind=application&body=ministry');
    expect(compare.html).toContain('<input type="hidden" name="kind" value="application"/>');
    expect(compare.html).toContain('<input type="hidden" name="body" value="ministry"/>');
    const csv = await (await site.visitor().get('/en/scores/files/cuts.2026-Q1.csv')).text();
    expect(csv).toMatch(/^body,central,ministry,application,,lawful_term,all,0,2,/m);
    expect(csv).toMatch(/^region,central,,application,,lawful_term,all,0,2,/m);
    expect(csv).toMatch(/^all,,,,,extended_term,all,0,2,/m);
  });
});

describe('the same as data', () => {
  const get = (path: string) => site.visitor().get(path);

  it('has every share with its counts and interval, as CSV and as JSON with its origin', async () => {
    const csv = await get(`/en${BODY}/files/shares.2026-Q1.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, lawful] = (await csv.text()).split('\r\n');
    expect(head).toBe(
      'measure,of_what,count,n,share,low,high,not_estimable,late,late_open,not_due,withdrawn,redirected',
    );
    expect(lawful).toMatch(/^lawful_term,all,0,2,0,0,0\.65\d*,,0,2,1,1,0$/);
    const json = (await (await get(`/en${BODY}/files/shares.2026-Q1.json`)).json()) as Record<string, unknown>;
    expect(json).toMatchObject({ period: '2026-Q1', reportDay: '2026-02-25', method: 'scores/4' });
    expect((json.data as object[])[0]).toMatchObject({ measure: 'lawful_term', count: 0, n: 2, late_open: 2 });
    const all = (await (await get(`/en${BODY}/files/all.2026-Q1.json`)).json()) as { data: Figures };
    expect(all.data.clocks.lawful.counts.late_open).toBe(2);
  });

  it('has the league and the curve, and nothing under other names', async () => {
    expect((await (await get('/ru/scores/files/league.2026-Q1.csv')).text()).split('\r\n')[1]).toMatch(
      /^ministry,4,2,/,
    );
    expect((await (await get(`/ru${BODY}/files/curve.2026-Q1.csv`)).text()).split('\r\n')[0]).toMatch(/^working_days,/);
    for (const path of [
      '/ru/scores/files/league.2025-Q1.csv',
      `/ru${BODY}/files/other.2026-Q1.csv`,
      `/ru${BODY}/files/all.2026-Q1.csv`,
    ])
      expect((await get(path)).status, path).toBe(404);
  });
});

describe('before the day of publication', () => {
  const own = async (role: 'nobody' | 'head' | 'stranger', path = '') => {
    const visitor = role === 'nobody' ? site.visitor() : await signedInOn(site, cast[role]);
    return visitor.get(`/en${BODY}/own${path}`);
  };

  it('everyone reads the day, and nothing of the quarter, on no page and in no file', async () => {
    at('2026-04-13');
    try {
      const { html } = await page(`/en${BODY}`);
      expect(words(html)).toContain(textFor('en').scores.body.next('Quarter 1 of 2026', PUBLIC));
      expect(words(html)).toContain(textFor('en').scores.none.title);
      expect(words((await page('/en/scores')).html)).toContain(textFor('en').scores.none.title);
      for (const path of [
        `${BODY}/files/shares.2026-Q1.csv`,
        `${BODY}/cases?period=2026-Q1&of=all`,
        `${BODY}/cases/all.2026-Q1.csv`,
        '/scores/files/league.2026-Q1.csv',
      ])
        expect((await page(`/en${path}`)).status, path).toBe(404);
    } finally {
      at(PUBLIC);
    }
  });

  it('the officials of the body read it, with the private cases behind; nobody else may', async () => {
    at('2026-04-13');
    try {
      const mine = await (await own('head')).text();
      expect(words(mine)).toContain(textFor('en').scores.own.until(PUBLIC));
      expect(await (await own('head', '/cases?period=2026-Q1&of=lawful.late_open')).text()).toContain(numbers.private);
      for (const path of ['', '/cases?period=2026-Q1&of=lawful.late_open']) {
        expect((await own('stranger', path)).status).toBe(403);
        expect((await own('nobody', path)).status).toBe(302);
      }
    } finally {
      at(PUBLIC);
    }
  });
});

it('withheld figures are shown nowhere, and the page says that they are', async () => {
  const mismatch = {
    id: world.newId(),
    bodyId: cast.ministry.id,
    period: '2026-Q1',
    foundAt: new Date(0),
    parts: ['cases'],
  };
  await world.db.prisma.scoreMismatch.create({ data: mismatch });
  expect(words((await page(`/en${BODY}`)).html)).toContain(textFor('en').scores.withheld.title);
  expect((await page(`/en${BODY}/files/shares.2026-Q1.csv`)).status).toBe(404);
  expect((await page(`/en${BODY}/cases?period=2026-Q1&of=lawful.late_open`)).status).toBe(404);
  const overview = words((await page('/en/scores')).html);
  expect(overview).toContain(textFor('en').scores.withheld.list('Ministry of Tests'));
});
