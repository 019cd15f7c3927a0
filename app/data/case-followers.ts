// Who follows a case, or the body where it is: those who asked to, and who are no party of it, for its parties have letters of their own.
// Asked by the acts on appeals and by their lapse.
import type { CaseFollower } from '../core/case-news';
import type { Asking } from './connect';

type Followed = { number: string; bodyId: string; personId: string; organisationId: string | null };

/** Everyone once, by the case where they follow both. `unfollow`: the way out that their letters carry, a path without language. */
export async function caseFollowers(
  { pool }: { pool: Asking },
  { number, bodyId, personId, organisationId }: Followed,
): Promise<CaseFollower[]> {
  const { rows } = await pool.query<CaseFollower>({
    name: 'case_followers',
    text: `SELECT DISTINCT ON (f."personId") f."personId", f.what AS why, '/unfollow/' || f.token AS unfollow FROM "Follow" f
            WHERE (f.what, f.value) IN (('appeal', $1), ('body', $4)) AND f."personId" <> $2::uuid
              AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = f."personId" AND m."organisationId" = $3::uuid)
            ORDER BY f."personId", f.what`,
    values: [number, personId, organisationId, bodyId],
  });
  return rows;
}
