// Public councils as everyone sees them: which there are at which body, and who sits on one, by name, as the law has it published.
// And all of them as administrators keep them.
import type { Basis, Locale } from '../../guide/schema';
import { PUBLICITY } from '../core/seat';
import { compositionOf, type Composition, type Side } from '../core/composition';
import { dayOf, type Day } from '../core/day';
import { lastDayBefore } from '../core/seat-term';
import type { Role } from '../core/viewer';
import type { World } from '../world';
import { namesOf, type Names } from './bodies';
import { wordOf } from './guide';
import { citation, sourceOf, type Source } from './reasons';
import { NAME_IN } from './statement';

/** `members`: the chair and the members, without the secretary. */
export type CouncilLine = {
  slug: string;
  name: string;
  body: { slug: string; name: string };
  members: number;
  chair: string | null;
};

const IN_FORCE = `m.since <= $1::timestamptz AND (m.until IS NULL OR m.until > $1::timestamptz)`;
const LINES = (locale: Locale) => `
SELECT c.slug, c.${NAME_IN[locale]} AS name, json_build_object('slug', b.slug, 'name', b.${NAME_IN[locale]}) AS body,
       (count(DISTINCT s."personId") FILTER (WHERE s.role IN ('council_chair', 'council_member')))::int AS members,
       min(s.name) FILTER (WHERE s.role = 'council_chair') AS chair
  FROM "Council" c
  JOIN "Body" b ON b.id = c."bodyId"
  LEFT JOIN (SELECT m."councilId", m."personId", m.role, p.name
               FROM "Membership" m JOIN "Person" p ON p.id = m."personId" AND p."closedAt" IS NULL WHERE ${IN_FORCE}) s ON s."councilId" = c.id
 WHERE c."closedAt" IS NULL
 GROUP BY c.id, b.id
 ORDER BY CASE b.level WHEN 'central' THEN 0 WHEN 'regional' THEN 1 ELSE 2 END, b.${NAME_IN[locale]}, b.id, c.${NAME_IN[locale]}, c.id`;

/** The councils that work today, by body: central bodies first. */
export async function listCouncils({ db, now }: Pick<World, 'db' | 'now'>, locale: Locale): Promise<CouncilLine[]> {
  const { rows } = await db.pool.query<CouncilLine>({
    name: `councils_${locale}`,
    text: LINES(locale),
    values: [new Date(now()).toISOString()],
  });
  return rows;
}

/** Somebody on a council; `post`: whom they represent or where they work. */
export type SeatView = {
  name: string;
  role: Role;
  post: string | null;
  since: Day;
  /** The last day of the term; null where none was named. */
  until: Day | null;
  /** From which side: whoever holds an office at a state body comes from the state. */
  side: Side | null;
};
export type CouncilView = {
  slug: string;
  name: string;
  body: { slug: string; name: string };
  closed: boolean;
  /** The chair, then the members by name. */
  members: SeatView[];
  secretary: SeatView | null;
  /** Who sits there from which side, held against the guide; null in an edition that says nothing of it. */
  composition: (Composition & { sources: Source[] }) | null;
  /** How many members the council of a ministry has by law, where this one has fewer or more and may be one: shown as a warning. */
  seats: { least: number; most: number; sources: Source[] } | null;
  /** How a council decides, in the words of the guide, each with where it stands. */
  decides: { text: string; sources: Source[] }[];
  /** Where the law says what a council publishes. */
  publicity: { label: string; href: string };
};

/** The side that was said, unless the person holds an office at a state body. */
const SIDE = `CASE WHEN EXISTS (SELECT 1 FROM "Membership" o WHERE o."personId" = m."personId" AND o."bodyId" IS NOT NULL
  AND o.since <= $1::timestamptz AND (o.until IS NULL OR o.until > $1::timestamptz)) THEN 'state' ELSE m.side END`;

const COUNCIL = (locale: Locale) => `
SELECT c.slug, c.${NAME_IN[locale]} AS name, c."closedAt" IS NOT NULL AS closed,
       json_build_object('slug', b.slug, 'name', b.${NAME_IN[locale]}) AS body, b.level = 'central' AND b."parentId" IS NULL AS top,
       coalesce((SELECT json_agg(json_build_object('name', p.name, 'role', m.role, 'post', m.post, 'since', m.since, 'until', m.until, 'side', ${SIDE})
                                 ORDER BY p.name, m.id)
                   FROM "Membership" m JOIN "Person" p ON p.id = m."personId" AND p."closedAt" IS NULL
                  WHERE m."councilId" = c.id AND ${IN_FORCE}), '[]') AS seats
  FROM "Council" c JOIN "Body" b ON b.id = c."bodyId" WHERE c.slug = $2`;

