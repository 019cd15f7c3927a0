// The days of the public register, the newest first, for its page.
import type { Day } from '../core/day';
import type { Viewer } from '../core/viewer';
import { signedShape } from '../data/register/statement';
import type { World } from '../world';

const PAGE = 30;

export type RegisterDays = {
  days: { day: Day; leaves: number; root: string }[];
  /** The last day of the next page; null on the last. */
  older: Day | null;
  /** The key that signs the next statement; null before the first. */
  key: string | null;
  follows: boolean;
};

/** `until`: the day that the page begins with. */
export async function registerDays(
  { db }: Pick<World, 'db'>,
  viewer: Viewer | null,
  until: string | null,
): Promise<RegisterDays> {
  const [rows, last, follow] = await Promise.all([
    db.prisma.registerDay.findMany({
      where: until ? { day: { lte: until } } : {},
      orderBy: { day: 'desc' },
      take: PAGE + 1,
      select: { day: true, leaves: true, root: true },
    }),
    db.prisma.registerDay.findFirst({ orderBy: { day: 'desc' }, select: { statement: true } }),
    viewer &&
      db.prisma.follow.findFirst({ where: { personId: viewer.personId, what: 'register' }, select: { what: true } }),
  ]);
  const statement = last && signedShape.parse(JSON.parse(last.statement)).statement;
  return {
    days: rows.slice(0, PAGE).map(({ day, ...rest }) => ({ day: day as Day, ...rest })),
    older: (rows[PAGE]?.day ?? null) as Day | null,
    key: statement && (statement.next ?? statement.key),
    follows: follow !== null,
  };
}
