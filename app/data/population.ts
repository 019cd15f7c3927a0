// Who is asked in a wave, drawn from facts: NGOs that had a case or a comment at a body in the window, each by the person who last acted
// for it there; officials who had a part in such cases. One right an NGO and body, one an official and body.
import type { Direction, Occasion } from '../../guide/schema';
import type { Day, Instant } from '../core/day';
import { OFFICIAL_ROLES } from '../core/viewer';
import type { Database } from './connect';

export type Asked = {
  bodyId: string;
  direction: Direction;
  personId: string;
  organisationId: string | null;
};
type Window = { from: Day; to: Day };
/** `now`: whose mandates have not ended by then are asked. */
type Draw = { now: Instant; waveId: string; occasion: Occasion; window: Window; bodyIds: readonly string[]; directions: readonly Direction[] };

/** People drawn at once. */
const AT_ONCE = 1_000;

/** Cases and comments by organisations within the window; after cases only those that ended there, otherwise those that came or ended. */
const DEALINGS = `
dealings AS (
  SELECT a."bodyId", a."organisationId", a."personId", a."receivedAt" AS at,
         ARRAY[a."officialId", (a."acceptedBy"->>'personId')::uuid] AS officials
    FROM "Appeal" a
   WHERE a."organisationId" IS NOT NULL AND a.phase <> 'redirected'
     AND (a."endedDay" BETWEEN $2 AND $3 OR (NOT $4 AND a."receivedDay" BETWEEN $2 AND $3))
  UNION ALL
  SELECT c."bodyId", c."organisationId", c."personId", c."receivedAt",
         ARRAY[(c.drafter->>'personId')::uuid, (c.approver->>'personId')::uuid]
    FROM "Comment" c
   WHERE c."organisationId" IS NOT NULL AND c."personId" IS NOT NULL AND c.phase <> 'withdrawn'
     AND (c."endedDay" BETWEEN $2 AND $3 OR (NOT $4 AND c."receivedDay" BETWEEN $2 AND $3))
), here AS (
  SELECT * FROM dealings WHERE cardinality($5::uuid[]) = 0 OR "bodyId" = ANY ($5::uuid[])
)`;

const ASKED = `
WITH ${DEALINGS}, asked AS (
  SELECT DISTINCT ON (h."bodyId", h."organisationId") h."bodyId", 'ngo_to_body' AS direction, m."personId", h."organisationId"
    FROM here h
    JOIN "Membership" m ON m."organisationId" = h."organisationId" AND m.role = 'representative' AND (m.until IS NULL OR m.until > $8::timestamptz)
    JOIN "Person" p ON p.id = m."personId" AND p."closedAt" IS NULL
   WHERE 'ngo_to_body' = ANY ($6::text[])
   ORDER BY h."bodyId", h."organisationId", (m."personId" = h."personId") DESC, h.at DESC, m.since, m.id
), officials AS (
  SELECT DISTINCT h."bodyId", 'body_to_ngo' AS direction, m."personId", NULL::uuid AS "organisationId"
    FROM here h CROSS JOIN LATERAL unnest(h.officials) AS o(id)
    JOIN "Membership" m ON m."personId" = o.id AND m."bodyId" = h."bodyId" AND m.role = ANY ($7::text[]) AND (m.until IS NULL OR m.until > $8::timestamptz)
    JOIN "Person" p ON p.id = m."personId" AND p."closedAt" IS NULL
   WHERE 'body_to_ngo' = ANY ($6::text[])
), everyone AS (SELECT * FROM asked UNION ALL SELECT * FROM officials)
SELECT e.*, count(*) OVER (PARTITION BY e."bodyId", e.direction)::int AS size FROM everyone e
 WHERE NOT EXISTS (
   SELECT 1 FROM "SurveyRight" r JOIN "Panel" p ON p.id = r."panelId"
    WHERE p."waveId" = $1 AND p."bodyId" = e."bodyId" AND p.direction = e.direction
      AND (r."personId" = e."personId" OR r."organisationId" = e."organisationId"))
 ORDER BY e."bodyId", e.direction, e."personId"`;

/**
 * Those who are to be asked and have no right yet, in lists of at most `AT_ONCE`, each with how many of their panel are without one
 * (`size`). Drawn once, by a cursor: what is done between two lists changes nothing of the rest. Holds a connection until it is read or left.
 */
export async function* asked({ pool }: Database, draw: Draw): AsyncGenerator<(Asked & { size: number })[]> {
  const { now, waveId, occasion, window, bodyIds, directions } = draw;
  const client = await pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query({
      text: `DECLARE asked NO SCROLL CURSOR FOR ${ASKED}`,
      values: [waveId, window.from, window.to, occasion === 'after_case', bodyIds, directions, OFFICIAL_ROLES, new Date(now).toISOString()],
    });
    for (;;) {
      const { rows } = await client.query<Asked & { size: number }>(`FETCH ${AT_ONCE} FROM asked`);
      if (rows.length > 0) yield rows;
      if (rows.length < AT_ONCE) return;
    }
  } finally {
    // Closes the cursor; nothing was written here.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (error: unknown) => client.release(error instanceof Error ? error : true),
    );
  }
}
