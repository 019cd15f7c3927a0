// What the figures of a body and period are counted from, as the tables say it: like cases counted together by the database. The same
// as folded from the ledger is in data/score-ledger; the nightly job holds the two together.
import type { Guide, Kind } from '../../guide/schema';
import { addDays, instantOf, ZONE, type Day } from '../core/day';
import { KEPT, type CaseFact, type Facts } from '../core/score/facts';
import { daysOf, type Period } from '../core/score/period';
import type { Mark } from '../core/score/stale';
import type { Asking } from './connect';

/** The place of a report in the order from kept to not kept, as core/score/facts has it. */
const worth = (of: string) => `array_position(ARRAY[${KEPT.map((kept) => `'${kept}'`).join(', ')}], ${of})`;

/** Whether a case `a` ended after the working day of its body `b`. */
export const AFTER_HOURS = `to_char(a."endedAt" AT TIME ZONE '${ZONE}', 'HH24:MI') > b."workdayEnd"`;

const CASES = `
SELECT a.kind, a.edition, a."registeredDay", a."lawfulDue", a."dueDay", a.extended, a.phase, a."endedDay", a.verdict,
       coalesce(${AFTER_HOURS}, false) AS "afterHours", count(*)::int AS count
  FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId"
 WHERE a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
const DUTIES = `
SELECT o.rule, o."dueDay", o."closedDay", o."closedHow", count(*)::int AS count
  FROM "Appeal" a JOIN "Obligation" o ON o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId"
 WHERE a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1, 2, 3, 4`;
const COMMENTS = `
SELECT r.topic, c."dueDay", c.phase, c."endedDay", count(*)::int AS count
  FROM "Comment" c JOIN "Round" r ON r.id = c."roundId"
 WHERE c."bodyId" = $1::uuid AND c."receivedDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1, 2, 3, 4`;
const REPLIES = `
SELECT rule, "dueDay", "closedDay", "closedHow", count(*)::int AS count
  FROM "Obligation" WHERE rule = 'council_reply' AND "debtorKind" = 'body' AND "debtorId" = $1::uuid
   AND "openedAt" >= $2::timestamptz AND "openedAt" < $3::timestamptz GROUP BY 1, 2, 3, 4`;

/** A body's promises that were made in a period, each with what most of those who took part say. */
export const PROMISES = `
SELECT o.number, o."dueDay", p #>> '{report,day}' AS "reportedDay", p #>> '{report,kept}' AS said,
       (SELECT CASE WHEN count(*) = 0 OR p #>> '{report,kept}' IS NULL THEN NULL
                    WHEN 2 * count(*) FILTER (WHERE ${worth("j ->> 'verdict'")} > ${worth("p #>> '{report,kept}'")}) > count(*) THEN 'differ' ELSE 'agree' END
          FROM jsonb_array_elements(p -> 'judgements') j) AS heard
  FROM "Obligation" o JOIN "Round" r ON o.stream = 'round:' || r.id
  CROSS JOIN LATERAL jsonb_array_elements(r.facts -> 'commitments') p
 WHERE o.rule = 'commitment' AND o.key = 'commitment:' || (p ->> 'id') AND o."debtorKind" = 'body' AND o."debtorId" = $1::uuid
   AND o."openedAt" >= $2::timestamptz AND o."openedAt" < $3::timestamptz`;
const PROMISES_ALIKE = `SELECT "dueDay", "reportedDay", said, heard, count(*)::int AS count FROM (${PROMISES}) one GROUP BY 1, 2, 3, 4`;

type CaseRow = Omit<CaseFact, 'deemed'> & { edition: string };

/** Whether the procedure of a case treats silence as a refusal. */
export const isDeemed = (guide: Guide, { edition, kind }: { edition: string; kind: Kind }): boolean =>
  guide.edition(edition).procedures[kind].overdue.status === 'deemed_refused';

/** The instants at which a period begins and has ended. */
export function instantsOf(period: Period): [string, string] {
  const { first, last } = daysOf(period);
  const at = (day: Day) => new Date(instantOf(day, '00:00')).toISOString();
  return [at(first), at(addDays(last, 1))];
}

export async function factsOf(db: Asking, guide: Guide, { bodyId, period }: Mark): Promise<Facts> {
  const { first, last } = daysOf(period);
  const days = [bodyId, first, last];
  const instants = [bodyId, ...instantsOf(period)];
  const cases = await db.query<CaseRow>({ name: 'score_cases', text: CASES, values: days });
  const duties = await db.query<Facts['duties'][number]>({ name: 'score_duties', text: DUTIES, values: days });
  const comments = await db.query<Facts['comments'][number]>({ name: 'score_comments', text: COMMENTS, values: days });
  const replies = await db.query<Facts['duties'][number]>({ name: 'score_replies', text: REPLIES, values: instants });
  const promises = await db.query<Facts['promises'][number]>({ name: 'score_promises', text: PROMISES_ALIKE, values: instants });
  return {
    cases: merged(cases.rows.map(({ edition, ...row }) => ({ ...row, deemed: isDeemed(guide, { edition, ...row }) }))),
    duties: duties.rows,
    comments: comments.rows,
    councilReplies: replies.rows,
    promises: promises.rows,
  };
}

/** Cases of several editions may be alike. */
export function merged<F extends { count: number }>(facts: readonly F[]): F[] {
  const found = new Map<string, F>();
  for (const fact of facts) {
    const { count, ...alike } = fact;
    const key = JSON.stringify(Object.entries(alike).sort(([a], [b]) => (a < b ? -1 : 1)));
    found.set(key, { ...fact, count: (found.get(key)?.count ?? 0) + count });
  }
  return [...found.values()];
}
