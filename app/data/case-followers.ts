// Who follows a case: those who asked to, and who are no party of it, for its parties have letters of their own. Asked by the acts on appeals.
import type { Asking } from './connect';

/** `unfollow`: the way out that their letters carry, a path without language. */
export async function caseFollowers(
  { pool }: { pool: Asking },
  { number, personId, organisationId }: { number: string; personId: string; organisationId: string | null },
): Promise<{ personId: string; unfollow: string }[]> {
  const { rows } = await pool.query<{ personId: string; unfollow: string }>({
    name: 'case_followers',
    text: `SELECT f."personId", '/unfollow/' || f.token AS unfollow FROM "Follow" f
            WHERE f.what = 'appeal' AND f.value = $1 AND f."personId" <> $2::uuid
              AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = f."personId" AND m."organisationId" = $3::uuid) ORDER BY 1`,
    values: [number, personId, organisationId],
  });
  return rows;
}
