// The list of contests, the latest first, of all bodies or of one; and those of one case.
import type { Claim, Locale } from '../../guide/schema';
import { CONTEST_STATUSES, type ContestStatus } from '../core/contest';
import { dayOf, type Day } from '../core/day';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { NAME_IN } from './statement';

const PAGE = 50;

export type ContestLine = {
  number: string;
  /** The subject of a case that everyone may read; null for others. */
  title: string | null;
  body: string;
  slug: string;
  claim: Claim;
  claimName: string;
  claimDay: Day | null;
  madeDay: Day;
  status: ContestStatus;
};
export type ContestFilter = { body: string; status: ContestStatus | null };
export type ContestList = { lines: ContestLine[]; older: string | null; bodies: { slug: string; name: string }[] };

export const isContestStatus = (text: string | null): text is ContestStatus =>
  CONTEST_STATUSES.some((one) => one === text);

const LIST = (locale: Locale) => `
SELECT c.id, c.number, c.edition, c."madeDay", c.status, b.${NAME_IN[locale]} AS body, b.slug,
       CASE WHEN ${openOn('$5')} THEN a.subject END AS title, c.facts #>> '{effect,claim}' AS claim, c.facts #>> '{effect,day}' AS "claimDay"
  FROM "Contest" c JOIN "Body" b ON b.id = c."bodyId" JOIN "Appeal" a ON a.id = c."appealId"
 WHERE ($1 = '' OR b.slug = $1) AND ($2::text IS NULL OR c.status = $2) AND ($3::bpchar IS NULL OR (c."madeDay", c.id) < ($3::bpchar, $4::uuid))
 ORDER BY c."madeDay" DESC, c.id DESC LIMIT ${PAGE + 1}`;

/** A page of them, from `after` on (as `older` gave it). */
export async function contestList(
  { db, guide, now }: Pick<World, 'db' | 'guide' | 'now'>,
  { body, status }: ContestFilter,
  after: string | null,
  locale: Locale,
): Promise<ContestList> {
  const [day = null, id = null] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after ?? '')?.slice(1) ?? [];
  type Row = Omit<ContestLine, 'claimName'> & { id: string; edition: string };
  const [{ rows }, bodies] = await Promise.all([
    db.pool.query<Row>({
      name: `contests_${locale}`,
      text: LIST(locale),
      values: [body, status, day, id, dayOf(now())],
    }),
    db.pool.query<{ slug: string; name: string }>({
      name: `contesting_bodies_${locale}`,
      text: `SELECT slug, ${NAME_IN[locale]} AS name FROM "Body" WHERE id IN (SELECT "bodyId" FROM "Contest") ORDER BY 2`,
    }),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    lines: page.map(({ id: _id, edition, ...line }) => ({
      ...line,
      claimName: guide.edition(edition).texts[locale][`claim.${line.claim}.name`] ?? line.claim,
    })),
    older: rows.length > PAGE && last ? `${last.madeDay}_${last.id}` : null,
    bodies: bodies.rows,
  };
}
