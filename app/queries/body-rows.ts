// State bodies as the API lists them, closed ones too, a page at a time in the order of their slugs.
import type { Locale } from '../../guide/schema';
import type { Level } from '../core/region';
import type { World } from '../world';
import { NAME_IN, parameters } from './statement';

export type BodyRow = {
  id: string;
  slug: string;
  name: string;
  level: Level;
  region: string | null;
  parent: string | null;
  closed: boolean;
};
type Asked = { level?: Level; region?: string; parent?: string; after: string | null; limit: number; locale: Locale };

export async function bodyRows(
  { db }: Pick<World, 'db'>,
  { level, region, parent, after, limit, locale }: Asked,
): Promise<{ rows: BodyRow[]; next: string | null }> {
  const { values, given } = parameters();
  const conditions = [
    'true',
    ...(level ? [`b.level = ${given(level)}`] : []),
    ...(region ? [`b.region = ${given(region)}`] : []),
    ...(parent ? [`u.slug = ${given(parent)}`] : []),
    ...(after === null ? [] : [`b.slug > ${given(after)}`]),
  ];
  const { rows: found } = await db.pool.query<BodyRow>({
    text: `SELECT b.id, b.slug, b.${NAME_IN[locale]} AS name, b.level, b.region, u.slug AS parent, b."closedAt" IS NOT NULL AS closed
             FROM "Body" b LEFT JOIN "Body" u ON u.id = b."parentId"
            WHERE ${conditions.join(' AND ')} ORDER BY b.slug LIMIT ${limit + 1}`,
    values,
  });
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.slug ?? null) : null };
}
