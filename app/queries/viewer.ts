// Who carries this cookie? Asked once on every signed-in request: one statement reads the session, the person and the roles
// held now; a second notes the use, only when the last note is some minutes old. A revoked or expired session is nobody at once.
import { restsUnproved, type AskedOf } from '../core/second-factor';
import { SESSION_LIFE, SESSION_TOUCH, SESSION_WHOLE } from '../core/session';
import { dayOf } from '../core/day';
import type { Mandate, Viewer } from '../core/viewer';
import { lentTo } from '../data/absences';
import { hashOfSecret, isSecret } from '../data/secret';
import type { World } from '../world';
import { settings } from './settings';

export const SESSION_COOKIE = 'kenes_session';
/** The cookie's name. Over https browsers take one that begins so only with Secure, for the whole site and for this host alone (RFC 6265bis, 4.1.3). */
export const sessionCookieName = (secure: boolean): string => (secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE);

const iso = (instant: number) => new Date(instant).toISOString();

/** A person `p` with the roles held at the instant $2, and those of colleagues who are away on the day $3 and whom they cover. */
const PERSON = `p.id AS "personId", p.name, p.email, p.locale,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'post', m.post, 'bodyId', m."bodyId", 'organisationId', m."organisationId", 'councilId', m."councilId", 'head', m.head, 'councilSlug', c.slug)
                                  ORDER BY m.since, m.id)
                   FROM "Membership" m LEFT JOIN "Council" c ON c.id = m."councilId"
                  WHERE m."personId" = p.id AND m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)), '[]')
       || coalesce((WITH RECURSIVE ${lentTo('p.id', '$3', '$2')}
                    SELECT jsonb_agg(jsonb_build_object('role', m.role, 'post', m.post, 'bodyId', m."bodyId", 'organisationId', NULL, 'councilId', NULL, 'councilSlug', NULL,
                                                        'head', CASE WHEN m.head IS NOT NULL THEN 'acting' END, 'lentBy', jsonb_build_object('personId', o.id, 'name', o.name))
                                     ORDER BY m.since, m.id)
                      FROM lent l JOIN "Membership" m ON m."personId" = l."personId" AND m."bodyId" = l."bodyId" JOIN "Person" o ON o.id = l."personId"
                     WHERE m.since <= $2::timestamptz AND (m.until IS NULL OR m.until > $2::timestamptz)), '[]') AS mandates`;

const VIEWER = `
SELECT ${PERSON}, s."seenAt" < $4::timestamptz AS stale, s.strong
  FROM "Session" s JOIN "Person" p ON p.id = s."personId" AND p."closedAt" IS NULL
 WHERE s."tokenHash" = $1 AND s."revokedAt" IS NULL AND NOT s."codeDue" AND s."expiresAt" > $2::timestamptz`;

const TOUCH = `UPDATE "Session" SET "seenAt" = $2::timestamptz,
       "expiresAt" = least($3::timestamptz, "createdAt" + $4::bigint * interval '1 millisecond') WHERE "tokenHash" = $1 AND "revokedAt" IS NULL`;

/** The viewer whose session this token opens, or null when there is none (unknown, expired, revoked, account closed). */
export async function viewerOf(world: Pick<World, 'db' | 'now'>, token: string): Promise<Viewer | null> {
  if (!isSecret(token)) return null;
  const now = world.now();
  const hash = hashOfSecret(token);
  const { rows } = await world.db.pool.query<Viewer & { mandates: Mandate[]; stale: boolean; strong: boolean }>({
    name: 'viewer',
    text: VIEWER,
    values: [hash, iso(now), dayOf(now), iso(now - SESSION_TOUCH)],
  });
  const found = rows[0];
  if (!found) return null;
  const { stale, strong, ...viewer } = found;
  if (stale)
    await world.db.pool.query({
      name: 'touch',
      text: TOUCH,
      values: [hash, iso(now), iso(now + SESSION_LIFE), SESSION_WHOLE],
    });
  return strong ? viewer : unproved(viewer, (await settings(world)).second_factor.askedOf);
}

/** Without the mandates for which a second factor is asked. */
function unproved(viewer: Viewer, askedOf: AskedOf): Viewer {
  const mandates = viewer.mandates.filter((mandate) => !restsUnproved(askedOf, mandate));
  return mandates.length === viewer.mandates.length ? viewer : { ...viewer, mandates, resting: true };
}

const PERSON_BY_ID = `SELECT ${PERSON} FROM "Person" p WHERE p.id = $1 AND p."closedAt" IS NULL`;

/** Somebody with the roles held now, for what they do without a session; null where there is no such account. */
export async function viewerById(world: Pick<World, 'db' | 'now'>, personId: string): Promise<Viewer | null> {
  const { rows } = await world.db.pool.query<Viewer & { mandates: Mandate[] }>({
    name: 'viewer_by_id',
    text: PERSON_BY_ID,
    values: [personId, iso(world.now()), dayOf(world.now())],
  });
  return rows[0] ?? null;
}

const OWNER = `SELECT ${PERSON} FROM "Person" p WHERE p."calendarHash" = $1 AND p."closedAt" IS NULL`;

/** Whose calendar of duties has this secret in its address, with the roles held now; null where it is nobody's. It opens nothing else. */
export async function calendarOwner(world: Pick<World, 'db' | 'now'>, secret: string): Promise<Viewer | null> {
  if (!isSecret(secret)) return null;
  const { rows } = await world.db.pool.query<Viewer & { mandates: Mandate[] }>({
    name: 'calendar_owner',
    text: OWNER,
    values: [hashOfSecret(secret), iso(world.now()), dayOf(world.now())],
  });
  return rows[0] ?? null;
}
