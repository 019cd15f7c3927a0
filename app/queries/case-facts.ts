// One case as its events tell it, for whoever may read it: loaded in one statement, folded by the core. Private to the server:
// pages get queries/case's view, in which nothing hidden is left.
import type { Locale } from '../../guide/schema';
import { foldAppeal, streamOf, type Appeal } from '../core/appeal';
import { readFact, type Actor, type Event } from '../core/event';
import { dayOf, type Day } from '../core/day';
import { visibilityOn } from '../core/publicity';
import { may } from '../core/permission';
import { isApplicant } from '../core/side';
import type { Phase } from '../core/standing';
import { mandateAt, OFFICIAL_ROLES, type Viewer } from '../core/viewer';
import { openOn } from '../data/open-on';
import type { World } from '../world';

/** A case tied to this one: where it came from or went, or a complaint about it. */
export type LinkedCase = {
  id: string;
  number: string;
  kind: string;
  receivedDay: Day;
  phase: Phase;
  body: Record<Locale, string>;
  bodyId: string;
  personId: string;
  organisationId: string | null;
  visibility: string;
  /** Filed by the same act to another body. */
  together: boolean;
};
export type CaseFacts = {
  /** Its `visibility` as it is today. */
  appeal: Appeal;
  events: Event[];
  /** The last hash of the case's chain. */
  hash: string;
  body: {
    slug: string;
    names: Record<Locale, string>;
    address: string;
    workdayEnd: string;
    closed: boolean;
    hasSuperior: boolean;
  };
  /** Who applied, by name; of an organisation also who acts for it. */
  applicant: { organisation: string | null; person: string };
  origin: LinkedCase | null;
  followers: LinkedCase[];
  /** Whether the body has answers of this kind approved by a second official. */
  fourEyes: boolean;
  together: LinkedCase[];
  /** On which side of the case the viewer stands, if on any. */
  side: 'applicant' | 'body' | null;
};

type EventRow = {
  version: number;
  type: string;
  at: number;
  day: Day;
  actor: Actor;
  payload: unknown;
  opens: Event['opens'];
  moves: Event['moves'];
  closes: Event['closes'];
};
type Row = {
  id: string;
  originId: string | null;
  hash: string;
  slug: string;
  names: Record<Locale, string>;
  address: string;
  workdayEnd: string;
  closed: boolean;
  hasSuperior: boolean;
  fourEyes: boolean;
  organisation: string | null;
  person: string;
  events: EventRow[];
  linked: LinkedCase[] | null;
};

const NAMES = (alias: string) =>
  `json_build_object('kk', ${alias}."nameKk", 'ru', ${alias}."nameRu", 'en', ${alias}."nameEn")`;
const CASE = `
SELECT a.id, a."originId", b.slug, ${NAMES('b')} AS names, b.address, b."workdayEnd", b."closedAt" IS NOT NULL AS closed, b."parentId" IS NOT NULL AS "hasSuperior",
       EXISTS (SELECT 1 FROM "Office" f WHERE f.id = a."bodyId" AND a.kind = ANY (f."fourEyes")) AS "fourEyes",
       o.name AS organisation, p.name AS person, e.events, e.hash,
       (SELECT json_agg(json_build_object('id', l.id, 'number', l.number, 'kind', l.kind, 'receivedDay', l."receivedDay", 'phase', l.phase, 'body', ${NAMES('lb')}, 'bodyId', l."bodyId",
                 'personId', l."personId", 'organisationId', l."organisationId", 'together', l."togetherId" IS NOT NULL AND l."togetherId" IS NOT DISTINCT FROM a."togetherId", 'visibility', CASE WHEN ${openOn('$2', 'l')} THEN 'public' ELSE 'private' END) ORDER BY l."receivedAt")
          FROM "Appeal" l JOIN "Body" lb ON lb.id = l."bodyId" WHERE l.id = a."originId" OR l."originId" = a.id OR (l."togetherId" = a."togetherId" AND l.id <> a.id)) AS linked
  FROM "Appeal" a
  JOIN "Body" b ON b.id = a."bodyId"
  JOIN "Person" p ON p.id = a."personId"
  LEFT JOIN "Organisation" o ON o.id = a."organisationId"
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('version', e.version, 'type', e.type, 'at', (extract(epoch FROM e.at) * 1000)::bigint, 'day', e.day, 'actor', e.actor,
             'payload', e.payload, 'opens', e.opens, 'moves', e.moves, 'closes', e.closes) ORDER BY e.version) AS events,
           (array_agg(e.hash ORDER BY e.version DESC))[1] AS hash
      FROM "Event" e WHERE e.stream = 'appeal:' || a.id) e
 WHERE a.number = $1`;

/** The case of this number, or null when there is none that the viewer may read. */
export async function caseFacts(
  world: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  number: string,
): Promise<CaseFacts | null> {
  const today = dayOf(world.now());
  if (!/^\d{4}-\d{6,12}$/.test(number)) return null;
  const { rows } = await world.db.pool.query<Row>({ name: 'case', text: CASE, values: [number, today] });
  const [row] = rows;
  if (!row) return null;
  const stream = streamOf(row.id);
  const events = row.events.map((event): Event => {
    const { version, at, day, actor, opens, moves, closes } = event;
    return { ...readFact(event.type, event.payload), stream, version, at, day, actor, opens, moves, closes };
  });
  const folded = foldAppeal(events);
  const appeal = folded && { ...folded, visibility: visibilityOn(folded, today) };
  if (!appeal || !may(viewer, 'appeal.read', appeal)) return null;
  const { hash, slug, names, address, workdayEnd, closed, hasSuperior, organisation, person, originId, fourEyes } = row;
  const linked = row.linked ?? [];
  return {
    appeal,
    events,
    hash,
    fourEyes,
    body: { slug, names, address, workdayEnd, closed, hasSuperior },
    applicant: { organisation, person },
    origin: linked.find(({ id }) => id === originId) ?? null,
    followers: linked.filter(({ id, together }) => id !== originId && !together),
    together: linked.filter(({ together }) => together),
    side:
      viewer === null
        ? null
        : isApplicant(viewer, appeal)
          ? 'applicant'
          : mandateAt(viewer, appeal.bodyId, OFFICIAL_ROLES)
            ? 'body'
            : null,
  };
}
