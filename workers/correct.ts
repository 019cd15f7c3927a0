// The job correct: days that a correction approved by two people is about are moved, kept or confirmed.
import { applyCorrections } from '../app/commands/corrections/apply';
import type { World } from '../app/world';

export const correct = (world: World, signal: AbortSignal): Promise<number> => applyCorrections(world, signal);
