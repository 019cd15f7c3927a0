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
RETURNING points, expire`;

/** How a limit stands after an attempt: `until`: from when on one may try again; null where this one was let through. */
export type Tally = { limit: LimitId; times: number; seconds: number; left: number; resets: Instant; until: Instant | null };
type Row = { points: number; expire: string };

/** Counts one attempt; one that stands for several is let through whole or not at all. Null where nobody is counted. */
export async function tally(world: Counting, attempt: Attempt): Promise<Tally | null> {
  const counted = await count(world, attempt);
  if (counted?.until) noted(world, 'limit_reached', { limit: counted.limit });
  return counted;
}

async function count({ db, now, limits }: Counting, attempt: Attempt): Promise<Tally | null> {
  const limit = limits?.[attempt[0]];
  if (!limit || attempt[1] === null) return null;
  const [key, at, span] = [keyOf(attempt), now(), limit.seconds * 1000];
  const [id, , times = 1] = attempt;
  const told = (left: number, resets: Instant, until: Instant | null): Tally => ({ limit: id, ...limit, left, resets, until });
  if (times > limit.times) return told(limit.times, at + span, at + span);
  const { rows } = await db.pool.query<Row>({
    name: 'count_attempt',
    text: COUNT,
    values: [key, at, span, limit.times, times],
  });
  const [row] = rows;
  if (row) return told(limit.times - row.points, Number(row.expire), null);
  const full = await db.prisma.attempt.findUnique({ where: { key }, select: { expire: true, points: true } });
  const resets = full?.expire ? Number(full.expire) : at + span;
  return told(Math.max(0, limit.times - (full?.points ?? limit.times)), resets, resets);
}

/** Counts one attempt against each limit. Resolves to null, or to the instant from which one may try again. */
export async function attempt(world: Counting, attempts: readonly Attempt[]): Promise<Instant | null> {
  const counted = await Promise.all(attempts.map((one) => tally(world, one)));
  const until = counted.flatMap((one) => one?.until ?? []);
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
