// The list of appeals: who finds what, in which order, and which names are never told.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { may } from '../../app/core/permission';
import type { Viewer } from '../../app/core/viewer';
import { cursorOf, filterOf } from '../../app/queries/appeal-filter';
import { countStandings, listAppeals } from '../../app/queries/appeals';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
const asked = (query: string) => filterOf(new URLSearchParams(query));
const numbersOf = async (viewer: Viewer | null, query: string) =>
  (await listAppeals(world, viewer, { filter: asked(query), locale: 'ru' })).rows.map(({ number }) => number);

const SUBJECTS = [
  'Абай даңғылындағы пандус',
  'Ремонт дороги на улице Абая',
  'Broken lift at the clinic',
  'Құбырдағы су сапасы',
];
beforeAll(async () => {
  cast = await castInto(world);
  for (let n = 0; n < 60; n += 1) {
    at('2026-03-02', n % 3 === 0 ? '10:00' : `10:${String(n).padStart(2, '0')}`);
    const filed = await fileAppeal(world, n % 2 ? cast.ngo : cast.citizen, {
      ...anAppeal(cast),
      organisationId: n % 2 ? cast.organisationId : '',
      bodyId: n % 5 === 0 ? cast.committee.id : cast.ministry.id,
      kind: n % 4 === 0 ? 'message' : 'application',
      subject: SUBJECTS[n % 4],
      visibility: n % 10 === 3 ? 'private' : 'public',
      nameHidden: n % 10 === 4,
    });
    if (!filed.ok) throw new Error(filed.refusal.code);
  }
});

describe('the list', () => {
  it('holds for everyone exactly what the permission table lets them read', async () => {
    const all = await world.db.prisma.appeal.findMany({
      select: { number: true, bodyId: true, personId: true, organisationId: true, visibility: true },
    });
    for (const viewer of [
      null,
      cast.ngo,
      cast.citizen,
      cast.stranger,
      cast.registrar,
      cast.committeeRegistrar,
      cast.administrator,
    ]) {
      const readable = all.filter((one) => may(viewer, 'appeal.read', one)).map(({ number }) => number);
      const { counts } = await countStandings(world, viewer, asked(''));
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(readable.length);
      const seen: string[] = [];
      for (let after: string | null = '', page; after !== null; after = page.older) {
        page = await listAppeals(world, viewer, { filter: asked(''), after: cursorOf(after), locale: 'kk' });
        seen.push(...page.rows.map(({ number }) => number));
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.toSorted()).toEqual(readable.toSorted());
    }
  });

  it('pages forward and back over the same cases, also where many came in the same instant', async () => {
    const first = await listAppeals(world, null, { filter: asked(''), locale: 'en', limit: 7 });
    const second = await listAppeals(world, null, {
      filter: asked(''),
      locale: 'en',
      limit: 7,
      after: cursorOf(first.older),
    });
    const third = await listAppeals(world, null, {
      filter: asked(''),
      locale: 'en',
      limit: 7,
      after: cursorOf(second.older),
    });
    expect(first.newer).toBeNull();
    const back = await listAppeals(world, null, {
      filter: asked(''),
      locale: 'en',
      limit: 7,
      before: cursorOf(third.newer),
    });
    expect(back.rows).toEqual(second.rows);
    const start = await listAppeals(world, null, {
      filter: asked(''),
      locale: 'en',
      limit: 7,
      before: cursorOf(back.newer),
    });
    expect(start.rows).toEqual(first.rows);
    expect(start.newer).toBeNull();
  });

  it('is searched by any form and by the beginnings of words in three languages, in any case of letters', async () => {
    for (const [words, subject] of [
      ['ПАНДУС даңғыл', SUBJECTS[0]],
      ['ремонту дорог', SUBJECTS[1]],
      ['clinic LIFT', SUBJECTS[2]],
      ['құбырларға', SUBJECTS[3]],
      ['кубы', SUBJECTS[3]],
    ] as const) {
      const { rows } = await listAppeals(world, null, {
        filter: asked(new URLSearchParams({ q: words }).toString()),
        locale: 'en',
      });
      expect(rows.length).toBeGreaterThan(3);
      expect(new Set(rows.map((row) => row.subject))).toEqual(new Set([subject]));
    }
    expect(await numbersOf(null, `q=${encodeURIComponent("пандус' & !абай:* |")}`)).not.toEqual([]);
    expect(await numbersOf(null, 'q=нет-такого-слова')).toEqual([]);
  });

  it('finds a case by its number, with or without the year', async () => {
    const [one] = await numbersOf(null, '');
    expect(await numbersOf(null, `q=${one}`)).toEqual([one]);
    expect(await numbersOf(null, `q=${Number(one?.slice(5))}`)).toContain(one);
  });

  it('narrows by kind, period, body with everything under it, and by whose it is', async () => {
    const of = async (query: string, viewer: Viewer | null = null) =>
      Object.values((await countStandings(world, viewer, asked(query))).counts).reduce((sum, n) => sum + n, 0);
    const everything = await of('');
    expect((await of('kind=message')) + (await of('kind=application'))).toBe(everything);
    expect(await of('body=ministry')).toBe(everything);
    expect(await of('body=committee')).toBeLessThan(everything / 3);
    expect(await of('body=nowhere')).toBe(0);
    expect(await of('from=2026-03-02&to=2026-03-02')).toBe(everything);
    expect(await of('from=2026-03-03')).toBe(0);
    expect(await of('whose=mine', cast.ngo)).toBe(30);
    expect(await of('whose=ours', cast.committeeRegistrar)).toBe(12);
    expect(await of('whose=mine')).toBe(0);
    expect(await of('kind=nonsense&from=yesterday&standing=lost')).toBe(everything);
  });

  it('tells a hidden name to the parties alone', async () => {
    const hidden = async (viewer: Viewer | null) => {
      const names: (string | null)[] = [];
      for (let after: string | null = '', page; after !== null; after = page.older) {
        page = await listAppeals(world, viewer, { filter: asked(''), after: cursorOf(after), locale: 'kk' });
        names.push(...page.rows.map(({ applicant }) => applicant));
      }
      return names.filter((name) => name === null).length;
    };
    expect(await hidden(null)).toBe(6);
    expect(await hidden(cast.stranger)).toBe(6);
    expect(await hidden(cast.citizen)).toBe(0);
    expect(await hidden(cast.registrar)).toBeLessThan(6);
  });
});
