// Counts what a person does against the limits of core/limits: what was refused, failed or had been done before by the same form does not
// count, and of many at once no more succeed than the limit says. Around every command that a person sends, but for those that
// test/commands/limits-walk lists with a reason.
import type { LimitId } from '../core/limits';
import { refuse, type Outcome } from '../core/refusal';
import type { Viewer } from '../core/viewer';
import { attempt, forgive, type Attempt } from '../data/attempts';
import type { World } from '../world';

/** Does it if its turn has come; `times`: for how many it counts. Refuses too_many_attempts, with the instant from which it may be done again, or what `work` refuses. */
export async function limited<T>(
  world: World,
  viewer: Viewer | null,
  limit: LimitId,
  work: () => Promise<Outcome<T>>,
  times = 1,
): Promise<Outcome<T>> {
  const counted: Attempt[] = [[limit, viewer?.personId ?? null, times]];
  const until = await attempt(world, counted);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  const outcome = await work().catch(async (fault: unknown) => {
    await forgive(world, counted);
    throw fault;
  });
  if (!outcome.ok || wasDone(outcome.value)) await forgive(world, counted);
  return outcome;
}

/** A form that was sent again did nothing that counts: what it made the first time was counted then. */
const wasDone = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'again' in value && value.again === true;
