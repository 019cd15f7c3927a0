// Appeals from before Kenes: what each row of a table would do is said first; brought, they are read on their body's page and counted nowhere; the
// ledger says which table was brought and that it was taken back, and a row that is not what was brought is found.
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { applyTable } from '../../app/commands/imports/apply';
import { goOn } from '../../app/commands/imports/go-on';
import { TABLES } from '../../app/data/dump/columns';
import { writeDump } from '../../app/data/dump/write';
import { verifyLedger } from '../../app/data/verify';
import { sitemapPart } from '../../app/queries/sitemap';
import { countStandings } from '../../app/queries/appeals';
import { filterOf } from '../../app/queries/appeal-filter';
import { hasPastCases, pastCases } from '../../app/queries/past-cases';
import { loadByBody } from '../../app/queries/public-bodies';
import { score } from '../../workers/score';
import { tablesOf } from '../help/imports';
import { words } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at } = testWorld('2026-02-02');
const BIN = '960440000111';
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

type Said = Partial<Record<'body' | 'bin' | 'kind' | 'subject' | 'filed' | 'due' | 'answered' | 'outcome', string>>;
const row = (number: string, said: Said = {}) => {
  const { bin = '', kind = 'application', subject = 'Ремонт дороги', filed = '2024-03-01', due = '2024-03-22' } = said;
  const { body = cast.ministry.slug, answered = '2024-03-20', outcome = 'satisfied' } = said;
  return [number, 'e-Otinish', body, bin, kind, subject, filed, due, answered, outcome].join(';');
};
const { bring, apply, undo, lines: linesOf } = tablesOf(world, 'past_cases', () => cast);
const page = async (q = '', after: string | null = null) =>
  pastCases(world, { slug: cast.ministry.slug, q, after, locale: 'ru' });
const faults = async () => (await verifyLedger(world)).faults;

/** Everything that is counted of bodies, as it stands in the database and as pages say it. */
async function figures() {
  await score(world, never);
  const { prisma, pool } = world.db;
  const counted = async (table: string) =>
    (await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0]?.n;
  return {
    snapshots: await prisma.scoreSnapshot.findMany({ orderBy: { id: 'asc' } }),
    stale: await prisma.scoreStale.count(),
    standings: await countStandings(world, null, filterOf(new URLSearchParams())),
    load: await loadByBody(world),
    rows: await Promise.all(['Appeal', 'Obligation', 'Reminder', 'Letter', 'SearchEntry'].map(counted)),
  };
}

