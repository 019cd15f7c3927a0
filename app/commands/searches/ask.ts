// Somebody asks the search something: counted before it is looked for, by the person, or by the address of whoever has no account.
// Called by the search page.
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { attempt } from '../../data/attempts';
import type { World } from '../../world';

/** Refuses: too_many_attempts, with the instant from which one may ask again. */
export async function askSearch(
  world: World,
  viewer: Viewer | null,
  { address }: { address: string | null },
): Promise<Outcome<null>> {
  const until = await attempt(world, [
    ['search', viewer?.personId ?? null],
    ['search_address', viewer ? null : address],
  ]);
  return until === null ? done(null) : refuse('too_many_attempts', { params: { until, now: world.now() } });
}
