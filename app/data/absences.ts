// Who stands in for whom: pieces of statements over absences, and the few questions about them that commands and queries share. Read from the
// days each time; an absence whose cover no longer holds an office at the body lends nothing.
import { dayOf, type Day, type Instant } from '../core/day';
import type { Asking } from './connect';

/** Absences in force on a day (placeholders: its text, the instant of asking), as rows `a`. */
const inForceOn = (day: string, at: string) => `"Absence" a
   JOIN "Person" c ON c.id = a."coverId" AND c."closedAt" IS NULL
  WHERE a."fromDay" <= ${day}::bpchar AND a."untilDay" >= ${day}::bpchar
    AND EXISTS (SELECT 1 FROM "Membership" h WHERE h."personId" = a."coverId" AND h."bodyId" = a."bodyId"
                 AND h.since <= ${at}::timestamptz AND (h.until IS NULL OR h.until > ${at}::timestamptz))`;

/**
 * Parts of a WITH RECURSIVE: `stands` has a row for each person who is away and whoever acts in their place, also where the first cover is
 * away too; nobody where the covers lead around in a circle. `bodies`: a statement that gives those it is about, without it all; covers never lead from one
 * body to another.
 */
export const standsOn = (day: string, at: string, bodies?: string): string => `
away AS MATERIALIZED (
  SELECT a."bodyId", a."personId", a."coverId" FROM ${inForceOn(day, at)}${bodies ? ` AND a."bodyId" IN (${bodies})` : ''}
), passed AS (
  SELECT * FROM away
  UNION
  SELECT p."bodyId", p."personId", a."coverId" FROM passed p JOIN away a ON a."bodyId" = p."bodyId" AND a."personId" = p."coverId"
), stands AS MATERIALIZED (
  SELECT p.* FROM passed p
   WHERE p."coverId" <> p."personId" AND NOT EXISTS (SELECT 1 FROM away a WHERE a."bodyId" = p."bodyId" AND a."personId" = p."coverId")
)`;

/** Parts of a WITH RECURSIVE: `lent` has those in whose place the person of the expression `personId` acts, by body. */
export const lentTo = (personId: string, day: string, at: string): string => `
named AS (
  SELECT a."bodyId", a."personId" FROM ${inForceOn(day, at)} AND a."coverId" = ${personId}
  UNION
  SELECT a."bodyId", a."personId" FROM named n, ${inForceOn(day, at)} AND a."bodyId" = n."bodyId" AND a."coverId" = n."personId"
), lent AS (
  SELECT n."bodyId", n."personId" FROM named n
   WHERE n."personId" <> ${personId}
     AND NOT EXISTS (SELECT 1 FROM ${inForceOn(day, at)} AND a."bodyId" = n."bodyId" AND a."personId" = ${personId})
)`;

export type StandIn = { bodyId: string; personId: string; coverId: string; cover: string };

/** Who is away at these bodies at the moment, and who acts in their place. */
export async function standInsAt({ pool }: { pool: Asking }, bodyIds: readonly string[], at: Instant): Promise<StandIn[]> {
  const { rows } = await pool.query<StandIn>({
    name: 'stand_ins',
    text: `WITH RECURSIVE ${standsOn('$2', '$3', 'SELECT unnest($1::uuid[])')}
           SELECT s.*, p.name AS cover FROM stands s JOIN "Person" p ON p.id = s."coverId" ORDER BY p.name, p.id`,
    values: [bodyIds, dayOf(at), new Date(at).toISOString()],
  });
  return rows;
}

export type Away = { id: string; personId: string; name: string; coverId: string; cover: string; fromDay: Day; untilDay: Day };

/** Absences at a body that have a day between the two, the earliest first. */
export async function absencesAt({ pool }: { pool: Asking }, bodyId: string, { fromDay, untilDay }: { fromDay: Day; untilDay: Day | null }): Promise<Away[]> {
  const { rows } = await pool.query<Away>({
    name: 'absences_at',
    text: `SELECT a.id, a."personId", p.name, a."coverId", c.name AS cover, a."fromDay", a."untilDay"
             FROM "Absence" a JOIN "Person" p ON p.id = a."personId" JOIN "Person" c ON c.id = a."coverId"
            WHERE a."bodyId" = $1::uuid AND a."untilDay" >= $2::bpchar AND a."untilDay" >= a."fromDay" AND ($3::bpchar IS NULL OR a."fromDay" <= $3::bpchar)
            ORDER BY a."fromDay", a.id`,
    values: [bodyId, fromDay, untilDay],
  });
  return rows;
}
