// Time reminds: every reminder whose moment came becomes one letter a reader, if its obligation is still open. Called by the
// worker remind and by drain. Running it late, twice or at once with another changes nothing but who did the work.
import { dayOf, type Day } from '../../core/day';
import { sweepReminders } from '../../data/reminding';
import type { World } from '../../world';
import { plansOn, workingDaysAround, type WorkingDays } from './points';

const BATCH = 1_000;
/** Calendar days that working days are counted over: longer than the longest term and four years of silence. */
const SPAN = 1_500;

type Tables = { day: Day; plans: string; days: WorkingDays };
const tables = new WeakMap<World['guide'], Tables>();

function tablesOn(guide: World['guide'], day: Day): Tables {
  const known = tables.get(guide);
  if (known?.day === day) return known;
  const made = { day, plans: JSON.stringify(plansOn(guide, day)), days: workingDaysAround(guide, day, SPAN) };
  tables.set(guide, made);
  return made;
}

/** Settles all due reminders batch by batch until none is left or `signal` says stop. Gives the number of letters written. */
export async function writeReminders(world: World, signal?: AbortSignal): Promise<number> {
  let written = 0;
  for (;;) {
    const now = world.now();
    const today = dayOf(now);
    const { plans, days } = tablesOn(world.guide, today);
    const { claimed, letters } = await sweepReminders(world.db, { now, today, limit: BATCH, plans, days });
    written += letters;
    if (letters > 0) world.wake('deliver');
    if (claimed < BATCH || signal?.aborted) return written;
  }
}
