// Publishes the days of the register that are over: leaves, root and signed statement, then their files. Run nightly and by
// npm run register; killed anywhere it goes on where it was, run twice it does nothing more.
import { addDays, dayOf, type Day } from '../../core/day';
import { makeDay, registeredUntil } from '../../data/register/make';
import { writeRegister } from '../../data/register/files';
import type { World } from '../../world';

export type PublishedRegister = { days: number; leaves: number; until: Day | null };

/** Gives what was made now, and the day until which the register stands. Ends early, with nothing half done, when `signal` says stop. */
export async function publishRegister(world: World, signal?: AbortSignal): Promise<PublishedRegister> {
  const yesterday = addDays(dayOf(world.now()), -1);
  const made: PublishedRegister = { days: 0, leaves: 0, until: await registeredUntil(world) };
  while (made.until !== null && made.until < yesterday && !signal?.aborted) {
    const day: Day = addDays(made.until, 1);
    const statement = await makeDay(world, day, { newest: day === yesterday });
    made.days += statement ? 1 : 0;
    made.leaves += statement?.leaves ?? 0;
    made.until = day;
  }
  await writeRegister(world);
  if (made.days > 0) {
    world.db.position += 1;
    world.wake('deliver');
  }
  return made;
}
