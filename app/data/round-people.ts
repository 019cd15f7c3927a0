// Who is to hear of a round: its followers (of the round, its topic, its body, its regions) and those who contributed. And what the
// register of organisations says of its field and regions.
import type { Reach } from '../core/gate';
import type { Round } from '../core/round';
import type { Party } from '../core/obligation';
import type { ContributorParties } from '../core/side';
import { COUNCIL_ROLES, type Viewer } from '../core/viewer';
import type { Asking, Database } from './connect';

/** `unfollow`: the way out that their letters carry, a path without language. */
export type Follower = { personId: string; why: 'round' | 'topic' | 'body' | 'region'; unfollow: string };
type Followed = { number: string; topic: string; bodyId: string; regions: readonly string[] };

/** Everyone who follows, once each, with the nearest reason. */
export async function followersOf({ pool }: { pool: Asking }, { number, topic, bodyId, regions }: Followed): Promise<Follower[]> {
  const { rows } = await pool.query<Follower>({
    name: 'round_followers',
    text: `SELECT DISTINCT ON (f."personId") f."personId", f.what AS why, '/unfollow/' || f.token AS unfollow
             FROM "Follow" f
            WHERE (f.what, f.value) IN (SELECT * FROM unnest($1::text[], $2::text[]))
            ORDER BY f."personId", array_position(ARRAY['round', 'topic', 'body', 'region'], f.what)`,
    values: [
      ['round', 'topic', 'body', ...regions.map(() => 'region')],
      [number, topic, bodyId, ...regions],
    ],
  });
  return rows;
}

export type ContributorParty = { kind: 'organisation' | 'person' | 'council'; id: string };

/** Everyone with an account who contributed and did not withdraw, once each: an organisation stands for its people. */
export async function contributorsOf({ pool }: { pool: Asking }, roundId: string): Promise<ContributorParty[]> {
  const { rows } = await pool.query<ContributorParty>({
    name: 'round_contributors',
    text: `SELECT DISTINCT CASE WHEN "councilId" IS NOT NULL THEN 'council' WHEN "organisationId" IS NOT NULL THEN 'organisation' ELSE 'person' END AS kind,
                  coalesce("councilId", "organisationId", "personId") AS id
             FROM "Comment" WHERE "roundId" = $1::uuid AND phase <> 'withdrawn' AND coalesce("councilId", "organisationId", "personId") IS NOT NULL`,
    values: [roundId],
  });
  return rows;
}

/** Whoever took part hears of the round whatever they follow; a follower's letters carry the way out. */
export type Told = { party: Party; why: 'contributor' | 'follower'; unfollow: string | null };

/** All who are to hear of what becomes of a round: whoever contributed first, then its followers; a reader gets the first letter of a key. */
export async function partiesOf(db: { pool: Asking }, round: Pick<Round, 'id' | 'number' | 'bodyId' | 'settings'>): Promise<Told[]> {
  const { topic, regions } = round.settings;
  // One after the other: it may be one connection that is asked.
  const contributors = await contributorsOf(db, round.id);
  const followers = await followersOf(db, { number: round.number, topic, regions, bodyId: round.bodyId });
  return [
    ...contributors.map((party) => ({ party, why: 'contributor' as const, unfollow: null })),
    ...followers.map(({ personId: id, unfollow }) => ({ party: { kind: 'person' as const, id }, why: 'follower' as const, unfollow })),
  ];
}

/** In whose names the viewer's side contributed to a round and did not withdraw: their own, an organisation's, a council's. */
export async function contributionsOf({ prisma }: Database, roundId: string, { personId, mandates }: Viewer): Promise<ContributorParties[]> {
  const organisations = mandates.flatMap(({ role, organisationId }) => (role === 'representative' && organisationId ? [organisationId] : []));
  const councils = mandates.flatMap(({ role, councilId }) => (COUNCIL_ROLES.some((one) => one === role) && councilId ? [councilId] : []));
  return prisma.comment.findMany({
    where: { roundId, phase: { not: 'withdrawn' }, OR: [{ personId }, { organisationId: { in: organisations } }, { councilId: { in: councils } }] },
    distinct: ['personId', 'organisationId', 'councilId'],
    select: { personId: true, organisationId: true, councilId: true },
    orderBy: { id: 'asc' },
  });
}

/** Organisations of the round's field in the register, how many are invited, how many of those of the field, and regions of the round where the register has some but none is. */
export async function reachOf({ pool }: Database, { settings, invited }: Pick<Round, 'settings' | 'invited'>): Promise<Reach> {
  const { rows } = await pool.query<Omit<Reach, 'invited'>>({
    name: 'round_reach',
    text: `SELECT (SELECT count(*)::int FROM "Organisation" WHERE $1 = ANY (fields) AND (cardinality($2::text[]) = 0 OR region = ANY ($2))) AS "inField",
                  (SELECT count(*)::int FROM "Organisation" WHERE $1 = ANY (fields) AND (cardinality($2::text[]) = 0 OR region = ANY ($2)) AND id = ANY ($3::uuid[])) AS "invitedInField",
                  ARRAY(SELECT r FROM unnest($2::text[]) r
                         WHERE EXISTS (SELECT 1 FROM "Organisation" WHERE region = r)
                           AND NOT EXISTS (SELECT 1 FROM "Organisation" WHERE region = r AND id = ANY ($3::uuid[])) ORDER BY r) AS "regionsWithout"`,
    values: [settings.topic, settings.regions, invited],
  });
  const [found] = rows;
  return { inField: 0, invitedInField: 0, regionsWithout: [], ...found, invited: invited.length };
}
