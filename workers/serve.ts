// The job serve: notices that nobody has seen in time are to be handed over on paper.
import { watchNotices } from '../app/commands/notices/watch';
import type { World } from '../app/world';

export const serve = (world: World, signal: AbortSignal): Promise<number> => watchNotices(world, signal);
