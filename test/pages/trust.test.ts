// The pages of trust read from published cells alone: levels both ways, reasons where cells are empty, nothing of a wave that is not
// counted, the body's own view for its officials, receipts, and open data that fit the ledger.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import canonicalize from 'canonicalize';
import { planWave } from '../../app/commands/waves/plan';
import type { Wave } from '../../app/core/wave';
import { publishedTrust } from '../../app/data/score-trust';
import { stepsOf } from '../../app/queries/trust-cells';
import { latestLevels } from '../../app/queries/trust-overview';
import { LOCALES, textFor } from '../../app/text';
import { percent } from '../../app/text/format';
import { leaning, meanOf, shareOf } from '../help/answers';
import { countedWave } from '../help/counted-wave';
import { type Browser, givePasswords, signedInOn, words } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-12-01');
const { world } = test;
const t = textFor('en');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
let before: string[];
let numbers: { first: string; second: string; sealed: string };
const RECEIPT = 'c0ffee'.padEnd(64, '0');
const HIGH = { points: leaning(0.65), dontKnow: 0.05, alike: 0.7 };
const LOW = { points: leaning(0.35), dontKnow: 0.05, alike: 0.7 };

beforeAll(async () => {
  cast = await castInto(world);
  site = await openSite(world, ['trust/', 'bodies/', 'accounts/sign-in']);
  const { administrator, ministry, committee } = cast;
  before = await Promise.all(LOCALES.map((locale) => read(`/${locale}/trust`)));
  await givePasswords(world);
  const asked = (n: number) => [
    { bodyId: ministry.id, direction: 'ngo_to_body' as const, n, invited: 2 * n, truth: HIGH },
    { bodyId: ministry.id, direction: 'body_to_ngo' as const, n: n / 2, invited: n, truth: LOW },
    { bodyId: committee.id, direction: 'ngo_to_body' as const, n: 7, invited: 10, truth: LOW },
    { bodyId: committee.id, direction: 'body_to_ngo' as const, n: 30, invited: 30, truth: LOW },
  ];
  const plan = { administrator, instrument: 'yearly', receipts: [RECEIPT] };
  const titles = (year: string) => ({ titleKk: `Толқын ${year}`, titleRu: `Волна ${year}`, titleEn: `Wave ${year}` });
  const first = await countedWave(test, {
    ...{ ...plan, titles: titles('2027'), opensDay: '2027-02-01', closesDay: '2027-02-20', asked: asked(60), seed: 1 },
  });
  const second = await countedWave(test, {
    ...{
      ...plan,
      titles: titles('2028'),
      opensDay: '2028-02-01',
      closesDay: '2028-02-20',
      asked: asked(200),
      seed: 50,
    },
  });
  const sealed = await must(
    planWave(world, administrator, {
      ...{ instrument: 'yearly', ...titles('2029'), openness: 'closed', bodyIds: [] },
      ...{ opensDay: '2029-02-01', closesDay: '2029-02-20' },
    }),
  );
  numbers = { first, second, sealed: sealed.number };
});

const as = (person: { email: string }) => signedInOn(site, person);
const read = async (address: string, by: Browser = site.visitor()): Promise<string> => {
  const answer = await by.get(address);
  expect(answer.status, address).toBe(200);
  return words(await answer.text());
};
/** 'x.x (…)' after the words: the mean that the page tells. */
const meanAfter = (page: string, label: string): { mean: number; low: number; high: number } => {
  const found = new RegExp(`${label} ([\\d.]+) \\(([\\d.]+) to ([\\d.]+)\\)`).exec(page);
  if (!found) throw new Error(`no mean after ${label}`);
  const [mean = 0, low = 0, high = 0] = found.slice(1).map(Number);
  return { mean, low, high };
};

describe('the overview', () => {
  it('tells the planted levels of both directions with their intervals, and the gap', async () => {
    const page = await read('/en/trust');
    const ngos = meanAfter(page, 'NGOs about a state body');
    const planted = (200 * meanOf(HIGH.points) + 7 * meanOf(LOW.points)) / 207;
    expect(ngos.low < planted && planted < ngos.high, `${planted}`).toBe(true);
    expect(page).toContain(t.trust.gap.more);
    const shares = new RegExp(`(\\d+)% \\((\\d+)% to (\\d+)%\\)`).exec(
      page.slice(page.indexOf(t.trust.shares.columns.label)),
    );
    expect(shares).not.toBeNull();
    expect(page).toContain(t.trust.trend.columns.change);
  });

  it('names every wave with its stage, those that are not counted without any number', async () => {
    const page = await read('/en/trust');
    for (const title of ['Wave 2027', 'Wave 2028', 'Wave 2029']) expect(page).toContain(title);
    expect(page).toContain(t.trust.stages.planned);
    expect(page).toContain(percent('en', (200 + 7) / (400 + 10)));
  });

  it('says in every language that there is nothing yet while nothing was counted', () => {
    for (const [at, locale] of LOCALES.entries()) {
      const say = textFor(locale).trust;
      expect(before[at]).toContain(say.levels.none);
      expect(before[at]).toContain(say.waves.none);
    }
  });
});

