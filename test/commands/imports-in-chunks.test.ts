// Tables are applied and taken back chunk by chunk: whoever dies in between is followed by one who goes on, and no row is done twice.
import { beforeAll, describe, expect, it } from 'vitest';
import { addBody } from '../../app/commands/bodies/add-body';
import { editBody } from '../../app/commands/bodies/edit-body';
import { applyTable } from '../../app/commands/imports/apply';
import { bringTable } from '../../app/commands/imports/bring';
import { goOn } from '../../app/commands/imports/go-on';
import { undoTable } from '../../app/commands/imports/undo';
import { columnsOf } from '../../app/core/imports/kinds';
import { importView } from '../../app/queries/imports';
import type { World } from '../../app/world';
import { codeOf, must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-02-02');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const CHUNK = { chunk: 3 };
const row = (slug: string, superior = '', name = slug) =>
  `${slug};${name} (kk);${name} (ru);${name} (en);${superior};regional;KZ-10;г. Астана, ул. Мира, 1;18:30`;
const bring = async (rows: readonly string[]) => {
  const bytes = Buffer.from([columnsOf('bodies').join(';'), ...rows].join('\n'));
  return (await must(bringTable(world, cast.administrator, { kind: 'bodies' }, { name: 'органы.csv', bytes }))).id;
};
const apply = (importId: string) => must(applyTable(world, cast.administrator, { importId }));
const undo = (importId: string) => must(undoTable(world, cast.administrator, { importId }));
const viewOf = async (id: string) => {
  const view = await importView(world, id, 0);
  if (!view) throw new Error('no such table');
  return view;
};
const statesOf = async (id: string) => (await viewOf(id)).lines.map(({ key, state }) => `${key} ${state}`);
const bodiesNamed = (prefix: string) =>
  world.db.prisma.body.findMany({
    where: { slug: { startsWith: prefix } },
    orderBy: { slug: 'asc' },
    select: { slug: true, nameRu: true, parent: { select: { slug: true } } },
  });

/** Ten bodies below each other, two of them refused, one said twice: each rests on the one before it, over the ends of chunks. */
const chainOf = (prefix: string) => [
  ...Array.from({ length: 10 }, (_, n) => row(`${prefix}${n}`, n ? `${prefix}${n - 1}` : '')),
  ...[row(`${prefix}0`), row(`${prefix}lost`, 'nowhere')],
];

/** Dies at the `at`-th id it needs: in the middle of a chunk, after those before it were written. */
const dyingAt = (at: number): World => {
  let left = at;
  return {
    ...world,
    newId() {
      if (left-- === 0) throw new Error('killed');
      return world.newId();
    },
  };
};

describe('a table that is applied in chunks', () => {
  it.each([0, 1, 4, 7, 9])('is what it would have been undisturbed, when the worker dies at its row %i', async (at) => {
    const prefix = `died-${at}-`;
    const id = await bring(chainOf(prefix));
    const expected = await statesOf(id);
    await apply(id);
    await expect(goOn(dyingAt(at), undefined, CHUNK)).rejects.toThrow('killed');
    expect((await viewOf(id)).progress).toEqual({ done: Math.floor(at / 3) * 3, all: 12 });
    expect(await bodiesNamed(prefix)).toHaveLength(Math.floor(at / 3) * 3);
    await goOn(world, undefined, CHUNK);
    expect(await statesOf(id)).toEqual(expected);
    expect(expected.filter((one) => one.endsWith('refused'))).toEqual([`${prefix}0 refused`, `${prefix}lost refused`]);
    const made = await bodiesNamed(prefix);
    expect(made.map(({ slug, parent }) => [slug, parent?.slug ?? null])).toEqual(
      Array.from({ length: 10 }, (_, n) => [`${prefix}${n}`, n ? `${prefix}${n - 1}` : null]),
    );
  });

  it('is taken back from its end, also by another worker than the one who began', async () => {
    const id = await bring(chainOf('back-'));
    await apply(id);
    expect(await codeOf(undoTable(world, cast.administrator, { importId: id }))).toBe('import_settled');
    await goOn(world, undefined, CHUNK);
    await undo(id);
    const stopping = new AbortController();
    const stopped = { ...world, db: { ...world.db } };
    Object.defineProperty(stopped.db, 'position', {
      set() {
        stopping.abort();
      },
      get: () => 0,
    });
    expect(await goOn(stopped, stopping.signal, CHUNK)).toBe(3);
    expect((await viewOf(id)).progress).toEqual({ done: 3, all: 10 });
    expect((await bodiesNamed('back-')).map(({ slug }) => slug)).toEqual(
      Array.from({ length: 7 }, (_, n) => `back-${n}`),
    );
    await goOn(world, undefined, CHUNK);
    expect(await bodiesNamed('back-')).toEqual([]);
    const { step, counts, acts } = await viewOf(id);
    expect(step).toBe('undone');
    expect(counts).toMatchObject({ undone: 10, refused: 2, new: 0, waiting: 0 });
    expect(acts.map(({ what, by, ended }) => [what, by, ended === null])).toEqual([
      ['apply', cast.administrator.name, false],
      ['undo', cast.administrator.name, false],
    ]);
  });

  it('is done once by workers that run at the same time, beside others who edit the tree', async () => {
    const id = await bring(chainOf('both-'));
    await apply(id);
    const bodyId = cast.committee.id;
    const edit = { bodyId, nameKk: 'Комитет', nameRu: 'Комитет', nameEn: 'Committee', level: 'central' };
    const edited = editBody(world, cast.administrator, {
      ...{ ...edit, parentId: cast.ministry.id, region: '', address: 'г. Астана', workdayEnd: '18:30' },
    });
    const counts = await Promise.all([1, 2, 3].map(() => goOn(world, undefined, CHUNK)));
    await must(edited);
    // Whoever found the table held went away: the next look finishes it.
    counts.push(await goOn(world, undefined, CHUNK));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(12);
    expect(await bodiesNamed('both-')).toHaveLength(10);
  });

  it('judges a row again when somebody was quicker, and one that fails keeps no other waiting', async () => {
    const [id, other] = [await bring([row('quick', '', 'Из таблицы')]), await bring([row('slow')])];
    expect(await statesOf(id)).toEqual(['quick new']);
    const names = { nameKk: 'Қолмен', nameRu: 'Рукой', nameEn: 'By hand' };
    const said = {
      ...names,
      region: 'KZ-10',
      address: 'г. Астана, ул. Мира, 1',
      workdayEnd: '18:30',
      level: 'regional',
    };
    await must(addBody(world, cast.administrator, { slug: 'quick', parentId: '', ...said }));
    await world.db.prisma.importRow.updateMany({ where: { importId: other }, data: { values: 1 } });
    await apply(other);
    await apply(id);
    await expect(goOn(world)).rejects.toThrow();
    expect(await statesOf(id)).toEqual(['quick changed']);
    expect((await bodiesNamed('quick'))[0]?.nameRu).toBe('Из таблицы (ru)');
    await world.db.prisma.import.delete({ where: { id: other } });
  });
});

describe('a table that was applied while its administrator waited, by a release before', () => {
  it('is still read, and taken back', async () => {
    const id = await bring([row('older')]);
    await apply(id);
    await goOn(world);
    await world.db.prisma.import.update({ where: { id }, data: { applyBegunAt: null, appliedById: null } });
    await world.db.prisma.importRow.updateMany({ where: { importId: id }, data: { key: null } });
    const { step, lines, acts } = await viewOf(id);
    expect([step, lines[0]?.key, acts[0]?.by, acts[0]?.began]).toEqual(['applied', 'older', null, null]);
    expect(await codeOf(applyTable(world, cast.administrator, { importId: id }))).toBe('import_settled');
    await undo(id);
    await goOn(world);
    expect(await statesOf(id)).toEqual(['older undone']);
  });
});