describe('a table of appeals from before Kenes', () => {
  it('says of each row what it would do, and why one is refused', async () => {
    const id = await bring(
      row('1'),
      row('1'),
      row('2', { body: 'nowhere' }),
      row('3', { answered: '2024-02-01' }),
      row('4', { answered: '2026-02-03' }),
      row('5', { due: '2024-02-01' }),
      row('6', { subject: 'Жалоба, звоните +7 701 123 45 67' }),
      row('7', { subject: 'Пишите на aigerim@post.kz' }),
      row('8', { subject: 'ИИН 900101300017 указан' }),
      row('9', { bin: '123' }),
      row('10', { kind: 'letter' }),
      row('11', { outcome: 'good' }),
      row('12', { filed: '2024-02-30' }),
      row('13', { kind: '', due: '' }),
    );
    expect(await linesOf(id)).toEqual([
      'new',
      'refused number:twice',
      'refused body:no_body',
      'refused answered:before_filed',
      'refused answered:not_yet',
      'refused due:before_filed',
      'refused subject:personal_data',
      'refused subject:personal_data',
      'refused subject:personal_data',
      'refused bin:bad_bin',
      'refused kind:bad_choice',
      'refused outcome:bad_choice',
      'refused filed:bad_day',
      'new',
    ]);
    expect(await world.db.prisma.pastCase.count()).toBe(0);
  });

  it('is in the ledger by the hash of its rows, public while it is brought, and in no figure', async () => {
    const filed = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
    const parts = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
    await must(answerAppeal(world, cast.executor, { appealId: filed.id, ...aReply('act_favourable', parts) }));
    at('2026-07-15');
    const before = await figures();
    expect(before.snapshots.length).toBeGreaterThan(0);

    const late = row('А-2', { bin: BIN, answered: '2025-01-09', outcome: 'refused', subject: 'Субсидия хозяйству' });
    const id = await bring(row('А-1'), late, row('А-3', { body: 'nowhere' }));
    await apply(id);
    expect(await linesOf(id)).toEqual(['new', 'new', 'refused body:no_body']);
    expect(await page()).toMatchObject({
      older: null,
      rows: [
        { number: 'А-2', organisation: { bin: BIN, name: null }, outcome: 'refused', answeredDay: '2025-01-09' },
        { number: 'А-1', organisation: null, table: { fileName: 'таблица.csv', by: cast.administrator.name } },
      ],
    });
    expect((await page('СУБСИД'))?.rows.map(({ number }) => number)).toEqual(['А-2']);
    expect((await page('%'))?.rows).toEqual([]);
    const [brought] = await world.db.prisma.event.findMany({ where: { stream: `past:${id}` } });
    expect(brought).toMatchObject({ type: 'past.brought', payload: { fileName: 'таблица.csv', rows: 2 } });
    expect(await faults()).toEqual([]);
    expect(await figures()).toEqual(before);

    // Brought once more they are there; one that says something else does not change what was brought.
    const changed = row('А-1', { outcome: 'left' });
    expect(await linesOf(await bring(changed, late))).toEqual(['refused number:brought_before', 'same']);

    await world.db.pool.query(`UPDATE "PastCase" SET outcome = 'satisfied' WHERE number = 'А-2'`);
    expect(await faults()).toEqual([{ stream: `past:${id}`, what: 'the rows are not those that were brought' }]);
    await world.db.pool.query(`UPDATE "PastCase" SET outcome = 'refused' WHERE number = 'А-2'`);

    await undo(id);
    expect(await linesOf(id)).toEqual(['undone', 'undone', 'refused body:no_body']);
    expect([await page(), await hasPastCases(world, cast.ministry.slug)]).toMatchObject([{ rows: [] }, false]);
    expect(await world.db.prisma.pastCase.count()).toBe(0);
    const events = await world.db.prisma.event.findMany({
      where: { stream: `past:${id}` },
      orderBy: { version: 'asc' },
    });
    expect(events.map(({ type }) => type)).toEqual(['past.brought', 'past.taken_back']);
    expect(await faults()).toEqual([]);
    expect(await figures()).toEqual(before);
    await apply(await bring(changed));
    expect((await page())?.rows).toMatchObject([{ number: 'А-1', outcome: 'left' }]);
  });

  it('is whole or not seen: the worker may be killed between its chunks', async () => {
    const id = await bring(
      ...Array.from({ length: 5 }, (_, n) => row(`К-${n}`, { filed: '2023-04-03', answered: `2023-05-0${n + 1}` })),
    );
    await must(applyTable(world, cast.administrator, { importId: id }));
    let asked = 0;
    const afterOne = {
      get aborted() {
        return asked++ > 0;
      },
    } as AbortSignal;
    await goOn(world, afterOne, { chunk: 2 });
    expect(await world.db.prisma.pastCase.count({ where: { tableId: id } })).toBe(2);
    expect((await page('К-'))?.rows).toEqual([]);
    expect(await faults()).toEqual([]);
    await goOn(world, undefined, { chunk: 2 });
    expect((await page('К-'))?.rows.map(({ number }) => number)).toEqual(['К-4', 'К-3', 'К-2', 'К-1', 'К-0']);
    expect(await faults()).toEqual([]);
  });

  it('goes on by keyset, page after page', async () => {
    await apply(
      await bring(
        ...Array.from({ length: 60 }, (_, n) =>
          row(`П-${n}`, { answered: '2022-01-10', filed: '2022-01-03', due: '' }),
        ),
      ),
    );
    const first = await page('П-');
    const second = await page('П-', first?.older ?? '');
    expect([first?.rows.length, second?.rows.length, second?.older]).toEqual([50, 10, null]);
    expect(new Set([...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ number }) => number)).size).toBe(60);
  });
});

describe('the open data', () => {
  it('hold them in a file of their own, without a word of what they say', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kenes-past-'));
    await writeDump(world, folder, 'published');
    const [head, ...rows] = readFileSync(path.join(folder, 'past-cases.csv'), 'utf8').trim().split('\r\n');
    expect(head).toBe(Object.keys(TABLES.pastCases).join(','));
    expect(rows).toHaveLength(await world.db.prisma.pastCase.count());
    const [first] = rows.filter((line) => line.includes('А-1'));
    expect(first).toMatch(`${cast.ministry.slug},e-Otinish,А-1,application,2024-03-01,2024-03-22,2024-03-20,left,`);
    expect(rows.join()).not.toMatch(/Ремонт|Субсидия/);
    expect(readFileSync(path.join(folder, 'cases.csv'), 'utf8')).not.toContain('А-1');
  });
});

describe('the page', () => {
  it('says in three languages that nothing was checked or counted, and is linked from the body where there are any', async () => {
    const site = await openSite(world, ['']);
    const read = async (path: string) => words(await (await site.visitor().get(path)).text());
    for (const [lang, word, outcome] of [
      ['kk', 'тексерілмеген және есепке алынбаған', 'Қараусыз қалдырылды'],
      ['ru', 'не проверено и не учтено', 'Оставлено без рассмотрения'],
      ['en', 'not checked and not counted', 'Left without consideration'],
    ] as const) {
      const address = `/${lang}/bodies/${cast.ministry.slug}/past`;
      const text = await read(address);
      expect(text).toContain(word);
      expect(text).toContain(outcome);
      expect(await (await site.visitor().get(`/${lang}/bodies/${cast.ministry.slug}`)).text()).toContain(
        `href="${address}"`,
      );
      expect(await (await site.visitor().get(`/${lang}/bodies/${cast.committee.slug}`)).text()).not.toContain('/past"');
    }
    expect((await site.visitor().get('/ru/bodies/nobody/past')).status).toBe(404);
    const map = (await sitemapPart(world, 'bodies-1-of-1'))?.map((place) => place.path) ?? [];
    expect(map.filter((path) => path.endsWith('/past'))).toEqual([`/bodies/${cast.ministry.slug}/past`]);
  });
});
