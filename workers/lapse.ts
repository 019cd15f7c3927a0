// The job lapse: due days that passed with the obligation open go on the record.
import { lapseObligations } from '../app/commands/obligations/lapse';
import type { World } from '../app/world';

export const lapse = (world: World, signal: AbortSignal): Promise<number> => lapseObligations(world, signal);
