// The job recount: nightly, every figure from the ledger alone, held against the tables.
import { recountAll } from '../app/commands/scores/recount';
import type { World } from '../app/world';

export const recount = (world: World, signal: AbortSignal): Promise<number> => recountAll(world, signal);
