// The job survey: waves that are due are planned, opened, and counted; whoever is to be asked is invited and reminded.
import { countWaves } from '../app/commands/waves/count';
import { inviteAsked, remindAsked } from '../app/commands/waves/invite';
import { openWaves } from '../app/commands/waves/open';
import { planQuarter } from '../app/commands/waves/plan';
import type { World } from '../app/world';

const STEPS = [planQuarter, openWaves, inviteAsked, remindAsked, countWaves];

/** A step that fails keeps none of the others from being done; the faults are told when all were tried. */
export async function survey(world: World, signal: AbortSignal): Promise<number> {
  const faults: unknown[] = [];
  let sum = 0;
  for (const step of STEPS) {
    if (signal.aborted) break;
    try {
      sum += await step(world, signal);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0)
    throw new AggregateError(
      faults,
      faults.map((fault) => (fault instanceof Error ? fault.message : 'unknown')).join('; '),
    );
  return sum;
}
