// Due reminders become letters in one statement: rows are claimed, judged against their obligation, settled, repeated points
// planned anew and the letters written, all or nothing. However many are due, a batch is one round trip; workers share the
// rows by SKIP LOCKED. Knows the guide only as the plans that it is given.
import type { Day, Instant } from '../core/day';
import { standsOn } from './absences';
import type { Database } from './connect';

export type Sweep = {
  now: Instant;
  today: Day;
  limit: number;
  /** Plans of the guide as JSON (commands/reminders/points). */
  plans: string;
  days: { first: Day; counted: readonly number[] };
};

/**
 * `later`: whether a later point that the same side reads has come too. After days without a worker each side gets one letter
 * an obligation, its latest, and the earlier reminders are cancelled. A row is only ever settled by whoever locked it.
 * For a council its secretary reads, who watches over what it is owed (Public Councils Law 12(3)), and its chair.
 */
const SWEEP = `
WITH RECURSIVE ${standsOn('$6', '$1')}, rules AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($3::jsonb -> 'rules') AS r(edition text, procedure text, rule text, plan text)
), points AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($3::jsonb -> 'points') AS p(edition text, plan text, point text, debtor boolean,
         creditor boolean, heads boolean, next timestamptz, "debtorPoints" text[], "creditorPoints" text[])
), claimed AS MATERIALIZED (
  SELECT id, "obligationId", point, "plannedBy", "dueAt" FROM "Reminder"
   WHERE state = 'waiting' AND "dueAt" <= $1 ORDER BY "dueAt" LIMIT $2 FOR UPDATE SKIP LOCKED
), due AS MATERIALIZED (
  SELECT c.*, o.stream, o."debtorKind", o."debtorId", o."creditorKind", o."creditorId", o."officialId", p.heads, p.next,
         jsonb_build_object('number', o.number, 'title', o.title, 'titleRu', o."titleRu", 'path', '/' || split_part(o.stream, ':', 1) || 's/' || o.number,
           'edition', o.edition, 'procedure', o.procedure, 'rule', o.rule, 'point', c.point, 'dueDay', o."dueDay",
           'workingDaysLeft', ${leftUntil('o."dueDay"')}) AS facts,
         coalesce(o."closedDay" IS NULL AND p.debtor AND NOT later.debtor, false) AS "toDebtor",
         coalesce(o."closedDay" IS NULL AND p.creditor AND NOT later.creditor, false) AS "toCreditor"
    FROM claimed c
    JOIN "Obligation" o ON o.id = c."obligationId"
    LEFT JOIN rules u ON u.edition = o.edition AND u.procedure = o.procedure AND u.rule = o.rule
    LEFT JOIN points p ON p.edition = u.edition AND p.plan = u.plan AND p.point = c.point
   CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(l.point = ANY (p."debtorPoints")), false) AS debtor,
             coalesce(bool_or(l.point = ANY (p."creditorPoints")), false) AS creditor
        FROM "Reminder" l
       WHERE l."obligationId" = c."obligationId" AND l."dueAt" <= $1 AND l."dueAt" > c."dueAt" AND l.state <> 'cancelled'
    ) later
), settled AS (
  UPDATE "Reminder" r SET state = CASE WHEN d."toDebtor" OR d."toCreditor" THEN 'written' ELSE 'cancelled' END, "settledAt" = $1
    FROM due d WHERE r.id = d.id
), planned AS (
  INSERT INTO "Reminder" (id, "obligationId", point, "plannedBy", "dueAt", state)
  SELECT gen_random_uuid(), "obligationId", point, "plannedBy", next, 'waiting'
    FROM due WHERE ("toDebtor" OR "toCreditor") AND next IS NOT NULL
  ON CONFLICT DO NOTHING
), sides AS MATERIALIZED (
  SELECT id, 'by_you' AS owed, "debtorKind" AS kind, "debtorId" AS party, "officialId", heads, stream, facts || '{"owed":"by_you"}' AS data
    FROM due WHERE "toDebtor"
  UNION ALL
  SELECT id, 'to_you', "creditorKind", "creditorId", "officialId", false, stream, facts || '{"owed":"to_you"}'
    FROM due WHERE "toCreditor" AND "creditorId" IS NOT NULL
), readers AS (
  SELECT s.id, s.owed, coalesce(i."coverId", m."personId") AS "personId"
    FROM sides s JOIN "Membership" m ON m."bodyId" = s.party LEFT JOIN stands i ON i."bodyId" = s.party AND i."personId" = m."personId"
   WHERE s.kind = 'body' AND m.since <= $1 AND (m.until IS NULL OR m.until > $1)
     AND (m."personId" = s."officialId" OR (s.heads AND m.role = 'approver') OR (m.role IN ('executor', 'registrar') AND NOT EXISTS (
           SELECT 1 FROM "Membership" a WHERE a."personId" = s."officialId" AND a."bodyId" = s.party
              AND a.since <= $1 AND (a.until IS NULL OR a.until > $1))))
  UNION
  SELECT s.id, s.owed, m."personId"
    FROM sides s JOIN "Membership" m ON m."organisationId" = s.party
   WHERE s.kind = 'organisation' AND m.since <= $1 AND (m.until IS NULL OR m.until > $1)
  UNION
  SELECT s.id, s.owed, m."personId"
    FROM sides s JOIN "Membership" m ON m."councilId" = s.party
   WHERE s.kind = 'council' AND m.role IN ('council_secretary', 'council_chair') AND m.since <= $1 AND (m.until IS NULL OR m.until > $1)
  UNION
  SELECT s.id, s.owed, s.party FROM sides s WHERE s.kind = 'person'
), letters AS (
  INSERT INTO "Letter" (id, key, letter, "personId", email, locale, data, stream, state, attempts, "nextAt", "createdAt")
  SELECT gen_random_uuid(), l.key, 'deadline_reminder', l."personId", l.email, l.locale, l.data, l.stream, 'waiting', 0, $1, $1
    FROM (SELECT 'reminder:' || r.id || ':' || p.id AS key, p.id AS "personId", p.email, p.locale, s.data, s.stream
            FROM readers r JOIN sides s ON s.id = r.id AND s.owed = r.owed JOIN "Person" p ON p.id = r."personId"
           WHERE p."closedAt" IS NULL OFFSET 0) l
  ON CONFLICT (key) DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*)::int FROM claimed) AS claimed, (SELECT count(*)::int FROM letters) AS letters`;

/**
 * Working days left until a day, 0 only on the day itself: on the Saturday after a due Friday it is overdue, by one.
 * A day outside the years that were counted is taken as their end.
 */
function leftUntil(day: string): string {
  const counted = (on: string) => `($5::int[])[least(greatest(${on}::text::date - $4::text::date + 1, 1), cardinality($5::int[]))]`;
  const left = `${counted(day)} - ${counted('$6')}`;
  return `CASE WHEN ${day} < $6 THEN least(${left}, -1) WHEN ${day} > $6 THEN greatest(${left}, 1) ELSE 0 END`;
}

/** Writes one batch. `claimed`: reminders settled; `letters`: letters written for them. */
export async function sweepReminders({ pool }: Database, { now, today, limit, plans, days }: Sweep): Promise<{ claimed: number; letters: number }> {
  const { rows } = await pool.query<{ claimed: number; letters: number }>({
    name: 'sweep_reminders',
    text: SWEEP,
    values: [new Date(now).toISOString(), limit, plans, days.first, days.counted, today],
  });
  return rows[0] ?? { claimed: 0, letters: 0 };
}
