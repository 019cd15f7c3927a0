// The tree of state bodies, as people choose from it: the filing and redirecting forms, the public list, administration.
import type { Locale } from '../../guide/schema';
import type { Level } from '../core/region';
import type { Names } from '../core/shape';
import type { World } from '../world';
import { NAME_IN } from './statement';

export type { Names } from '../core/shape';
/** A body's row as the names it carries. */
export const namesOf = (body: { nameKk: string; nameRu: string; nameEn: string }): Names => ({
  kk: body.nameKk,
  ru: body.nameRu,
  en: body.nameEn,
});

export type BodyNode = {
  id: string;
  slug: string;
  names: Names;
  level: Level;
  region: string | null;
  closed: boolean;
  children: BodyNode[];
};

type BodyRow = Omit<BodyNode, 'children' | 'names'> & {
  parentId: string | null;
  nameKk: string;
  nameRu: string;
  nameEn: string;
};

/** In the order of the names that the reader reads. */
const BODIES = (locale: Locale) => `
SELECT id, slug, "parentId", "nameKk", "nameRu", "nameEn", level, region, "closedAt" IS NOT NULL AS closed
  FROM "Body" ORDER BY CASE level WHEN 'central' THEN 0 WHEN 'regional' THEN 1 ELSE 2 END, ${NAME_IN[locale]}, id`;

const rowsOf = async (world: Pick<World, 'db'>, locale: Locale): Promise<BodyRow[]> =>
  (await world.db.pool.query<BodyRow>({ name: `bodies_${locale}`, text: BODIES(locale) })).rows;

/** Rows as nested nodes, central bodies first; a body whose superior is not among the rows stands at the top. */
function nest(rows: readonly BodyRow[]): BodyNode[] {
  const nodes = new Map<string, BodyNode>();
  for (const { id, slug, level, region, closed, nameKk, nameRu, nameEn } of rows)
    nodes.set(id, { id, slug, level, region, closed, names: { kk: nameKk, ru: nameRu, en: nameEn }, children: [] });
  const tops: BodyNode[] = [];
  for (const { id, parentId } of rows) {
    const node = nodes.get(id);
    const above = parentId === null ? undefined : nodes.get(parentId);
    if (node) (above?.children ?? tops).push(node);
  }
  return tops;
}

/** The bodies that take appeals today, nested. */
export const bodyTree = async (world: Pick<World, 'db'>, locale: Locale): Promise<BodyNode[]> =>
  nest((await rowsOf(world, locale)).filter((row) => !row.closed));

/** Every body there ever was, nested; for administration. */
export const wholeBodyTree = async (world: Pick<World, 'db'>, locale: Locale): Promise<BodyNode[]> =>
  nest(await rowsOf(world, locale));

export { flatten } from '../core/tree';

export type BodyDetails = {
  id: string;
  slug: string;
  parentId: string | null;
  level: Level;
  region: string | null;
  names: Names;
  address: string;
  workdayEnd: string;
  closedAt: number | null;
};

/** One body by its slug, closed ones too; null when there is none. */
export async function bodyBySlug(world: Pick<World, 'db'>, slug: string): Promise<BodyDetails | null> {
  const body = await world.db.prisma.body.findUnique({ where: { slug } });
  if (!body) return null;
  const { id, parentId, level, region, address, workdayEnd, closedAt } = body;
  return {
    ...{ id, slug, parentId, region, address, workdayEnd },
    level: level as Level,
    names: namesOf(body),
    closedAt: closedAt?.getTime() ?? null,
  };
}
