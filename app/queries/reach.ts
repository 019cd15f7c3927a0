// Whom a round reached, against the register of organisations: how many there are, were invited, opened their invitation or the round's
// page, and contributed; by region among those of the round's field, and by field. Shares come with their intervals.
import { REGIONS } from '../core/region';
import type { NotEstimable } from '../core/statistics/estimate';
import { wilson, type Share } from '../core/statistics/wilson';
import { TOPICS } from '../core/topic';
import type { World } from '../world';
import type { RoundFacts } from './round-facts';
import type { RoundNumbers } from './round-numbers';

export type ReachCounts = {
  register: number;
  invited: number;
  opened: number;
  /** Organisations that contributed, invited or not. */
  contributed: number;
  /** Of those invited. */
  contributedInvited: number;
};
export type ReachRow = ReachCounts & {
  id: string;
  invitedShare: Share | NotEstimable;
  openedShare: Share | NotEstimable;
  contributedShare: Share | NotEstimable;
};
export type ReachView = {
  /** The whole register, and the part that works in the round's field and regions. */
  all: ReachRow;
  inField: ReachRow;
  byRegion: ReachRow[];
  byField: ReachRow[];
  /** People and councils, whom no register counts. */
  persons: number;
  councils: number;
};

const COUNTS = `count(*)::int AS register, count(*) FILTER (WHERE invited)::int AS invited, count(*) FILTER (WHERE opened)::int AS opened,
       count(*) FILTER (WHERE contributed)::int AS contributed, count(*) FILTER (WHERE contributed AND invited)::int AS "contributedInvited"`;
const REACH = `
WITH o AS MATERIALIZED (
  SELECT o.region, o.fields, $2 = ANY (o.fields) AS "inField", cardinality($3::text[]) = 0 OR o.region = ANY ($3) AS "inRegion",
         i."organisationId" IS NOT NULL AS invited, i."openedAt" IS NOT NULL AS opened,
         EXISTS (SELECT 1 FROM "Comment" c WHERE c."organisationId" = o.id AND c."roundId" = $1::uuid AND c.phase IN ('open', 'disposed')) AS contributed
    FROM "Organisation" o LEFT JOIN "Invitation" i ON i."organisationId" = o.id AND i."roundId" = $1::uuid)
SELECT 'all' AS part, '' AS id, ${COUNTS} FROM o
UNION ALL SELECT 'field', '', ${COUNTS} FROM o WHERE "inField" AND "inRegion"
UNION ALL SELECT 'region', coalesce(region, ''), ${COUNTS} FROM o WHERE "inField" OR invited OR contributed GROUP BY 2
UNION ALL SELECT 'topic', f, ${COUNTS} FROM o CROSS JOIN LATERAL unnest(fields) f GROUP BY 2`;

type Row = ReachCounts & { part: 'all' | 'field' | 'region' | 'topic'; id: string };
const NOBODY: ReachCounts = { register: 0, invited: 0, opened: 0, contributed: 0, contributedInvited: 0 };

const withShares = (id: string, counts: ReachCounts): ReachRow => ({
  ...{ id, ...counts },
  invitedShare: wilson(counts.invited, counts.register),
  openedShare: wilson(counts.opened, counts.invited),
  contributedShare: wilson(counts.contributedInvited, counts.invited),
});

/** The reach of a round as of now; `numbers` as counted for its page. */
export async function reachOfRound(
  { db }: Pick<World, 'db'>,
  { round }: RoundFacts,
  numbers: RoundNumbers,
): Promise<ReachView> {
  const { topic, regions } = round.settings;
  const { rows } = await db.pool.query<Row>({ name: 'reach', text: REACH, values: [round.id, topic, regions] });
  const found = (part: Row['part'], id = ''): ReachRow => {
    const row = rows.find((one) => one.part === part && one.id === id);
    return withShares(id, row ?? NOBODY);
  };
  const shownRegions = REGIONS.filter(
    (id) => regions.length === 0 || regions.includes(id) || hasAny(found('region', id)),
  );
  const elsewhere = found('region');
  return {
    all: found('all'),
    inField: found('field'),
    byRegion: [...shownRegions.map((id) => found('region', id)), ...(elsewhere.register > 0 ? [elsewhere] : [])],
    byField: TOPICS.filter((id) => id === topic || hasAny(found('topic', id))).map((id) => found('topic', id)),
    persons: numbers.byParticipant.person,
    councils: numbers.byParticipant.council,
  };
}

const hasAny = ({ invited, contributed }: ReachRow): boolean => invited + contributed > 0;
