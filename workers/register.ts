// The job register: nightly, the day that is over goes into the public register.
import { publishRegister } from '../app/commands/register/publish';
import type { World } from '../app/world';

/** Gives the number of events published. */
export const register = async (world: World, signal: AbortSignal): Promise<number> =>
  (await publishRegister(world, signal)).leaves;
