// What every visitor may read, as search engines are told of it: parts of at most some thousand addresses, each object in the part that its
// number names, so that no part changes because another one grows. Paths without language; `changedAt` is null where nothing is known of it.
import { KINDS, ROUND_KINDS } from '../../guide/schema';
import { dayOf, type Instant } from '../core/day';
import { openOn } from '../data/open-on';
import { broughtIn } from '../data/past-cases';
import type { World } from '../world';

export type Place = { path: string; changedAt: Instant | null };
type Looking = Pick<World, 'db' | 'guide' | 'now'>;

/** Bodies in one part: each has at most four pages in three languages, and a part holds 50,000 addresses at most. */
const BODIES = 3_000;
/** Of a number all but its last three digits: a thousand objects at most have that in common. */
const PART_OF = `left(number, -3)`;

/** Numbered objects: their table as `o`, what of it is public (`$1`: today), and the pages of each. */
const NUMBERED = {
  appeals: { table: 'Appeal', stream: 'appeal', open: openOn('$1', 'o'), pages: [''] },
  rounds: {
    table: 'Round',
    stream: 'round',
    open: `($1::bpchar IS NOT NULL AND o.phase <> 'preparing')`,
    pages: ['', '/comments', '/reach'],
  },
  comments: {
    table: 'Comment',
    stream: 'comment',
    open: `($1::bpchar IS NOT NULL AND o.hidden IS NULL AND o.phase <> 'withdrawn')`,
    pages: [''],
  },
  contests: {
    table: 'Contest',
    stream: 'contest',
    open: `EXISTS (SELECT FROM "Appeal" a WHERE a.id = o."appealId" AND ${openOn('$1')})`,
    pages: [''],
  },
} as const;
type Noun = keyof typeof NUMBERED;
const isNoun = (text: string): text is Noun => text in NUMBERED;

/** The names of all parts. */
export async function sitemapParts(world: Looking): Promise<string[]> {
  const { db } = world;
  const [{ rows }, bodies] = await Promise.all([
    db.pool.query<{ noun: string; part: string }>({
      name: 'sitemap_parts',
      text: `${Object.entries(NUMBERED)
        .map(([noun, { table }]) => `SELECT DISTINCT '${noun}' AS noun, ${PART_OF} AS part FROM "${table}"`)
        .join(' UNION ALL ')} ORDER BY noun, part`,
    }),
    db.prisma.body.count(),
  ]);
  const parts = Math.max(1, Math.ceil(bodies / BODIES));
  return [
    'pages',
    ...Array.from({ length: parts }, (_, n) => `bodies-${n + 1}-of-${parts}`),
    ...rows.map(({ noun, part }) => `${noun}-${part}`),
  ];
}

/** The places of a part; null where no part is called so. */
export async function sitemapPart(world: Looking, part: string): Promise<Place[] | null> {
  if (part === 'pages') return standing(world);
  const [, n, of] = /^bodies-([1-9]\d{0,3})-of-([1-9]\d{0,3})$/.exec(part) ?? [];
  if (n && of) return Number(n) <= Number(of) ? bodyPlaces(world, Number(n) - 1, Number(of)) : null;
  const [, noun = '', start = ''] = /^(appeals|rounds|comments|contests)-((?:[A-Z]-)?\d{4}-\d{3,9})$/.exec(part) ?? [];
  return isNoun(noun) ? numbered(world, noun, start) : null;
}

/** Pages that are always there; of some the last change is nobody's to say. */
async function standing({ guide, now, db }: Looking): Promise<Place[]> {
  const edition = guide.inForceOn(dayOf(now()));
  const councils = await db.prisma.council.findMany({
    where: { closedAt: null },
    orderBy: { slug: 'asc' },
    select: { slug: true },
  });
  return [
    ...[
      '',
      '/appeals',
      '/rounds',
      '/rounds/calendar',
      '/bodies',
      '/councils',
      '/scores',
      '/scores/audits',
      '/scores/restatements',
    ],
    ...[
      '/contests',
      '/trust',
      '/trust/method',
      '/guide',
      '/guide/surveys',
      '/calculator',
      '/api',
      '/public-register',
      '/open',
      '/reminders',
      '/security',
    ],
    ...KINDS.filter((kind) => kind in edition.procedures).map((kind) => `/guide/${kind}`),
    ...(edition.rounds ? ROUND_KINDS.map((kind) => `/guide/rounds/${kind}`) : []),
    `/guide/calendar/${dayOf(now()).slice(0, 4)}`,
    ...councils.map(({ slug }) => `/councils/${encodeURIComponent(slug)}`),
  ].map((path) => ({ path, changedAt: null }));
}

/** A body's pages change with its cases: when the last one came is what is known at once. */
async function bodyPlaces({ db }: Looking, n: number, of: number): Promise<Place[]> {
  const { rows } = await db.pool.query<{ slug: string; at: Date; past: boolean }>({
    name: 'sitemap_bodies',
    text: `SELECT b.slug, EXISTS (SELECT 1 FROM "PastCase" p ${broughtIn('p')} WHERE p."bodyId" = b.id) AS past,
                  greatest(b."createdAt", (SELECT max(a."receivedAt") FROM "Appeal" a WHERE a."bodyId" = b.id)) AS at
             FROM "Body" b WHERE mod(abs(hashtext(b.id::text)::bigint), $2) = $1 ORDER BY b.slug`,
    values: [n, of],
  });
  return rows.flatMap(({ slug, at, past }) =>
    ['', '/scores', '/trust', ...(past ? ['/past'] : [])].map((page) => ({
      path: `/bodies/${encodeURIComponent(slug)}${page}`,
      changedAt: at.getTime(),
    })),
  );
}

async function numbered({ db, now }: Looking, noun: Noun, start: string): Promise<Place[]> {
  const { table, stream, open, pages } = NUMBERED[noun];
  const { rows } = await db.pool.query<{ number: string; at: Date | null }>({
    name: `sitemap_${noun}`,
    text: `SELECT o.number, (SELECT max(e.at) FROM "Event" e WHERE e.stream = '${stream}:' || o.id) AS at
             FROM "${table}" o WHERE o.number BETWEEN $2 || '000' AND $2 || '999' AND length(o.number) = length($2) + 3 AND ${open}
            ORDER BY o.number`,
    values: [dayOf(now()), start],
  });
  return rows.flatMap(({ number, at }) =>
    pages.map((page) => ({ path: `/${noun}/${number}${page}`, changedAt: at?.getTime() ?? null })),
  );
}
