// How often did someone try? Counted in PostgreSQL by the world's clock, one row a key, each attempt one statement that holds its row:
// so the limits of core/limits hold across all web processes, after a restart, and however many come at once. Called by the commands
// that a stranger may repeat, and by commands/limited.
import { createHash } from 'node:crypto';
import type { Instant } from '../core/day';
import type { LimitId } from '../core/limits';
import type { World } from '../world';
import { noted } from './noted';

type Counting = Pick<World, 'db' | 'now' | 'limits' | 'log'>;

/** A limit, whose attempts it counts, and for how many this one stands. A null key is not counted. */
export type Attempt = readonly [limit: LimitId, key: string | null, times?: number];

/** Keys are e-mails, addresses and people: only their hash is stored. */
const keyOf = ([limit, key]: Attempt): string =>
  `${limit}:${createHash('sha256').update(key ?? '').digest('base64url')}`;

// A row that is full and still runs is left as it is, and gives nothing back. An attempt that waited for another's row finds it as
// that one left it.
const COUNT = `
INSERT INTO "Attempt" AS a (key, points, expire) VALUES ($1, $5::int, $2::bigint + $3::bigint)
ON CONFLICT (key) DO UPDATE SET
  points = CASE WHEN a.expire <= $2::bigint THEN $5::int ELSE a.points + $5::int END,
  expire = CASE WHEN a.expire <= $2::bigint THEN excluded.expire ELSE a.expire END
WHERE a.expire <= $2::bigint OR a.points + $5::int <= $4::int
RETURNING points`;

/** Counts one attempt; one that stands for several is let through whole or not at all. Resolves to null, or to the instant from which one may try again. */
async function countOne({ db, now, limits }: Counting, attempt: Attempt): Promise<Instant | null> {
  const limit = limits?.[attempt[0]];
  if (!limit || attempt[1] === null) return null;
  const [key, at, span] = [keyOf(attempt), now(), limit.seconds * 1000];
  const [, , times = 1] = attempt;
  if (times > limit.times) return at + span;
  const { rowCount } = await db.pool.query({
    name: 'count_attempt',
    text: COUNT,
    values: [key, at, span, limit.times, times],
  });
  if (rowCount === 1) return null;
  const full = await db.prisma.attempt.findUnique({ where: { key }, select: { expire: true } });
  return full?.expire ? Number(full.expire) : at + span;
}

/** Counts one attempt against each limit. Resolves to null, or to the instant from which one may try again. */
export async function attempt(world: Counting, attempts: readonly Attempt[]): Promise<Instant | null> {
  const waits = await Promise.all(attempts.map((one) => countOne(world, one)));
  for (const [index, [limit]] of attempts.entries()) if (waits[index] != null) noted(world, 'limit_reached', { limit });
  const until = waits.filter((wait) => wait !== null);
  return until.length > 0 ? Math.max(...until) : null;
}

/** Takes back attempts that are not to count: who signs in often is not an attacker, and what was refused was not done. */
export async function forgive({ db, limits }: Counting, attempts: readonly Attempt[]): Promise<void> {
  const counted = attempts.filter(([, key]) => key !== null);
  if (limits === null || counted.length === 0) return;
  await db.pool.query({
    name: 'forgive_attempts',
    text: `UPDATE "Attempt" a SET points = greatest(a.points - x.times, 0) FROM unnest($1::text[], $2::int[]) AS x(key, times) WHERE a.key = x.key`,
    values: [counted.map(keyOf), counted.map(([, , times = 1]) => times)],
  });
}
