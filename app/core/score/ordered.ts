// Which duties count alike? Those whose days stand in the same order, to each other and to the day of the report: no figure asks more of a
// duty than whether a day is before, on or after another. So the duties of a quarter are a handful of facts, however many there are, and
// the database may count them by their order before they are read (data/score-facts).
import { addDays, type Day } from '../day';
import type { DutyFact, Facts } from './facts';
import { merged } from './merged';

/** The duty with days that stand in the same order around `today`, each as near to it as can be: duties in one order become equal. */
export function orderedDuty(duty: DutyFact, today: Day): DutyFact {
  const { dueDay, closedDay } = duty;
  const days = [...new Set([dueDay, closedDay ?? dueDay, today])].sort();
  const near = (day: Day) => addDays(today, days.indexOf(day) - days.indexOf(today));
  return { ...duty, dueDay: near(dueDay), closedDay: closedDay && near(closedDay) };
}

/** The facts with duties told apart by the order of their days alone: every figure is the same. */
export const orderedFacts = ({ duties, rulings, ...rest }: Facts, today: Day): Facts => {
  const ordered = (all: readonly DutyFact[]) => merged(all.map((duty) => orderedDuty(duty, today)));
  return { ...rest, duties: ordered(duties), rulings: rulings.map((one) => ({ ...one, duties: ordered(one.duties) })) };
};
