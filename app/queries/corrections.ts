// Corrections as administrators see them: each with its list, page by page, and who approved of it.
import type { Locale } from '../../guide/schema';
import { HOWS, type Cause, type ChangedDay, type CorrectionState, type How } from '../core/correction';
import type { Day, Instant } from '../core/day';
import { pageOf } from '../core/duty';
import { isUuid } from '../core/storable';
import type { World } from '../world';
import { NAME_IN } from './statement';

type Person = { personId: string; name: string };
export type CorrectionRow = {
  id: string;
  cause: Cause;
  state: CorrectionState;
  proposer: Person;
  at: Instant;
  looked: number;
  counts: Record<How, number>;
};
export type CorrectionView = CorrectionRow & {
  reason: { kk: string; ru: string };
  approvals: (Person & { at: Instant })[];
  items: ItemView[];
  /** Where the list goes on; null on its last page. */
  after: string | null;
};
export type ItemView = {
  id: string;
  number: string;
  /** Its page, without language. */
  path: string;
  body: string;
  duty: string;
  how: How;
  was: Day;
  due: Day;
  /** In the guide's words; null for an ordinary day. */
  days: { date: Day; was: string | null; is: string | null }[];
  overtaken: boolean;
};

type Row = Omit<CorrectionRow, 'at' | 'counts'> & {
  proposedAt: Date;
  counts: Partial<Record<How, number>> | null;
  reason: { kk: string; ru: string };
  approvals: (Person & { at: Instant })[];
};

const PAGE = 100;
const SELECT = `
SELECT c.id, c.cause, c.state, c.proposer, c."proposedAt", c.looked, c.approvals, json_build_object('kk', c."reasonKk", 'ru', c."reasonRu") AS reason,
       (SELECT json_object_agg(n.how, n.count) FROM (SELECT how, count(*)::int AS count FROM "CorrectionItem" WHERE "correctionId" = c.id GROUP BY how) n) AS counts
  FROM "Correction" c`;

const rowOf = ({ proposedAt, counts, ...row }: Row): Row & CorrectionRow => ({
  ...row,
  proposedAt,
  at: proposedAt.getTime(),
  counts: Object.fromEntries(HOWS.map((how) => [how, counts?.[how] ?? 0])) as Record<How, number>,
});

/** Every correction, the newest first. They are few. */
export async function corrections({ db }: Pick<World, 'db'>): Promise<CorrectionRow[]> {
  const { rows } = await db.pool.query<Row>(`${SELECT} ORDER BY c."proposedAt" DESC, c.id DESC`);
  return rows.map((row) => {
    const { id, cause, state, proposer, at, looked, counts } = rowOf(row);
    return { id, cause, state, proposer, at, looked, counts };
  });
}

/** One with a page of its list; null where there is none. `after`: the item that the page before ended with. */
export async function correctionView(
  { db, guide }: Pick<World, 'db' | 'guide'>,
  { id, after, locale }: { id: string; after: string | null; locale: Locale },
): Promise<CorrectionView | null> {
  if (!isUuid(id)) return null;
  const { rows } = await db.pool.query<Row>(`${SELECT} WHERE c.id = $1`, [id]);
  const [row] = rows;
  if (!row) return null;
  const from = after !== null && isUuid(after) ? after : null;
  const found = await db.pool.query<
    Omit<ItemView, 'duty' | 'body' | 'days' | 'path'> & {
      stream: string;
      days: ChangedDay[];
      body: string | null;
      rule: string;
      edition: string;
    }
  >(
    `SELECT i."obligationId" AS id, i.stream, i.number, b.${NAME_IN[locale]} AS body, i.rule, i.edition, i.how, i.was, i.due, i.days, i.overtaken
       FROM "CorrectionItem" i LEFT JOIN "Body" b ON b.id = i."bodyId"
      WHERE i."correctionId" = $1 AND ($2::uuid IS NULL OR i."obligationId" > $2) ORDER BY i."obligationId" LIMIT ${PAGE + 1}`,
    [id, from],
  );
  const page = found.rows.slice(0, PAGE);
  const { proposedAt: _at, ...correction } = rowOf(row);
  return {
    ...correction,
    items: page.map(({ stream, rule, edition, body, days, ...item }) => {
      const texts = guide.edition(edition).texts[locale];
      const word = (why: ChangedDay['was']) => (why === null ? null : (texts[`why.${why}.name`] ?? why));
      return {
        ...item,
        path: pageOf(stream, item.number),
        body: body ?? '',
        duty: texts[`rule.${rule}.name`] ?? rule,
        days: days.map(({ date, was, is }) => ({ date, was: word(was), is: word(is) })),
      };
    }),
    after: found.rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
