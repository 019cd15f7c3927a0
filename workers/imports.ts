// The job imports: tables that administrators brought along and began to apply or to take back.
import { goOn } from '../app/commands/imports/go-on';
import type { World } from '../app/world';

export const imports = (world: World, signal: AbortSignal): Promise<number> => goOn(world, signal);
