// The officials of a body to whom a case may be given, with the work that each already has open.
import { OFFICIAL_ROLES } from '../core/viewer';
import type { World } from '../world';

export type Official = { personId: string; name: string; post: string | null; open: number };

/** Those who hold an office at the body now; the least loaded first. */
export async function officialsAt({ db, now }: World, bodyId: string): Promise<Official[]> {
  const { rows } = await db.pool.query<Official>({
    name: 'officials',
    text: `
SELECT m."personId", p.name, max(m.post) AS post,
       (SELECT count(DISTINCT o.stream)::int FROM "Obligation" o WHERE o."officialId" = m."personId" AND o."closedDay" IS NULL) AS open
  FROM "Membership" m JOIN "Person" p ON p.id = m."personId" AND p."closedAt" IS NULL
 WHERE m."bodyId" = $1::uuid AND m.role = ANY($2::text[]) AND m.since <= $3::timestamptz AND (m.until IS NULL OR m.until > $3::timestamptz)
 GROUP BY m."personId", p.name ORDER BY open, p.name`,
    values: [bodyId, [...OFFICIAL_ROLES], new Date(now()).toISOString()],
  });
  return rows;
}
