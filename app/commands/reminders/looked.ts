// Every reminder of a month that should have gone out, with what became of it, in batches. Read by the nightly count and by the page that lists
// what is missing.
import type { ReminderPlan } from '../../../guide/schema';
import { coveredBy, expectedReminders, type Covered, type Expected } from '../../core/coverage';
import { addMonths, dayOf, instantOf, type Day } from '../../core/day';
import { isSetDuty, ruleOf, SET_DUTY_REMINDERS } from '../../core/duty';
import { remindersLeft, watchedObligations, type Watched } from '../../data/covering';
import type { World } from '../../world';

const BATCH = 500;

export const monthOf = (day: Day): string => day.slice(0, 7);
export const firstDay = (month: string): Day => `${month}-01` as Day;

/** A reminder with what became of it. */
export type Looked = Expected & { covered: Covered; obligation: Watched };

/** By which plan of its edition an obligation is reminded; null where nobody is. */
function planOf(guide: World['guide'], { edition, procedure, rule }: Watched): ReminderPlan | null {
  const pinned = guide.edition(edition);
  const name = isSetDuty(rule) ? SET_DUTY_REMINDERS[rule].reminders : ruleOf(pinned, procedure, rule)?.reminders;
  return name ? pinned.reminder_plans[name] : null;
}

/** Every reminder of one month, of one body or of all, in batches. */
export async function* remindersOf(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  month: string,
  bodyId: string | null,
): AsyncGenerator<Looked[]> {
  const { db, guide, now } = world;
  const [from, to] = [instantOf(firstDay(month), '00:00'), instantOf(addMonths(firstDay(month), 1), '00:00')];
  const asked = { from, to, limit: BATCH, bodyId, today: dayOf(now()) };
  for (let after: string | null = null; ;) {
    const found: Watched[] = await watchedObligations(db, { ...asked, after });
    const left = await remindersLeft(
      db,
      found.map(({ stream }) => stream),
    );
    yield found.flatMap((obligation) => {
      const plan = planOf(guide, obligation);
      if (!plan) return [];
      const letters = left.get(`${obligation.stream} ${obligation.rule}`) ?? [];
      return expectedReminders(obligation, { plan, calendar: guide.calendar, now: now() })
        .filter(({ day }) => monthOf(day) === month)
        .map((expected) => ({ ...expected, obligation, covered: coveredBy(expected, letters) }));
    });
    after = found.at(-1)?.id ?? null;
    if (found.length < BATCH) return;
  }
}
