// The job digest: letters of those who want them gathered become one letter a day or a week.
import { gatherLetters } from '../app/commands/letters/gather';
import type { World } from '../app/world';

export const digest = (world: World, signal: AbortSignal): Promise<number> => gatherLetters(world, signal);
