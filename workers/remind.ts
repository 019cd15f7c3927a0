// The job remind: reminders whose moment came become letters.
import { writeReminders } from '../app/commands/reminders/write';
import type { World } from '../app/world';

export const remind = (world: World, signal: AbortSignal): Promise<number> => writeReminders(world, signal);
