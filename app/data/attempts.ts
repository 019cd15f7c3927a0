// How often did someone try? Counted in PostgreSQL by the world's clock, one row a key, each attempt one statement that holds its row:
// so the limits of core/limits hold across all web processes, after a restart, and however many come at once. Called by the commands
// that a stranger may repeat, and by commands/limited.
import { createHash } from 'node:crypto';
import type { Instant } from '../core/day';
import type { LimitId } from '../core/limits';
import type { World } from '../world';

type Counting = Pick<World, 'db' | 'now' | 'limits'>;

/** A limit and whose attempts it counts. A null key is not counted. */
export type Attempt = readonly [limit: LimitId, key: string | null];

/** Keys are e-mails, addresses and people: only their hash is stored. */
const keyOf = ([limit, key]: Attempt): string =>
  `${limit}:${createHash('sha256').update(key ?? '').digest('base64url')}`;

// A row that is full and still runs is left as it is, and gives nothing back. An attempt that waited for another's row finds it as
// that one left it.
const COUNT = `
INSERT INTO "Attempt" AS a (key, points, expire) VALUES ($1, 1, $2::bigint + $3::bigint)
ON CONFLICT (key) DO UPDATE SET
  points = CASE WHEN a.expire <= $2::bigint THEN 1 ELSE a.points + 1 END,
  expire = CASE WHEN a.expire <= $2::bigint THEN excluded.expire ELSE a.expire END
WHERE a.expire <= $2::bigint OR a.points < $4
RETURNING points`;

/** Counts one attempt. Resolves to null, or to the instant from which one may try again. */
async function countOne({ db, now, limits }: Counting, attempt: Attempt): Promise<Instant | null> {
  const limit = limits?.[attempt[0]];
  if (!limit || attempt[1] === null) return null;
  const [key, at, span] = [keyOf(attempt), now(), limit.seconds * 1000];
  const { rowCount } = await db.pool.query({
    name: 'count_attempt',
    text: COUNT,
    values: [key, at, span, limit.times],
  });
  if (rowCount === 1 && limit.times > 0) return null;
  const full = await db.prisma.attempt.findUnique({ where: { key }, select: { expire: true } });
  return full?.expire ? Number(full.expire) : at + span;
}

/** Counts one attempt against each limit. Resolves to null, or to the instant from which one may try again. */
export async function attempt(world: Counting, attempts: readonly Attempt[]): Promise<Instant | null> {
  const waits = await Promise.all(attempts.map((one) => countOne(world, one)));
  const until = waits.filter((wait) => wait !== null);
  return until.length > 0 ? Math.max(...until) : null;
}

/** Takes back attempts that are not to count: who signs in often is not an attacker, and what was refused was not done. */
export async function forgive({ db, limits }: Counting, attempts: readonly Attempt[]): Promise<void> {
  const keys = attempts.filter(([, key]) => key !== null).map(keyOf);
  if (limits === null || keys.length === 0) return;
  await db.pool.query({
    name: 'forgive_attempts',
    text: `UPDATE "Attempt" SET points = points - 1 WHERE key = ANY ($1::text[]) AND points > 0`,
    values: [keys],
  });
}
