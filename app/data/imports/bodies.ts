// Bodies from a table: found in the tree with those above them, written into it, removed where nothing was built upon them.
import { bodies as table, type BodyRow, type KnownBodies } from '../../core/imports/bodies';
import type { Asking } from '../connect';
import { batch } from '../write';
import { importKind } from './kind';
import { removed } from './removed';

type Stored = Record<'id' | 'slug' | 'nameKk' | 'nameRu' | 'nameEn' | 'superior' | 'level' | 'region' | 'address' | 'workdayEnd', string> & { closed: boolean };
/** The bodies that rows name, and all above them. */
const NAMED = `
WITH RECURSIVE named AS (
  SELECT id, "parentId" FROM "Body" WHERE slug = ANY ($1::text[])
  UNION SELECT p.id, p."parentId" FROM named n JOIN "Body" p ON p.id = n."parentId"
)
SELECT b.id, b.slug, b."nameKk", b."nameRu", b."nameEn", coalesce(p.slug, '') AS superior, b.level, coalesce(b.region, '') AS region, b.address,
       b."workdayEnd", b."closedAt" IS NOT NULL AS closed
  FROM named JOIN "Body" b USING (id) LEFT JOIN "Body" p ON p.id = b."parentId"`;

async function named(db: Asking, rows: readonly BodyRow[], before: KnownBodies | null): Promise<KnownBodies> {
  const known: KnownBodies = before ?? new Map();
  const slugs = rows.flatMap(({ slug, superior }) => [slug, superior]);
  const found = await db.query<Stored>({ name: 'import_bodies', text: NAMED, values: [slugs] });
  for (const { id, slug, closed, ...words } of found.rows) if (!known.has(slug)) known.set(slug, { id, closed, words });
  return known;
}

const TEXT = ['level', 'region', 'nameKk', 'nameRu', 'nameEn', 'address', 'workdayEnd'] as const;
const TYPES = { id: 'uuid', parentId: 'uuid', ...Object.fromEntries(TEXT.map((name) => [name, 'text'])) };

/** What stands upon a body without a foreign key that would say so. */
const USED = `
SELECT EXISTS (SELECT 1 FROM "Event" e WHERE e.stream = 'office:' || $1::text) OR EXISTS (SELECT 1 FROM "Pass" WHERE "bodyId" = $1::text::uuid AND "usedAt" IS NULL)
    OR EXISTS (SELECT 1 FROM "Template" WHERE "bodyId" = $1::text::uuid) OR EXISTS (SELECT 1 FROM "Panel" WHERE "bodyId" = $1::text::uuid)
    OR EXISTS (SELECT 1 FROM "Webhook" WHERE "bodyId" = $1::text::uuid) OR EXISTS (SELECT 1 FROM "Comment" WHERE "bodyId" = $1::text::uuid)
    OR EXISTS (SELECT 1 FROM "Follow" f JOIN "Body" b ON b.id = $1::text::uuid WHERE f.what = 'body' AND f.value = b.slug) AS used`;

export const bodies = importKind({
  ...table,
  holdsTree: true,
  known: (db, _world, rows, before) => named(db, rows, before),
  async write(tx, { now }, { doing, known }) {
    const ids = new Map([...known].map(([slug, { id }]) => [slug, id]));
    for (const { row, objectId } of doing) ids.set(row.slug, objectId);
    const createdAt = new Date(now()).toISOString();
    const write = batch();
    for (const { row, plan, objectId: id } of doing) {
      const { slug, superior, region, ...rest } = row;
      const said = { ...rest, region: region || null, parentId: superior ? ids.get(superior) : null };
      if (plan.state === 'new') write.insert({ table: 'Body', rows: [{ id, slug, createdAt, ...said }] });
      else write.update({ table: 'Body', rows: [{ id, ...said }], by: ['id'], types: TYPES });
    }
    const statement = write.statement();
    if (statement) await tx.query(statement);
  },
  remove: (tx, _world, id) => removed(tx, { table: 'Body', id, used: USED }),
});
