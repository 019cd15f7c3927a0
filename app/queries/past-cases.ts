// Appeals to a body from before Kenes, as its page shows them: those answered last first, by keyset, found by a part of what they say. Each with
// the table that it came in. They are read here and in the open data, and nowhere else.
import { z } from 'zod';
import type { Kind, Locale } from '../../guide/schema';
import { isDay, type Day, type Instant } from '../core/day';
import type { PastOutcome } from '../core/past';
import { isUuid } from '../core/storable';
import { broughtIn } from '../data/past-cases';
import type { World } from '../world';
import { nameOfText } from './statement';

const PAGE = 50;

export type PastCaseRow = {
  id: string;
  register: string;
  number: string;
  /** Of the organisation; null where the table names none. `name`: as the register here has it, where it has. */
  organisation: { bin: string; name: string | null } | null;
  kind: Kind | null;
  subject: string;
  filedDay: Day;
  dueDay: Day | null;
  answeredDay: Day;
  outcome: PastOutcome;
  table: { fileName: string; by: string; at: Instant };
};
export type PastPage = { rows: PastCaseRow[]; older: string | null };
type Row = Omit<PastCaseRow, 'organisation' | 'table'> & {
  bin: string | null;
  organisation: string | null;
  fileName: string;
  by: string;
  broughtAt: Date;
};

const asked = z
  .string()
  .trim()
  .transform((text) => text.slice(0, 100))
  .catch('');

/** What an address asks for: a word, and the place that the page before ended at. */
export const pastAsked = (query: URLSearchParams): { q: string; after: string | null } => ({
  q: asked.parse(query.get('q')),
  after: query.get('after'),
});

/** The body of this short address with a page of them; null where there is no such body. */
export async function pastCases(
  { db }: Pick<World, 'db'>,
  { slug, q, after, locale }: { slug: string; q: string; after: string | null; locale: Locale },
): Promise<(PastPage & { body: string }) | null> {
  const body = await db.prisma.body.findUnique({
    where: { slug },
    select: { id: true, nameKk: true, nameRu: true, nameEn: true },
  });
  if (!body) return null;
  const [day = '', id = ''] = (after ?? '').split('_');
  const from = isDay(day) && isUuid(id) ? [day, id] : null;
  const values = [body.id, ...(q ? [`%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`] : []), ...(from ?? [])];
  const at = q ? 3 : 2;
  const text = `
SELECT p.id, p.register, p.number, p.bin, o.name AS organisation, p.kind, p.subject, p."filedDay", p."dueDay", p."answeredDay", p.outcome,
       t."fileName", t.by, t."broughtAt"
  FROM (SELECT * FROM "PastCase" p
         WHERE p."bodyId" = $1::uuid ${q ? 'AND (p.subject ILIKE $2 OR p.number ILIKE $2 OR p.register ILIKE $2)' : ''}
           ${from ? `AND (p."answeredDay", p.id) < ($${at}::bpchar, $${at + 1}::uuid)` : ''}
           AND EXISTS (SELECT 1 FROM "PastTable" t WHERE t.id = p."tableId" AND t."takenBackAt" IS NULL)
         ORDER BY p."answeredDay" DESC, p.id DESC LIMIT ${PAGE + 1}) p
  ${broughtIn('p')} LEFT JOIN "Organisation" o ON o.bin = p.bin
 ORDER BY p."answeredDay" DESC, p.id DESC`;
  const { rows } = await db.pool.query<Row>({ name: nameOfText('past_cases', text), text, values });
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  const names = { kk: body.nameKk, ru: body.nameRu, en: body.nameEn } as const;
  return {
    body: names[locale],
    rows: page.map(({ bin, organisation, fileName, by, broughtAt, ...row }) => ({
      ...row,
      organisation: bin === null ? null : { bin, name: organisation },
      table: { fileName, by, at: broughtAt.getTime() },
    })),
    older: last ? `${last.answeredDay}_${last.id}` : null,
  };
}

/** Whether the body has any. */
export async function hasPastCases({ db }: Pick<World, 'db'>, slug: string): Promise<boolean> {
  const { rows } = await db.pool.query<{ any: boolean }>({
    name: 'has_past_cases',
    text: `SELECT EXISTS (SELECT 1 FROM "PastCase" p ${broughtIn('p')} JOIN "Body" b ON b.id = p."bodyId" WHERE b.slug = $1) AS any`,
    values: [slug],
  });
  return rows[0]?.any ?? false;
}
