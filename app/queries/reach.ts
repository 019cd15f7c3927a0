// Whom a round reached, against the register of organisations: how many there are, were invited, opened their invitation or the round's
// page, and contributed; by region among those of the round's field, and by field. Shares come with their intervals. In a row of few
// organisations a count would name one that hides its name: those stand in the whole alone.
import { dayOf, type Day } from '../core/day';
import { REGIONS } from '../core/region';
import { notEstimable, type NotEstimable } from '../core/statistics/estimate';
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
/** Each with its share: of the register, of those invited, of those invited, of the register. */
export type ReachRow = ReachCounts & {
  id: string;
  invitedShare: Share | NotEstimable;
  openedShare: Share | NotEstimable;
  answeredShare: Share | NotEstimable;
  contributedShare: Share | NotEstimable;
};
export type ReachView = {
  today: Day;
  /** Fewest organisations that a share is counted from, by the guide in force. */
  fewest: number;
  /** The whole register, and the part that works in the round's field and regions. */
  all: ReachRow;
  inField: ReachRow;
  byRegion: ReachRow[];
  byField: ReachRow[];
  /** Organisations that contributed and hide their names: counted in `all` only. */
  unnamed: number;
  /** Comments of people and of councils, whom no register counts. */
  persons: number;
  councils: number;
};

const COUNTS = (contributed: 'contributed' | 'named') =>
  `count(*)::int AS register, count(*) FILTER (WHERE invited)::int AS invited, count(*) FILTER (WHERE opened)::int AS opened,
       count(*) FILTER (WHERE ${contributed})::int AS contributed, count(*) FILTER (WHERE ${contributed} AND invited)::int AS "contributedInvited"`;
const REACH = `
WITH o AS MATERIALIZED (
  SELECT o.region, o.fields, $2 = ANY (o.fields) AS "inField", cardinality($3::text[]) = 0 OR o.region = ANY ($3) AS "inRegion",
         i."organisationId" IS NOT NULL AS invited, i."openedAt" IS NOT NULL AS opened,
         c."organisationId" IS NOT NULL AS contributed, coalesce(c.named, false) AS named
    FROM "Organisation" o LEFT JOIN "Invitation" i ON i."organisationId" = o.id AND i."roundId" = $1::uuid
    LEFT JOIN (SELECT "organisationId", bool_or(NOT "nameHidden") AS named FROM "Comment"
                WHERE "roundId" = $1::uuid AND phase IN ('open', 'disposed') AND "organisationId" IS NOT NULL GROUP BY 1) c ON c."organisationId" = o.id)
SELECT 'all' AS part, '' AS id, ${COUNTS('contributed')} FROM o
UNION ALL SELECT 'named', '', ${COUNTS('named')} FROM o
UNION ALL SELECT 'field', '', ${COUNTS('named')} FROM o WHERE "inField" AND "inRegion"
UNION ALL SELECT 'region', coalesce(region, ''), ${COUNTS('named')} FROM o WHERE "inField" OR invited OR named GROUP BY 2
UNION ALL SELECT 'topic', f, ${COUNTS('named')} FROM o CROSS JOIN LATERAL unnest(fields) f GROUP BY 2`;

type Row = ReachCounts & { part: 'all' | 'named' | 'field' | 'region' | 'topic'; id: string };
const NOBODY: ReachCounts = { register: 0, invited: 0, opened: 0, contributed: 0, contributedInvited: 0 };

function withShares(id: string, counts: ReachCounts, fewest: number): ReachRow {
  const { register, invited, opened, contributed, contributedInvited } = counts;
  const share = (of: number, n: number) => (n > 0 && n < fewest ? notEstimable(n, 'too_few') : wilson(of, n));
  return {
    ...{ id, register, invited, opened, contributed, contributedInvited },
    invitedShare: share(invited, register),
    openedShare: share(opened, invited),
    answeredShare: share(contributedInvited, invited),
    contributedShare: share(contributed, register),
  };
}

/** The reach of a round as of now; `numbers` as counted for its page. */
export async function reachOfRound(
  { db, guide, now }: Pick<World, 'db' | 'guide' | 'now'>,
  { round }: Pick<RoundFacts, 'round'>,
  numbers: RoundNumbers,
): Promise<ReachView> {
  const today = dayOf(now());
  const fewest = guide.inForceOn(today).surveys?.publishing.public.n ?? 1;
  const { topic, regions } = round.settings;
  const { rows } = await db.pool.query<Row>({ name: 'reach', text: REACH, values: [round.id, topic, regions] });
  const found = (part: Row['part'], id = ''): ReachRow => {
    const row = rows.find((one) => one.part === part && one.id === id);
    return withShares(id, row ?? NOBODY, fewest);
  };
  const shownRegions = REGIONS.filter(
    (id) => regions.length === 0 || regions.includes(id) || hasAny(found('region', id)),
  );
  const elsewhere = found('region');
  const all = found('all');
  return {
    ...{ today, fewest, all },
    inField: found('field'),
    byRegion: [...shownRegions.map((id) => found('region', id)), ...(elsewhere.register > 0 ? [elsewhere] : [])],
    byField: TOPICS.filter((id) => id === topic || hasAny(found('topic', id))).map((id) => found('topic', id)),
    unnamed: all.contributed - found('named').contributed,
    persons: numbers.byParticipant.person,
    councils: numbers.byParticipant.council,
  };
}

const hasAny = ({ invited, contributed }: ReachRow): boolean => invited + contributed > 0;
