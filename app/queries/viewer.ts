// Who carries this cookie? Asked once on every signed-in request: one statement reads the session, the person and the roles
// held now, and notes the use when the last note is some minutes old. A revoked or expired session is nobody at once.
import { SESSION_LIFE, SESSION_TOUCH } from '../core/session';
import type { Mandate, Viewer } from '../core/viewer';
import { hashOfSecret, isSecret } from '../data/secret';
import type { World } from '../world';

export const SESSION_COOKIE = 'kenes_session';

const iso = (instant: number) => new Date(instant).toISOString();

const VIEWER = `
WITH found AS (
  SELECT s.id AS session, s."seenAt", p.id, p.name, p.email, p.locale
    FROM "Session" s JOIN "Person" p ON p.id = s."personId" AND p."closedAt" IS NULL
   WHERE s."tokenHash" = $1 AND s."revokedAt" IS NULL AND s."expiresAt" > $2::timestamptz
), touched AS (
  UPDATE "Session" s SET "seenAt" = $2::timestamptz, "expiresAt" = $3::timestamptz
    FROM found WHERE s.id = found.session AND found."seenAt" < $4::timestamptz
)
SELECT f.id AS "personId", f.name, f.email, f.locale,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'post', m.post, 'bodyId', m."bodyId", 'organisationId', m."organisationId")
                                  ORDER BY m.since, m.id)
                   FROM "Membership" m
                  WHERE m."personId" = f.id AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)), '[]') AS mandates
  FROM found f`;

/** The viewer whose session this token opens, or null when there is none (unknown, expired, revoked, account closed). */
export async function viewerOf(world: Pick<World, 'db' | 'now'>, token: string): Promise<Viewer | null> {
  if (!isSecret(token)) return null;
  const now = world.now();
  const { rows } = await world.db.pool.query<Viewer & { mandates: Mandate[] }>({
    name: 'viewer',
    text: VIEWER,
    values: [hashOfSecret(token), iso(now), iso(now + SESSION_LIFE), iso(now - SESSION_TOUCH)],
  });
  return rows[0] ?? null;
}
