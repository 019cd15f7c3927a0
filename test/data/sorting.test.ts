// Names in the order of the Kazakh alphabet, wherever the database puts them in order.
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyTree, flatten } from '../../app/queries/bodies';
import { testWorld } from '../help/world';

const { world } = testWorld();
/** In the order of the alphabet; then Latin. */
const NAMES = ['Абай', 'Ақсу', 'Әділет', 'Байқоңыр', 'Ғылым', 'Ерік', 'Көмек', 'Қамқор', 'Мұрат', 'Нұр', 'Оқу', 'Өнер', 'Уәде', 'Ұлт', 'Үміт', 'Халық', 'Һарон', 'Ынтымақ', 'Іс', 'Эко', 'Яғни'];

beforeAll(async () => {
  const at = new Date('2026-01-01T00:00:00Z');
  for (const [n, name] of NAMES.toReversed().entries()) {
    const names = { nameKk: name, nameRu: name, nameEn: name };
    await world.db.prisma.body.create({
      data: { ...names, id: world.newId(), slug: `body-${n}`, level: 'central', address: 'Астана', workdayEnd: '18:30', createdAt: at },
    });
    await world.db.prisma.organisation.create({
      data: { id: world.newId(), bin: String(n).padStart(12, '0'), name, address: 'Астана', createdAt: at },
    });
    await world.db.prisma.person.create({ data: { id: world.newId(), email: `${n}@kenes.test`, name, locale: 'kk', createdAt: at } });
  }
});

describe('names', () => {
  it('sort as the Kazakh alphabet has them in every table of names', async () => {
    const { rows } = await world.db.pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name IN ('Body', 'Council', 'Organisation', 'Person') AND column_name LIKE 'name%'
          AND collation_name IS DISTINCT FROM 'kk-x-icu'`,
    );
    expect(rows).toEqual([]);
    const bodies = await world.db.prisma.body.findMany({ orderBy: { nameKk: 'asc' }, select: { nameKk: true } });
    expect(bodies.map(({ nameKk }) => nameKk)).toEqual(NAMES);
    const organisations = await world.db.prisma.organisation.findMany({ orderBy: { name: 'asc' }, select: { name: true } });
    expect(organisations.map(({ name }) => name)).toEqual(NAMES);
    const people = await world.db.prisma.person.findMany({ orderBy: { name: 'desc' }, select: { name: true } });
    expect(people.map(({ name }) => name)).toEqual(NAMES.toReversed());
  });

  it('stand in that order in the tree of bodies', async () => {
    expect(flatten(await bodyTree(world, 'kk')).map(({ names }) => names.kk)).toEqual(NAMES);
  });

  it('are found by equality as before', async () => {
    expect(await world.db.prisma.organisation.count({ where: { name: 'Әділет' } })).toBe(1);
    expect(await world.db.prisma.organisation.count({ where: { name: 'Адилет' } })).toBe(0);
  });
});