describe('a wave', () => {
  it('shows its shares of trust as planted', async () => {
    const page = await read(`/en/trust/waves/${numbers.second}`);
    const truth =
      (shareOf(HIGH.points, 6, 10) * (1 - HIGH.dontKnow) * 200 + shareOf(LOW.points, 6, 10) * (1 - LOW.dontKnow) * 7) /
      207;
    const row = page.slice(page.indexOf('Overall trust: shares'));
    const [, , low = '', high = ''] = /NGOs about a state body (\d+)% \((\d+)% to (\d+)%\)/.exec(row) ?? [];
    // The page tells whole percents: half of one is lost to rounding.
    const [from, to] = [Number(low) - 0.5, Number(high) + 0.5];
    expect(from <= 100 * truth && 100 * truth <= to, `${truth} in ${low}..${high}`).toBe(true);
  });

  it('tells the reason in place of a cell that is too small, and of the cell that would give it away', async () => {
    const page = await read(`/en/trust/waves/${numbers.second}`);
    const table = page.slice(page.indexOf('By body'));
    expect(table).toContain('Committee of Tests Too few answers');
    expect(table).toContain('Ministry of Tests Hidden to protect another cell');
    expect(page).toContain(t.trust.hidden);
  });

  it('tells everything of one question and leads to each of the others, or to all on one page', async () => {
    const address = `/en/trust/waves/${numbers.second}`;
    const told = async (query: string) =>
      [
        ...(
          await site
            .visitor()
            .get(`${address}${query}`)
            .then((answer) => answer.text())
        ).matchAll(/id="item-(\w+)"/g),
      ].map(([, item]) => item);
    const all = await told('?question=all');
    expect(all.length).toBeGreaterThan(8);
    expect(await told('')).toEqual(['trust']);
    expect(await told('?question=nobody_asks')).toEqual(['trust']);
    expect(await told('?question=fairness_heard')).toEqual(['fairness_heard']);
    const page = await (await site.visitor().get(address)).text();
    for (const item of all.filter((one) => one !== 'trust')) expect(page, item).toContain(`?question=${item}#items`);
  });

  it('shows another question where the address asks for it, and the usual one for an unknown', async () => {
    const heading = (page: string) => /By level .*?(Overall trust|Being heard)\. By level/.exec(page)?.[1];
    expect(heading(await read(`/en/trust/waves/${numbers.second}?item=fairness_heard`))).toBe('Being heard');
    expect(heading(await read(`/en/trust/waves/${numbers.second}?item=comment`))).toBe('Overall trust');
  });

  it('that is not counted shows nothing of any answer, to administrators neither', async () => {
    const admin = await as(cast.administrator);
    for (const by of [site.visitor(), admin]) {
      const page = await read(`/en/trust/waves/${numbers.sealed}`, by);
      expect(page).toContain(t.trust.wave.sealed.planned('2029-02-01'));
      expect(page).not.toContain(t.trust.wave.sections.response);
      for (const file of ['tables.csv', 'tables.json', 'receipts.txt'])
        expect((await by.get(`/en/trust/waves/${numbers.sealed}/${file}`)).status).toBe(404);
    }
  });

  it('is read in all three languages', async () => {
    for (const locale of ['kk', 'ru', 'en'] as const)
      expect(await read(`/${locale}/trust/waves/${numbers.first}`)).toContain(
        textFor(locale).trust.wave.sections.tables,
      );
  });
});

