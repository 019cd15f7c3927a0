// What the count of reminders reads: obligations that were open in a month with the days they had, and the letters of reminder that left about
// them. Reads facts alone; the rows it keeps are counted anew from them whenever asked.
import type { Day, Instant } from '../core/day';
import type { Left, Remembered, Side } from '../core/coverage';
import type { Reckoning } from '../core/term';
import type { Asking, Database } from './connect';
import { openOn } from './open-on';

const iso = (instant: Instant): string => new Date(instant).toISOString();

export type Watched = Remembered & {
  id: string;
  stream: string;
  rule: string;
  edition: string;
  procedure: string;
  number: string;
  bodyId: string;
  /** Whether everybody may read the case that it belongs to on the day of the count. */
  open: boolean;
};

type Row = Omit<Watched, 'history' | 'closedAt'> & {
  closedAt: Date | null;
  history: { at: number; reckoning: Reckoning }[] | null;
};

/** A page of obligations that a body owes or is owed and that were open at some time between the two, in the order of their ids. */
export async function watchedObligations(
  { pool }: { pool: Asking },
  { from, to, after, limit, bodyId, today }: { from: Instant; to: Instant; after: string | null; limit: number; bodyId: string | null; today: Day },
): Promise<Watched[]> {
  const { rows } = await pool.query<Row>({
    name: 'watched_obligations',
    text: `SELECT o.id, o.stream, o.rule, o.edition, o.procedure, o.number, o."closedAt", o."creditorId" IS NOT NULL AS "hasCreditor",
                  CASE WHEN o."debtorKind" = 'body' THEN o."debtorId" ELSE o."creditorId" END AS "bodyId",
                  NOT EXISTS (SELECT 1 FROM "Appeal" a WHERE 'appeal:' || a.id = o.stream AND NOT ${openOn('$6')}) AS open,
                  (SELECT json_agg(json_build_object('at', (extract(epoch FROM e.at) * 1000)::bigint, 'reckoning', m -> 'reckoning') ORDER BY e.version)
                     FROM "Event" e CROSS JOIN LATERAL jsonb_array_elements(e.opens || e.moves) m
                    WHERE e.stream = o.stream AND m ->> 'key' = o.key AND m -> 'reckoning' IS NOT NULL) AS history
             FROM "Obligation" o
            WHERE o."openedAt" < $2 AND (o."closedAt" IS NULL OR o."closedAt" >= $1)
              AND (o."debtorKind" = 'body' OR (o."creditorKind" = 'body' AND o."debtorKind" IN ('organisation', 'person')))
              AND ($5::uuid IS NULL OR $5 = CASE WHEN o."debtorKind" = 'body' THEN o."debtorId" ELSE o."creditorId" END)
              AND ($3::uuid IS NULL OR o.id > $3) ORDER BY o.id LIMIT $4`,
    values: [iso(from), iso(to), after, limit, bodyId, today],
  });
  return rows.map(({ closedAt, history, ...row }) => ({
    ...row,
    closedAt: closedAt?.getTime() ?? null,
    history: (history ?? []).map(({ at, reckoning }) => ({ at: Number(at), reckoning })),
  }));
}

/** Letters of reminder that left about these streams, by stream and rule. */
export async function remindersLeft(
  { pool }: { pool: Asking },
  streams: readonly string[],
): Promise<Map<string, Left[]>> {
  const { rows } = await pool.query<{ stream: string; rule: string; point: string; side: Side; dueDay: Day; at: Date }>({
    name: 'reminders_left',
    text: `SELECT stream, data ->> 'rule' AS rule, data ->> 'point' AS point, data ->> 'owed' AS side, data ->> 'dueDay' AS "dueDay", min("sentAt") AS at
             FROM "Letter" WHERE letter = 'deadline_reminder' AND stream = ANY ($1::text[]) AND state IN ('sent', 'kept') AND "sentAt" IS NOT NULL
            GROUP BY 1, 2, 3, 4, 5, "createdAt"`,
    values: [[...new Set(streams)]],
  });
  const left = new Map<string, Left[]>();
  for (const { stream, rule, at, ...letter } of rows) {
    const key = `${stream} ${rule}`;
    left.set(key, [...(left.get(key) ?? []), { ...letter, at: at.getTime() }]);
  }
  return left;
}

export type CoverageRow = { bodyId: string; month: string; due: number; sent: number; late: number; none: number };

/** Puts the counts of one month in the place of those before, all or nothing. */
export async function keepCoverage(
  { pool }: Database,
  { month, rows, at }: { month: string; rows: readonly CoverageRow[]; at: Instant },
): Promise<void> {
  await pool.query({
    name: 'keep_coverage',
    text: `WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS r("bodyId" uuid, due int, sent int, late int, none int)),
                gone AS (DELETE FROM "ReminderCoverage" c WHERE c.month = $1 AND NOT EXISTS (SELECT 1 FROM given g WHERE g."bodyId" = c."bodyId"))
           INSERT INTO "ReminderCoverage" ("bodyId", month, due, sent, late, none, "countedAt") SELECT "bodyId", $1, due, sent, late, none, $3 FROM given
           ON CONFLICT ("bodyId", month) DO UPDATE SET due = excluded.due, sent = excluded.sent, late = excluded.late, none = excluded.none, "countedAt" = excluded."countedAt"`,
    values: [month, JSON.stringify(rows), iso(at)],
  });
}

/** Months that were counted, and the first instant of which anything could be. */
export async function countedMonths({ pool }: Database): Promise<{ months: string[]; first: Instant | null }> {
  const { rows } = await pool.query<{ months: string[] | null; first: Date | null }>({
    name: 'counted_months',
    text: `SELECT (SELECT array_agg(DISTINCT month) FROM "ReminderCoverage") AS months, (SELECT min("openedAt") FROM "Obligation") AS first`,
  });
  const [row] = rows;
  return { months: row?.months ?? [], first: row?.first?.getTime() ?? null };
}
