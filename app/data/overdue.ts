// Open obligations whose due day has passed without time having said so in the ledger. Read by commands/obligations/lapse.
import type { Day } from '../core/day';
import type { Party } from '../core/obligation';
import type { Database } from './connect';

export type Overdue = {
  id: string;
  stream: string;
  key: string;
  rule: string;
  dueDay: Day;
  number: string;
  title: string;
  titleRu: string | null;
  edition: string;
  procedure: string;
  debtor: Party;
  creditor: Party | null;
  official: string | null;
  /** The body among the two parties: the debtor, or the creditor of an applicant's duty. */
  body: { id: string; names: { kk: string; ru: string; en: string } } | null;
};

const OVERDUE = `
SELECT o.id, o.stream, o.key, o.rule, o."dueDay", o.number, o.title, o."titleRu", o.edition, o.procedure, o."officialId" AS official,
       json_build_object('kind', o."debtorKind", 'id', o."debtorId") AS debtor,
       CASE WHEN o."creditorId" IS NOT NULL THEN json_build_object('kind', o."creditorKind", 'id', o."creditorId") END AS creditor,
       CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'names', json_build_object('kk', b."nameKk", 'ru', b."nameRu", 'en', b."nameEn")) END AS body
  FROM "Obligation" o
  LEFT JOIN "Body" b ON b.id = CASE WHEN o."debtorKind" = 'body' THEN o."debtorId" WHEN o."creditorKind" = 'body' THEN o."creditorId" END
 WHERE o."lapsedAt" IS NULL AND o."closedDay" IS NULL AND o."dueDay" < $1 AND ($2::uuid IS NULL OR o.id > $2)
 ORDER BY o.id LIMIT $3`;

/** A page of them in the order of their ids, beginning after `after`. */
export async function overdueObligations({ pool }: Database, { today, after, limit }: { today: Day; after: string | null; limit: number }): Promise<Overdue[]> {
  const { rows } = await pool.query<Overdue>({ name: 'overdue', text: OVERDUE, values: [today, after, limit] });
  return rows;
}