describe('a body', () => {
  it('stands beside all bodies, with its trend', async () => {
    const page = await read('/en/bodies/ministry/trust');
    expect(page).toContain(t.trust.body.compareLead);
    expect(page).toContain('Wave 2028');
  });

  it('shows what only it may see to its own officials, marked, and to nobody else', async () => {
    const address = `/en/bodies/committee/trust/own?wave=${numbers.second}`;
    const own = await read(address, await as(cast.committeeRegistrar));
    expect(own).toContain(t.trust.body.ownLead(5, 10));
    const status = async (by: Browser) => (await by.get(address)).status;
    expect(await status(site.visitor())).toBe(302);
    expect(await status(await as(cast.head))).toBe(403);
    expect(await status(await as(cast.administrator))).toBe(403);
    const everyone = await read(`/en/bodies/committee/trust?wave=${numbers.second}`);
    expect(everyone).not.toContain(t.trust.body.internalCell);
  });

  it('that nobody was asked about says so', async () => {
    const slug = 'quiet';
    await world.db.prisma.body.create({
      data: {
        ...{ id: world.newId(), slug, level: 'regional', nameKk: 'Т', nameRu: 'Т', nameEn: 'Quiet', address: 'А' },
        ...{ workdayEnd: '18:30', createdAt: new Date() },
      },
    });
    expect(await read(`/en/bodies/${slug}/trust`)).toContain(t.trust.body.none);
    expect((await site.visitor().get('/en/bodies/nowhere/trust')).status).toBe(404);
  });
});

describe('a receipt', () => {
  const ask = async (number: string, receipt: string) => {
    const answer = await site.visitor().post(`/en/trust/waves/${number}/receipt`, { receipt });
    return { status: answer.status, page: words(await answer.text()) };
  };
  it('that was counted is found, in any case and with spaces around', async () => {
    expect((await ask(numbers.first, ` ${RECEIPT.toUpperCase()} `)).page).toContain(t.trust.receipt.found);
  });
  it('of nobody is not found; what is no receipt is told so', async () => {
    expect((await ask(numbers.first, 'f'.repeat(64))).page).toContain(t.trust.receipt.missing);
    const bad = await ask(numbers.first, 'hello');
    expect(bad).toMatchObject({ status: 422 });
    expect(bad.page).toContain(t.trust.receipt.bad);
  });
  it('is looked up only once the wave is counted', async () => {
    const { page } = await ask(numbers.sealed, RECEIPT);
    expect(page).toContain(t.trust.receipt.notYet);
    expect(page).not.toContain(t.trust.receipt.found);
  });
});

describe('open data', () => {
  type Document = { cells: Record<string, unknown>[]; wave: { sha256: string }; instrument: Wave['instrument'] };
  const file = async (name: string) => (await site.visitor().get(`/en/trust/waves/${numbers.second}/${name}`)).text();

  it('are the published cells, as the hash in the ledger says, and hide what the pages hide', async () => {
    const { cells, wave } = JSON.parse(await file('tables.json')) as Document;
    const shown = cells.filter(({ figures }) => figures !== null);
    const hashed = shown.map(({ direction, cut, cell, body, figures }) => ({ direction, cut, cell, body, figures }));
    expect(
      createHash('sha256')
        .update(canonicalize(hashed) ?? '')
        .digest('hex'),
    ).toBe(wave.sha256);
    expect(cells.some(({ suppressed }) => suppressed === 'small')).toBe(true);
    expect(cells.every(({ suppressed, figures }) => (suppressed === null) === (figures !== null))).toBe(true);
  });

  it('come as one row a figure, each row as wide as the head', async () => {
    const lines = (await file('tables.csv')).replace('\uFEFF', '').trim().split('\r\n');
    const width = lines[0]?.split(',').length;
    expect(lines.every((line) => line.split(',').length === width)).toBe(true);
    expect(lines).toContainEqual(expect.stringMatching(/,ngo_to_body,total,,,trust,,mean,\d/));
    expect(lines).toContainEqual(expect.stringMatching(/,ngo_to_body,body,committee,committee,,,n,,,,,small$/));
  });

  it('hold the list of receipts', async () => expect(await file('receipts.txt')).toBe(RECEIPT));
});

/** As the guide's own timetable asks: all bodies, by invitation. */
const YEARLY = { occasion: 'yearly', openness: 'closed', bodyIds: [] as string[] } as const;

