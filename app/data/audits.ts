// What an audit of signs is drawn from, public answered cases of a quarter with their words; and that each quarter's is drawn once.
import type { Day } from '../core/day';
import { daysOf, type Period } from '../core/score/period';
import type { AnsweredCase } from '../core/score/brush-off';
import type { Asking, Database } from './connect';
import { openOn } from './open-on';
import { inTransaction } from './transaction';

/** The bodies that have answers to cases of a quarter which are public today. */
export async function bodiesAnswering(db: Asking, period: Period, today: Day): Promise<string[]> {
  const { first, last } = daysOf(period);
  const { rows } = await db.query<{ bodyId: string }>({
    name: 'audit_bodies',
    text: `SELECT DISTINCT a."bodyId" FROM "Appeal" a WHERE a.phase = 'answered' AND ${openOn('$3')} AND a."registeredDay" BETWEEN $1::bpchar AND $2::bpchar ORDER BY 1`,
    values: [first, last, today],
  });
  return rows.map(({ bodyId }) => bodyId);
}

/** One body's cases of a quarter that it answered and that are public today: subject and text as asked, and the answer's words from the ledger. */
export async function answersOf(
  db: Asking,
  { bodyId, period, today }: { bodyId: string; period: Period; today: Day },
): Promise<AnsweredCase[]> {
  const { first, last } = daysOf(period);
  const { rows } = await db.query<AnsweredCase>({
    name: 'audit_answers',
    text: `SELECT a.id, a.subject || E'\\n' || a.text AS question, e.payload ->> 'text' AS answer
             FROM "Appeal" a JOIN "Event" e ON e.stream = 'appeal:' || a.id AND e.type = 'appeal.answered'
            WHERE a."bodyId" = $1::uuid AND a.phase = 'answered' AND ${openOn('$4')} AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar ORDER BY a.id`,
    values: [bodyId, first, last, today],
  });
  return rows;
}

/** Does `work` in a transaction in which nobody else draws the sample of this period. */
export const drawing = <T>(db: Database, period: Period, work: (through: Asking) => Promise<T>): Promise<T> =>
  inTransaction(db, async (through) => {
    await through.query({ text: `SELECT pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))`, values: [period] });
    return work(through);
  });

/** Whether the sample of a period was drawn. */
export async function isDrawn(db: Asking, period: Period): Promise<boolean> {
  const { rows } = await db.query({ text: 'SELECT 1 FROM "Audit" WHERE period = $1', values: [period] });
  return rows.length > 0;
}
