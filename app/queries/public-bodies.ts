// State bodies as the public sees them: the tree with what each has open, and one body with what it owes now. Plain counts of
// facts; rates and rankings are computed elsewhere and published with their method.
import type { Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { nearUntil, type Nearness } from '../core/nearness';
import type { Level } from '../core/region';
import type { World } from '../world';
import { gatheredIn, notGathered } from './gathered';
import { NAME_IN } from './statement';

export type Load = { open: number; overdue: number };
type LoadRow = Load & { bodyId: string };

/** Open and overdue cases by body, private ones too: a count names nobody. */
export async function loadByBody(world: World): Promise<Record<string, Load>> {
  const { rows } = await world.db.pool.query<LoadRow>({
    name: 'load_by_body',
    text: `SELECT "bodyId", count(*)::int AS open, count(*) FILTER (WHERE "dueDay" < $1::bpchar)::int AS overdue FROM "Appeal" WHERE phase = 'open' GROUP BY "bodyId"`,
    values: [dayOf(world.now())],
  });
  return Object.fromEntries(rows.map(({ bodyId, open, overdue }) => [bodyId, { open, overdue }]));
}

export type BodyView = {
  id: string;
  slug: string;
  name: string;
  level: Level;
  region: string | null;
  address: string;
  workdayEnd: string;
  closed: boolean;
  /** From the top of the tree down to the body above this one. */
  above: { slug: string; name: string }[];
  below: { slug: string; name: string; open: number; overdue: number }[];
  councils: { slug: string; name: string }[];
  /** Open obligations of the body itself, of every kind, by time left; many that one stands for count as that one. */
  owes: Record<Nearness, number>;
  today: Day;
};

const BODY = (locale: Locale) => `
SELECT b.id, b.slug, b.${NAME_IN[locale]} AS name, b.level, b.region, b.address, b."workdayEnd", b."closedAt" IS NOT NULL AS closed,
  coalesce((WITH RECURSIVE up AS (
      SELECT u.id, u."parentId", u.slug, u.${NAME_IN[locale]} AS name, 1 AS height FROM "Body" u WHERE u.id = b."parentId"
      UNION ALL SELECT u.id, u."parentId", u.slug, u.${NAME_IN[locale]}, up.height + 1 FROM "Body" u JOIN up ON u.id = up."parentId" WHERE up.height < 20)
    SELECT json_agg(json_build_object('slug', slug, 'name', name) ORDER BY height DESC) FROM up), '[]') AS above,
  coalesce((SELECT json_agg(json_build_object('slug', c.slug, 'name', c.name, 'open', c.open, 'overdue', c.overdue) ORDER BY c.name) FROM (
      SELECT d.slug, d.${NAME_IN[locale]} AS name, count(a.id) AS open, count(a.id) FILTER (WHERE a."dueDay" < $2::bpchar) AS overdue
        FROM "Body" d LEFT JOIN "Appeal" a ON a."bodyId" = d.id AND a.phase = 'open'
       WHERE d."parentId" = b.id AND d."closedAt" IS NULL GROUP BY d.id) c), '[]') AS below,
  coalesce((SELECT json_agg(json_build_object('slug', k.slug, 'name', k.${NAME_IN[locale]}) ORDER BY k.${NAME_IN[locale]})
              FROM "Council" k WHERE k."bodyId" = b.id AND k."closedAt" IS NULL), '[]') AS councils,
  (SELECT json_build_object(
      'overdue', count(*) FILTER (WHERE o."dueDay" < $2::bpchar), 'today', count(*) FILTER (WHERE o."dueDay" = $2::bpchar),
      'near', count(*) FILTER (WHERE o."dueDay" > $2::bpchar AND o."dueDay" <= $3::bpchar), 'later', count(*) FILTER (WHERE o."dueDay" > $3::bpchar))
     FROM "Obligation" o WHERE o."debtorKind" = 'body' AND o."debtorId" = b.id AND o."closedDay" IS NULL AND ${notGathered('$4')}) AS owes
  FROM "Body" b WHERE b.slug = $1`;

/** The body of this short address, or null. */
export async function publicBody(world: World, slug: string, locale: Locale): Promise<BodyView | null> {
  const today = dayOf(world.now());
  const near = nearUntil(world.guide.calendar, today);
  const { rows } = await world.db.pool.query<Omit<BodyView, 'today'>>({
    name: `body_${locale}`,
    text: BODY(locale),
    values: [slug, today, near, gatheredIn(world)],
  });
  return rows[0] ? { ...rows[0], today } : null;
}
