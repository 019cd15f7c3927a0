// What the figures of a body and period are counted from, as the tables say it: like cases counted together by the database. The same
// as folded from the ledger is in data/score-ledger; the nightly job holds the two together.
import type { Guide, Kind } from '../../guide/schema';
import { addDays, instantOf } from '../core/day';
import type { CaseFact, Facts } from '../core/score/facts';
import { daysOf } from '../core/score/period';
import type { Mark } from '../core/score/stale';
import type { Asking } from './connect';

const CASES = `
SELECT kind, edition, "registeredDay", "lawfulDue", "dueDay", extended, phase, "endedDay", verdict, count(*)::int AS count
  FROM "Appeal" WHERE "bodyId" = $1::uuid AND "registeredDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;
const DUTIES = `
SELECT o.rule, o."dueDay", o."closedDay", o."closedHow", count(*)::int AS count
  FROM "Appeal" a JOIN "Obligation" o ON o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId"
 WHERE a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1, 2, 3, 4`;
const COMMENTS = `
SELECT "dueDay", phase, "endedDay", count(*)::int AS count
  FROM "Comment" WHERE "bodyId" = $1::uuid AND "receivedDay" BETWEEN $2::bpchar AND $3::bpchar GROUP BY 1, 2, 3`;
const REPLIES = `
SELECT rule, "dueDay", "closedDay", "closedHow", count(*)::int AS count
  FROM "Obligation" WHERE rule = 'council_reply' AND "debtorKind" = 'body' AND "debtorId" = $1::uuid
   AND "openedAt" >= $2::timestamptz AND "openedAt" < $3::timestamptz GROUP BY 1, 2, 3, 4`;

type CaseRow = Omit<CaseFact, 'deemed'> & { edition: string };

/** Whether the procedure of a case treats silence as a refusal. */
export const isDeemed = (guide: Guide, { edition, kind }: { edition: string; kind: Kind }): boolean =>
  guide.edition(edition).procedures[kind].overdue.status === 'deemed_refused';

export async function factsOf(db: Asking, guide: Guide, { bodyId, period }: Mark): Promise<Facts> {
  const { first, last } = daysOf(period);
  const days = [bodyId, first, last];
  const instants = [bodyId, ...[first, addDays(last, 1)].map((day) => new Date(instantOf(day, '00:00')).toISOString())];
  const cases = await db.query<CaseRow>({ name: 'score_cases', text: CASES, values: days });
  const duties = await db.query<Facts['duties'][number]>({ name: 'score_duties', text: DUTIES, values: days });
  const comments = await db.query<Facts['comments'][number]>({ name: 'score_comments', text: COMMENTS, values: days });
  const replies = await db.query<Facts['duties'][number]>({ name: 'score_replies', text: REPLIES, values: instants });
  return {
    cases: merged(cases.rows.map(({ edition, ...row }) => ({ ...row, deemed: isDeemed(guide, { edition, ...row }) }))),
    duties: duties.rows,
    comments: comments.rows,
    councilReplies: replies.rows,
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
