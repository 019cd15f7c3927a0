// Figures that acts made stale, or that a new day changes, are reckoned anew and appended; then the league of their period. Called by the
// worker score; running it late, twice or at once with another changes nothing but who did the work.
import { dayOf } from '../../core/day';
import type { Period } from '../../core/score/period';
import type { Mark } from '../../core/score/stale';
import { changedByDay, leagueBehind, touched, type Because } from '../../data/scores';
import type { World } from '../../world';
import { placeAll, reckonAll } from './figures';

/** Gives the number of snapshots appended. */
export async function reckonStale(world: World, signal: AbortSignal): Promise<number> {
  const { db, now } = world;
  let count = 0;
  const periods = new Set<Period>();
  const reckoned = async (marks: Mark[], because: Because) => {
    for (const { period } of await reckonAll(world, marks, because, signal)) {
      count += 1;
      periods.add(period);
    }
  };
  await reckoned(await touched(db), 'acts');
  // Asked only now: what acts had touched is of today by then.
  await reckoned(await changedByDay(db, dayOf(now())), 'day');
  if (signal.aborted) return count;
  for (const period of await leagueBehind(db)) periods.add(period);
  for (const period of periods) count += (await placeAll(world, period, 'acts')) ? 1 : 0;
  return count;
}
