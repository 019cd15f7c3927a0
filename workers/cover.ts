// The job cover: nightly, which reminders should have gone out, and which did.
import { coverReminders } from '../app/commands/reminders/cover';
import type { World } from '../app/world';

export const cover = (world: World, signal: AbortSignal): Promise<number> => coverReminders(world, signal);
