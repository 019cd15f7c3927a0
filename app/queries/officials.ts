// The officials of a body to whom a case may be given, with the work that each already has open and the days on which they will be away.
import { dayOf, type Day } from '../core/day';
import { OFFICIAL_ROLES } from '../core/viewer';
import { absencesAt, type Away } from '../data/absences';
import type { World } from '../world';

export type Official = {
  personId: string;
  name: string;
  post: string | null;
  open: number;
  /** The next absence that begins by the day asked about. */
  away: Pick<Away, 'fromDay' | 'untilDay' | 'cover'> | null;
};

/** Those who hold an office at the body now; the least loaded first. `until`: absences that begin later are not told. */
export async function officialsAt({ db, now }: World, bodyId: string, until: Day | null = null): Promise<Official[]> {
  const [{ rows }, absences] = await Promise.all([
    db.pool.query<Omit<Official, 'away'>>({
      name: 'officials',
      text: `
SELECT m."personId", p.name, max(m.post) AS post,
       (SELECT count(DISTINCT o.stream)::int FROM "Obligation" o WHERE o."officialId" = m."personId" AND o."closedDay" IS NULL) AS open
  FROM "Membership" m JOIN "Person" p ON p.id = m."personId" AND p."closedAt" IS NULL
 WHERE m."bodyId" = $1::uuid AND m.role = ANY($2::text[]) AND m.since <= $3::timestamptz AND (m.until IS NULL OR m.until > $3::timestamptz)
 GROUP BY m."personId", p.name ORDER BY open, p.name`,
      values: [bodyId, [...OFFICIAL_ROLES], new Date(now()).toISOString()],
    }),
    absencesAt(db, bodyId, { fromDay: dayOf(now()), untilDay: until }),
  ]);
  return rows.map((row) => {
    const found = absences.find(({ personId }) => personId === row.personId);
    return { ...row, away: found ? { fromDay: found.fromDay, untilDay: found.untilDay, cover: found.cover } : null };
  });
}
