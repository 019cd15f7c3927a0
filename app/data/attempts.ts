// How often may someone try? Counted in PostgreSQL, so that the limits hold across all web processes and after a restart.
// Called by the commands that a stranger may repeat: signing in, asking for a link, registering, inviting.
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Instant } from '../core/day';
import type { World } from '../world';

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** Attempts per window of seconds. A single address may stand for a whole village office, so its limits are wide. */
const LIMITS = {
  sign_in: { points: 10, duration: QUARTER },
  sign_in_email: { points: 50, duration: HOUR },
  sign_in_address: { points: 100, duration: QUARTER },
  password: { points: 10, duration: QUARTER },
  code: { points: 10, duration: QUARTER },
  passkey_address: { points: 100, duration: QUARTER },
  link: { points: 5, duration: HOUR },
  link_address: { points: 40, duration: HOUR },
  register_address: { points: 20, duration: HOUR },
  invite: { points: 60, duration: HOUR },
} as const;
export type Limit = keyof typeof LIMITS;

/** A limit and whose attempts it counts. A null key is not counted. */
export type Attempt = readonly [limit: Limit, key: string | null];

type Pool = World['db']['pool'];
const known = new WeakMap<Pool, Map<Limit, RateLimiterPostgres>>();

function limiter(pool: Pool, limit: Limit): RateLimiterPostgres {
  const limiters = known.get(pool) ?? new Map<Limit, RateLimiterPostgres>();
  known.set(pool, limiters);
  const made =
    limiters.get(limit) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'Attempt',
      tableCreated: true,
      keyPrefix: limit,
      // One sweeper of old rows is enough.
      clearExpiredByTimeout: limiters.size === 0,
      ...LIMITS[limit],
    });
  limiters.set(limit, made);
  return made;
}

/** Keys are e-mails and addresses: only their hash is stored. */
const hidden = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** Counts one attempt against each limit. Resolves to null, or to the instant from which one may try again. */
export async function attempt(world: World, attempts: readonly Attempt[]): Promise<Instant | null> {
  const waits = await Promise.all(
    attempts.map(async ([limit, key]) => {
      if (key === null) return 0;
      try {
        await limiter(world.db.pool, limit).consume(hidden(key));
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
        throw refused;
      }
    }),
  );
  const longest = Math.max(0, ...waits);
  return longest > 0 ? world.now() + longest : null;
}

/** Takes back attempts that succeeded: who signs in often is not an attacker. */
export async function forgive(world: World, attempts: readonly Attempt[]): Promise<void> {
  await Promise.all(attempts.map(([limit, key]) => (key === null ? null : limiter(world.db.pool, limit).reward(hidden(key)))));
}
