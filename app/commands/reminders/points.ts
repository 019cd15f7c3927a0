// What the guide says about reminders on one day, as two small tables that a sweep can join: which plan each rule is reminded by,
// and of each point of a plan who reads it and when a repeated one comes again. And how many working days lie between two days.
// Pure; asked by write.ts once a day.
import type { Guide, ReminderPlan } from '../../../guide/schema';
import { isWorking } from '../../core/calendar';
import { addDays, dayNumber, type Day } from '../../core/day';
import { kindsOf, rulesOf, SET_DUTY_REMINDERS } from '../../core/duty';
import { nextReminder } from '../../core/reminder';

/** Which plan a rule is reminded by. */
export type Rule = { edition: string; procedure: string; rule: string; plan: string };
export type Point = {
  edition: string;
  plan: string;
  point: string;
  debtor: boolean;
  creditor: boolean;
  /** From the last working day before the due day on, the body's approvers read it too. */
  heads: boolean;
  /** When the point comes next after today, ISO; null for a point that comes once. */
  next: string | null;
  /** All points of the plan that each side reads: a later one makes an earlier one pointless. */
  debtorPoints: string[];
  creditorPoints: string[];
};
export type Plans = { rules: Rule[]; points: Point[] };
/** `counted[i]`: working days from `first` up to and including the day i days later. */
export type WorkingDays = { first: Day; counted: number[] };

const reads = (side: 'debtor' | 'creditor') => (point: ReminderPlan['points'][number]) =>
  point.to === side || point.to === 'both';
const isNear = ({ at }: ReminderPlan['points'][number]) =>
  'every_working_days' in at || ('working_days' in at && at.working_days >= -1);

/** The plan of every rule of every edition, of appeals and of rounds. */
const rulesIn = (guide: Guide): Rule[] =>
  guide.editions.flatMap((edition) =>
    kindsOf(edition).flatMap((procedure) =>
      Object.entries({ ...SET_DUTY_REMINDERS, ...rulesOf(edition, procedure) }).map(([rule, { reminders }]) => ({
        ...{ edition: edition.id, procedure, rule, plan: reminders },
      })),
    ),
  );

/** What every edition says of reminders, as it stands on `today`. */
export function plansOn(guide: Guide, today: Day): Plans {
  const points = guide.editions.flatMap((edition) =>
    Object.entries(edition.reminder_plans).flatMap(([name, plan]) => {
      const [debtorPoints, creditorPoints] = (['debtor', 'creditor'] as const).map((side) =>
        plan.points.filter(reads(side)).map(({ id }) => id),
      ) as [string[], string[]];
      return plan.points.map((point) => {
        const next = nextReminder({ plan, point: point.id, day: today, calendar: guide.calendar });
        return {
          ...{ edition: edition.id, plan: name, point: point.id },
          debtor: reads('debtor')(point),
          creditor: reads('creditor')(point),
          heads: isNear(point),
          next: next && new Date(next.dueAt).toISOString(),
          ...{ debtorPoints, creditorPoints },
        };
      });
    }),
  );
  return { rules: rulesIn(guide), points };
}

/** Working days counted over `span` calendar days either side of `today`. */
export function workingDaysAround(guide: Guide, today: Day, span: number): WorkingDays {
  const first = addDays(today, -span);
  const counted: number[] = [];
  let n = 0;
  for (let day = first, last = dayNumber(today) + span; dayNumber(day) <= last; day = addDays(day, 1)) {
    if (isWorking(guide.calendar, day)) n += 1;
    counted.push(n);
  }
  return { first, counted };
}