type Row = Pick<CouncilView, 'slug' | 'name' | 'closed' | 'body'> & {
  /** A central body under no other: a ministry, as a rule. */
  top: boolean;
  seats: (Omit<SeatView, 'since' | 'until'> & { since: string; until: string | null })[];
};

const rank = ({ role }: SeatView): number => (role === 'council_chair' ? 0 : 1);

/** The council of this short address, closed ones too, or null. */
export async function publicCouncil(
  { db, guide, now }: Pick<World, 'db' | 'guide' | 'now'>,
  slug: string,
  locale: Locale,
): Promise<CouncilView | null> {
  const { rows } = await db.pool.query<Row>({
    name: `council_${locale}`,
    text: COUNCIL(locale),
    values: [new Date(now()).toISOString(), slug],
  });
  const [row] = rows;
  if (!row) return null;
  const { seats, top, ...council } = row;
  const alphabet = new Intl.Collator(locale);
  const people = seats
    .map((seat) => ({
      ...seat,
      since: dayOf(Date.parse(seat.since)),
      until: seat.until === null ? null : lastDayBefore(Date.parse(seat.until)),
    }))
    .sort((a, b) => rank(a) - rank(b) || alphabet.compare(a.name, b.name));
  const edition = guide.inForceOn(dayOf(now()));
  const rules = edition.rounds?.council;
  const said = (key: string, { basis }: { basis: Basis[] }) => ({
    text: wordOf(edition, locale, `${key}.text`),
    sources: basis.map((one) => sourceOf(edition, locale, one)),
  });
  const members = people.filter(({ role }) => role !== 'council_secretary');
  const { councils } = edition;
  const wanted = councils?.members;
  return {
    ...council,
    members,
    composition:
      councils && members.length > 0
        ? {
            ...compositionOf(
              councils,
              members.map(({ side }) => side),
            ),
            sources: councils.civil.basis.map((basis) => sourceOf(edition, locale, basis)),
          }
        : null,
    seats:
      // Shown, not enforced: the registers do not say which of the bodies without a superior one are ministries.
      top && wanted && members.length > 0 && (members.length < wanted.least || members.length > wanted.most)
        ? {
            least: wanted.least,
            most: wanted.most,
            sources: wanted.basis.map((basis) => sourceOf(edition, locale, basis)),
          }
        : null,
    secretary: people.find(({ role }) => role === 'council_secretary') ?? null,
    decides: [
      ...(rules
        ? [said('quorum', rules.quorum), said('adoption', rules.adoption), said('recusal', rules.recusal)]
        : []),
      ...(councils ? [said('civil_share', councils.civil), said('council_term', councils.term)] : []),
    ],
    publicity: citation(edition, locale, PUBLICITY),
  };
}

export type CouncilEntry = {
  id: string;
  slug: string;
  names: Names;
  body: { slug: string; names: Names };
  closedAt: number | null;
};

const entrySelect = {
  ...{ id: true, slug: true, nameKk: true, nameRu: true, nameEn: true, closedAt: true },
  body: { select: { slug: true, nameKk: true, nameRu: true, nameEn: true } },
} as const;
type Stored = { id: string; slug: string; nameKk: string; nameRu: string; nameEn: string; closedAt: Date | null } & {
  body: { slug: string; nameKk: string; nameRu: string; nameEn: string };
};
const entryOf = ({ id, slug, body, closedAt, ...names }: Stored): CouncilEntry => ({
  ...{ id, slug },
  names: namesOf(names),
  body: { slug: body.slug, names: namesOf(body) },
  closedAt: closedAt?.getTime() ?? null,
});

/** Every council there ever was, for administration. */
export async function allCouncils({ db }: Pick<World, 'db'>): Promise<CouncilEntry[]> {
  const councils = await db.prisma.council.findMany({
    orderBy: [{ body: { nameRu: 'asc' } }, { nameRu: 'asc' }, { id: 'asc' }],
    select: entrySelect,
  });
  return councils.map(entryOf);
}

/** One council for administration, or null. */
export async function councilBySlug({ db }: Pick<World, 'db'>, slug: string): Promise<CouncilEntry | null> {
  const council = await db.prisma.council.findUnique({ where: { slug }, select: entrySelect });
  return council && entryOf(council);
}
