// How many of the reminders that should have gone out did, by body and month, as counted last night from obligations and letters.
import type { Locale } from '../../guide/schema';
import type { Instant } from '../core/day';
import type { World } from '../world';
import { NAME_IN } from './statement';

export type CoverageOfBody = {
  slug: string;
  name: string;
  month: string;
  due: number;
  sent: number;
  late: number;
  none: number;
};
export type CoverageView = {
  months: string[];
  month: string | null;
  rows: CoverageOfBody[];
  countedAt: Instant | null;
};

type Row = CoverageOfBody & { countedAt: Date };
const SELECT = (locale: Locale) => `
SELECT b.slug, b.${NAME_IN[locale]} AS name, c.month, c.due, c.sent, c.late, c.none, c."countedAt"
  FROM "ReminderCoverage" c JOIN "Body" b ON b.id = c."bodyId"`;

/** One month of every body; the last counted one where none of that name was. */
export async function coverageOf(
  { db }: Pick<World, 'db'>,
  { month: asked, locale }: { month: string | null; locale: Locale },
): Promise<CoverageView> {
  const found = await db.pool.query<{ month: string }>(
    `SELECT DISTINCT month FROM "ReminderCoverage" ORDER BY month DESC`,
  );
  const months = found.rows.map(({ month }) => month);
  const month = months.find((one) => one === asked) ?? months[0] ?? null;
  if (month === null) return { months, month, rows: [], countedAt: null };
  const { rows } = await db.pool.query<Row>(`${SELECT(locale)} WHERE c.month = $1 ORDER BY name`, [month]);
  const countedAt = Math.max(...rows.map((row) => row.countedAt.getTime()));
  return { months, month, countedAt, rows: rows.map(({ countedAt: _at, ...row }) => row) };
}

/** Every body and month, for the open data. */
export async function wholeCoverage({ db }: Pick<World, 'db'>, locale: Locale): Promise<CoverageOfBody[]> {
  const { rows } = await db.pool.query<Row>(`${SELECT(locale)} ORDER BY c.month, b.slug`);
  return rows.map(({ countedAt: _at, ...row }) => row);
}

/** The id of a body by its short name; null where there is none. */
export async function bodyIdOf({ db }: Pick<World, 'db'>, slug: string): Promise<string | null> {
  const found = await db.prisma.body.findUnique({ where: { slug }, select: { id: true } });
  return found?.id ?? null;
}
