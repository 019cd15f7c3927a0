// Who rules on a contest: the councils of a body and of those above it, nearest first, with those of their members who are no officials of
// the body concerned; and whether a case is contested.
import type { Contest } from '../core/contest';
import type { Seat } from '../core/council';
import type { Instant } from '../core/day';
import { interestsIn, type Interest } from '../core/interest';
import type { Names } from '../core/shape';
import type { Database } from './connect';
import { seatsOf } from './councils';
import { officialsAmong } from './interests';

export type Ruling = { id: string; names: Names; members: Seat[]; barred: Seat[] };

const COUNCILS = `
WITH RECURSIVE up AS (
  SELECT id, "parentId", 0 AS depth FROM "Body" WHERE id = $1::uuid
  UNION ALL
  SELECT b.id, b."parentId", up.depth + 1 FROM "Body" b JOIN up ON b.id = up."parentId"
)
SELECT c.id, json_build_object('kk', c."nameKk", 'ru', c."nameRu", 'en', c."nameEn") AS names
  FROM up JOIN "Council" c ON c."bodyId" = up.id WHERE c."closedAt" IS NULL ORDER BY up.depth, c."createdAt", c.id`;

/** The members of a council who may rule on a contest of this body, and those whom their office there bars. */
export async function rulersOf(db: Database, councilId: string, bodyId: string, at: Instant): Promise<Pick<Ruling, 'members' | 'barred'>> {
  const seats = await seatsOf(db, councilId, at);
  const officials = await officialsAmong(db, seats, bodyId, at);
  return {
    members: seats.filter(({ personId }) => !officials.has(personId)),
    barred: seats.filter(({ personId }) => officials.has(personId)),
  };
}

/** Open councils of the body and of those above it, nearest first. */
export async function councilsAbove({ pool }: Database, bodyId: string): Promise<Pick<Ruling, 'id' | 'names'>[]> {
  const { rows } = await pool.query<Pick<Ruling, 'id' | 'names'>>({ name: 'councils_above', text: COUNCILS, values: [bodyId] });
  return rows;
}

/** The nearest council that has anybody who may rule, of those not in `passed`; null where there is none. */
export async function councilToRule(
  db: Database,
  { bodyId, at, passed = [] }: { bodyId: string; at: Instant; passed?: readonly string[] },
): Promise<Ruling | null> {
  for (const council of await councilsAbove(db, bodyId)) {
    if (passed.includes(council.id)) continue;
    const rulers = await rulersOf(db, council.id, bodyId, at);
    if (rulers.members.length > 0) return { ...council, ...rulers };
  }
  return null;
}

/** Number of the contest of a case that is open or ruled upon; null where there is none. */
export async function contestOf({ prisma }: Database, appealId: string): Promise<string | null> {
  const found = await prisma.contest.findFirst({ where: { appealId, status: { not: 'withdrawn' } }, select: { number: true } });
  return found?.number ?? null;
}

/** Whom an interest bars: those who declared one, and members who hold an office at the body. */
export async function barredFrom(
  db: Database,
  { councilId, bodyId, conflicts }: Pick<Contest, 'councilId' | 'bodyId' | 'conflicts'>,
  at: Instant,
): Promise<Interest[]> {
  const { barred } = await rulersOf(db, councilId, bodyId, at);
  return interestsIn(conflicts, barred);
}
