// Time counts, month by month and body by body, which reminders should have gone out and which did: from obligations, their days and the letters
// that left. Called nightly by the worker cover; whatever was counted before is counted anew while its month can still change.
import { addMonths, dayOf, type Day, type Instant } from '../../core/day';
import { countedMonths, keepCoverage, type CoverageRow } from '../../data/covering';
import type { World } from '../../world';
import { firstDay, monthOf, remindersOf } from './looked';

/** Calendar months before the current one that are counted anew: a letter may leave late. */
const ANEW = 1;

async function countMonth(world: World, month: string): Promise<number> {
  const rows = new Map<string, CoverageRow>();
  let count = 0;
  for await (const looked of remindersOf(world, month, null))
    for (const { covered, obligation } of looked) {
      const { bodyId } = obligation;
      const row = rows.get(bodyId) ?? { bodyId, month, due: 0, sent: 0, late: 0, none: 0 };
      rows.set(bodyId, { ...row, due: row.due + 1, [covered]: row[covered] + 1 });
      count += 1;
    }
  await keepCoverage(world.db, { month, rows: [...rows.values()], at: world.now() });
  return count;
}

function monthsFrom(first: Instant, last: Day): string[] {
  const months: string[] = [];
  for (let day = firstDay(monthOf(dayOf(first))); day <= last; day = addMonths(day, 1)) months.push(monthOf(day));
  return months;
}

/** Counts every month that was not counted yet, and those that may still change. Gives the number of reminders looked at. */
export async function coverReminders(world: World, signal?: AbortSignal): Promise<number> {
  const { months, first } = await countedMonths(world.db);
  if (first === null) return 0;
  const today = dayOf(world.now());
  const anew = monthOf(addMonths(firstDay(monthOf(today)), -ANEW));
  let count = 0;
  for (const month of monthsFrom(first, today)) {
    if (signal?.aborted) break;
    if (month >= anew || !months.includes(month)) count += await countMonth(world, month);
  }
  return count;
}
