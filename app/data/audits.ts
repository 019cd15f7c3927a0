// What an audit of signs is drawn from and what is kept of it: public answered cases of a quarter with their words, the sample, the codes.
import { daysOf, type Period } from '../core/score/period';
import type { AnsweredCase, Signals } from '../core/score/brush-off';
import type { Asking, Database } from './connect';

/** The bodies that have public answers to cases of a quarter. */
export async function bodiesAnswering(db: Asking, period: Period): Promise<string[]> {
  const { first, last } = daysOf(period);
  const { rows } = await db.query<{ bodyId: string }>({
    name: 'audit_bodies',
    text: `SELECT DISTINCT "bodyId" FROM "Appeal" WHERE phase = 'answered' AND visibility = 'public' AND "registeredDay" BETWEEN $1::bpchar AND $2::bpchar ORDER BY 1`,
    values: [first, last],
  });
  return rows.map(({ bodyId }) => bodyId);
}

/** One body's public cases of a quarter that it answered: subject and text as asked, and the answer's words from the ledger. */
export async function answersOf(db: Asking, bodyId: string, period: Period): Promise<AnsweredCase[]> {
  const { first, last } = daysOf(period);
  const { rows } = await db.query<AnsweredCase>({
    name: 'audit_answers',
    text: `SELECT a.id, a.subject || E'\\n' || a.text AS question, e.payload ->> 'text' AS answer
             FROM "Appeal" a JOIN "Event" e ON e.stream = 'appeal:' || a.id AND e.type = 'appeal.answered'
            WHERE a."bodyId" = $1::uuid AND a.phase = 'answered' AND a.visibility = 'public' AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar ORDER BY a.id`,
    values: [bodyId, first, last],
  });
  return rows;
}

export type NewSample = {
  period: Period;
  edition: string;
  method: string;
  seed: number;
  drawnAt: Date;
  frame: { flagged: number; others: number };
  items: { appealId: string; flagged: boolean; signals: Signals }[];
};

/** Keeps a sample once: who comes second finds it there and changes nothing. Gives whether it was kept. */
export async function keepSample({ prisma }: Database, { period, frame, items, seed, ...drawn }: NewSample): Promise<boolean> {
  return prisma.$transaction(async (through) => {
    const made = await through.auditSample.createMany({
      data: [{ period, ...drawn, ...frame, seed: BigInt(seed) }],
      skipDuplicates: true,
    });
    if (made.count === 0) return false;
    await through.auditItem.createMany({ data: items.map((item, position) => ({ period, position, ...item })) });
    return true;
  });
}
