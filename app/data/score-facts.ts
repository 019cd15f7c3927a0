// What the figures of a body and period are counted from, as the tables say it: like cases counted together by the database. The same
// as folded from the ledger is in data/score-ledger; the nightly job holds the two together.
import { SET_DUTIES, type Guide, type Kind } from '../../guide/schema';
import { addDays, instantOf, ZONE, type Day } from '../core/day';
import { KEPT, scoredPhase, type CaseFact, type DutyFact, type Facts, type RulingFact } from '../core/score/facts';
import { merged } from '../core/score/merged';
import { daysOf, type Period } from '../core/score/period';
import type { Mark } from '../core/score/stale';
import type { Asking } from './connect';

/** The place of a report in the order from kept to not kept, as core/score/facts has it. */
const worth = (of: string) => `array_position(ARRAY[${KEPT.map((kept) => `'${kept}'`).join(', ')}], ${of})`;

/** Whether a case `a` ended after the working day of its body `b`. */
export const AFTER_HOURS = `to_char(a."endedAt" AT TIME ZONE '${ZONE}', 'HH24:MI') > b."workdayEnd"`;

/** What core/score/facts says of a phase. */
export const PHASE = `CASE a.phase WHEN 'returned' THEN '${scoredPhase('returned')}' ELSE a.phase END`;
/** What is read of a case `a` of the body `b`, of many alike or of one. */
export const CASE = `a.kind, a.edition, a."registeredDay", a."lawfulDue", a."dueDay", a.extended, ${PHASE} AS phase, a.phase = 'returned' AS returned, a."endedDay", a.verdict,
       coalesce(${AFTER_HOURS}, false) AS "afterHours"`;
const CASES = `
SELECT ${CASE}, count(*)::int AS count
  FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId"
 WHERE a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`;
/** A duty `o` that the guide times: of a day that somebody set no figure speaks. */
export const OF_THE_GUIDE = `o.rule <> ALL ('{${SET_DUTIES.join()}}')`;
const DUTIES = `
SELECT o.rule, o."dueDay", o."closedDay", o."closedHow", count(*)::int AS count
  FROM "Appeal" a JOIN "Obligation" o ON o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId"
   AND ${OF_THE_GUIDE}
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
SELECT o.number, o.key, o."fromDay", p #>> '{text,ru}' AS text, o."dueDay", p #>> '{report,day}' AS "reportedDay", p #>> '{report,kept}' AS said,
       (SELECT CASE WHEN count(*) = 0 OR p #>> '{report,kept}' IS NULL THEN NULL
                    WHEN 2 * count(*) FILTER (WHERE ${worth("j ->> 'verdict'")} > ${worth("p #>> '{report,kept}'")}) > count(*) THEN 'differ' ELSE 'agree' END
          FROM jsonb_array_elements(p -> 'judgements') j) AS heard
  FROM "Obligation" o JOIN "Round" r ON o.stream = 'round:' || r.id
  CROSS JOIN LATERAL jsonb_array_elements(r.facts -> 'commitments') p
 WHERE o.rule = 'commitment' AND o.key = 'commitment:' || (p ->> 'id') AND o."debtorKind" = 'body' AND o."debtorId" = $1::uuid
   AND o."openedAt" >= $2::timestamptz AND o."openedAt" < $3::timestamptz`;
const PROMISES_ALIKE = `SELECT "dueDay", "reportedDay", said, heard, count(*)::int AS count FROM (${PROMISES}) one GROUP BY 1, 2, 3, 4`;
/** What is read of a case that a ruling counts otherwise than it was recorded, and where from. */
export const RULING = `c.number AS contest, c.version, c.status AS ruling, c.effect, ${CASE}, 1 AS count,
       coalesce((SELECT json_agg(json_build_object('rule', o.rule, 'dueDay', o."dueDay", 'closedDay', o."closedDay", 'closedHow', o."closedHow", 'count', 1) ORDER BY o.key COLLATE "C")
          FROM "Obligation" o WHERE o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId" AND ${OF_THE_GUIDE}), '[]') AS duties`;
export const RULED = `"Contest" c JOIN "Appeal" a ON a.id = c."appealId" JOIN "Body" b ON b.id = a."bodyId"`;
const RULINGS = `SELECT ${RULING} FROM ${RULED}
 WHERE c."bodyId" = $1::uuid AND c."registeredDay" BETWEEN $2::bpchar AND $3::bpchar AND c.effect IS NOT NULL ORDER BY c.number`;
const CONTESTS = `
SELECT status, count(*)::int AS count FROM "Contest"
 WHERE "bodyId" = $1::uuid AND "registeredDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1`;

type CaseRow = Omit<CaseFact, 'deemed'> & { edition: string };
export type RulingRow = Pick<RulingFact, 'contest' | 'version' | 'ruling' | 'effect'> & CaseRow & { duties: DutyFact[] };

/** Whether the procedure of a case treats silence as a refusal. */
export const isDeemed = (guide: Guide, { edition, kind }: { edition: string; kind: Kind }): boolean =>
  guide.edition(edition).procedures[kind].overdue.status === 'deemed_refused';

const caseOf = ({ edition, ...row }: CaseRow, guide: Guide): CaseFact => ({ ...row, deemed: isDeemed(guide, { edition, ...row }) });

export const rulingOf = ({ contest, version, ruling, effect, duties, ...row }: RulingRow, guide: Guide): RulingFact => ({
  ...{ contest, version, ruling, effect, duties, recorded: caseOf(row, guide), count: 1 },
});

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
  const rulings = await db.query<RulingRow>({ name: 'score_rulings', text: RULINGS, values: days });
  const contests = await db.query<Facts['contests'][number]>({ name: 'score_contests', text: CONTESTS, values: days });
  return {
    cases: merged(cases.rows.map((row) => caseOf(row, guide))),
    duties: duties.rows,
    comments: comments.rows,
    councilReplies: replies.rows,
    promises: promises.rows,
    rulings: rulings.rows.map((row) => rulingOf(row, guide)),
    contests: contests.rows,
  };
}