describe('a wave that a council asks for itself', () => {
  it('changes no level and no trend of the country or of a body, though it asks the same', async () => {
    const told = async () => [
      await latestLevels(world, 'en'),
      await stepsOf(world, { like: YEARLY, item: 'trust', of: { bodyId: cast.ministry.id }, locale: 'en' }),
      await publishedTrust(world.db, world.guide, '2031-Q4'),
    ];
    const known = await told();
    const number = await countedWave(test, {
      ...{ administrator: cast.secretary, councilId: cast.council.id, instrument: 'yearly', seed: 7 },
      titles: { titleKk: 'Кеңес сұрайды', titleRu: 'Спрашивает совет', titleEn: 'A council asks' },
      ...{ opensDay: '2030-02-01', closesDay: '2030-02-20' },
      asked: [{ bodyId: cast.ministry.id, direction: 'ngo_to_body', n: 90, invited: 90, truth: LOW }],
    });
    expect(await told()).toEqual(known);
    const { change } = t.trust.trend.columns;
    expect(await read(`/en/trust/waves/${numbers.second}`)).toContain(change);
    expect(await read(`/en/trust/waves/${number}`)).not.toContain(change);
  });
});

describe('a trend', () => {
  it('of totals goes through waves of one reach and openness, that of a body through every one of its openness', async () => {
    const { administrator, ministry, committee } = cast;
    const one = { bodyId: ministry.id, direction: 'ngo_to_body' as const, n: 90, invited: 90, truth: LOW };
    const both = [ministry.id, committee.id];
    const wave = (year: number, more: { bodyIds?: readonly string[]; openness?: 'open'; asked?: (typeof one)[] }) =>
      countedWave(test, {
        ...{ administrator, instrument: 'yearly', seed: 9, asked: [one, { ...one, bodyId: committee.id }], ...more },
        titles: { titleKk: `Толқын ${year}`, titleRu: `Волна ${year}`, titleEn: `Wave ${year}` },
        ...{ opensDay: `${year}-02-01`, closesDay: `${year}-02-20` },
      });
    const alone = await wave(2031, { bodyIds: [ministry.id], asked: [one] });
    const named = [await wave(2032, { bodyIds: both }), await wave(2033, { bodyIds: [...both].reverse() })];
    const open = await wave(2034, { openness: 'open' });
    const of = async (like: Parameters<typeof stepsOf>[1]['like'], cells: 'total' | { bodyId: string } = 'total') => {
      const steps = await stepsOf(world, { like, item: 'trust', of: cells, locale: 'en' });
      return [...new Set(steps.map(({ number }) => number))];
    };
    const { first, second } = numbers;
    expect(await of(YEARLY)).toEqual([first, second]);
    expect(await of({ ...YEARLY, bodyIds: [ministry.id] })).toEqual([alone]);
    expect(await of({ ...YEARLY, bodyIds: both })).toEqual(named);
    expect(await of({ ...YEARLY, openness: 'open', bodyIds: both })).toEqual([open]);
    expect(await of(YEARLY, { bodyId: ministry.id })).toEqual([first, second, alone, ...named]);
    expect(await of({ ...YEARLY, openness: 'open' }, { bodyId: ministry.id })).toEqual([open]);
    expect(await read(`/en/trust/waves/${alone}`)).toContain(t.trust.trend.one);
    expect(await read(`/en/trust/waves/${named[1]}`)).toContain(t.trust.trend.columns.change);
  });
});

describe('a wave that is open to everybody, or about some bodies only', () => {
  it('is not the level of the country, and stands beside no score', async () => {
    const told = async () => [await latestLevels(world, 'en'), await publishedTrust(world.db, world.guide, '2040-Q4')];
    const known = await told();
    const { administrator, ministry, committee } = cast;
    const one = { bodyId: ministry.id, direction: 'ngo_to_body' as const, n: 90, invited: 90, truth: LOW };
    const wave = (year: number, more: { bodyIds?: readonly string[]; openness?: 'open' }) =>
      countedWave(test, {
        ...{ administrator, instrument: 'yearly', seed: 11, asked: [one, { ...one, bodyId: committee.id }], ...more },
        titles: { titleKk: `Толқын ${year}`, titleRu: `Волна ${year}`, titleEn: `Wave ${year}` },
        ...{ opensDay: `${year}-02-01`, closesDay: `${year}-02-20` },
      });
    await wave(2035, { openness: 'open' });
    expect(await told()).toEqual(known);
    // Named bodies: no level of the country either, but each of them was asked about by invitation.
    await wave(2036, { bodyIds: [ministry.id, committee.id] });
    const [levels, beside] = await told();
    expect(levels).toEqual(known[0]);
    expect(beside?.length).toBe((known[1]?.length ?? 0) + 2);
    await wave(2037, {});
    expect(await latestLevels(world, 'en')).not.toEqual(known[0]);
  });
});
