// Figures that acts made stale, or that a new day changes, are reckoned anew and appended; then the league of their period. Called by the
// worker score; running it late, twice or at once with another changes nothing but who did the work.
import { dayOf, type Day } from '../../core/day';
import type { Mark } from '../../core/score/stale';
import type { Database } from '../../data/connect';
import { changedByDay, leagueBehind, markEarlier, touched } from '../../data/score-marks';
import type { Because } from '../../data/scores';
import type { World } from '../../world';
import { placeAll, reckonAll } from './figures';

/** The day that this process has reckoned already: later on it acts alone change figures. */
const reckonedOn = new WeakMap<Database, Day>();

/** Gives the number of snapshots appended. */
export async function reckonStale(world: World, signal: AbortSignal): Promise<number> {
  const { db, now } = world;
  const today = dayOf(now());
  let count = 0;
  const reckoned = async (marks: Mark[], because: Because) => {
    count += (await reckonAll(world, marks, because, signal)).length;
  };
  if (!reckonedOn.has(db)) await markEarlier(db);
  await reckoned(await touched(db), 'acts');
  // Asked only now: what acts had touched is of today by then.
  if (reckonedOn.get(db) !== today) await reckoned(await changedByDay(db, today), 'day');
  if (signal.aborted) return count;
  reckonedOn.set(db, today);
  for (const period of await leagueBehind(db)) count += (await placeAll(world, period, 'acts')) ? 1 : 0;
  return count;
}
