// The job score: figures that acts made stale, or that the day changed, are reckoned anew.
import { reckonStale } from '../app/commands/scores/reckon';
import type { World } from '../app/world';

export const score = (world: World, signal: AbortSignal): Promise<number> => reckonStale(world, signal);
