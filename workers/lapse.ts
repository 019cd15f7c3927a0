// The job lapse: due days that passed with the obligation open go on the record; representatives whose last day is near are told of.
import { lapseObligations } from '../app/commands/obligations/lapse';
import { tellOfEndingMandates } from '../app/commands/reminders/mandates';
import type { World } from '../app/world';

export const lapse = async (world: World, signal: AbortSignal): Promise<number> =>
  (await lapseObligations(world, signal)) + (await tellOfEndingMandates(world));
