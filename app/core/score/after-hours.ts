// Does a body decide after its working day, or on days off, above all when the term runs out? A decision entered late in the evening of
// the last day is in time, and worth a look: a sign, no proof.
import type { Calendar } from '../../../guide/schema';
import { isWorking } from '../calendar';
import type { Day } from '../day';
import { heapOf, type Heaping } from '../statistics/heaping';
import type { NotEstimable } from '../statistics/estimate';
import { wilson, type Share } from '../statistics/wilson';
import { total, type CaseFact } from './facts';

/** `share`: decisions after hours of all. `heaping`: that share on the last day of the term in force, less the share on other days. */
export type AfterHours = { share: Share | NotEstimable; heaping: Heaping | NotEstimable };

/** Whether a case was decided after the body's working day or on a day off. */
const isAfterHours = (
  { afterHours, endedDay }: Pick<CaseFact, 'afterHours' | 'endedDay'>,
  calendar: Calendar,
): boolean => endedDay !== null && (afterHours || !isWorking(calendar, endedDay));

const isDecided = ({ phase, endedDay }: CaseFact, today: Day): boolean =>
  endedDay !== null && endedDay <= today && ['answered', 'taken_to_note', 'terminated'].includes(phase);

/** Decided by the body itself by today, and after hours. */
export const afterHoursDecided = (one: CaseFact, { calendar, today }: { calendar: Calendar; today: Day }): boolean =>
  isDecided(one, today) && isAfterHours(one, calendar);

/** Of cases that the body itself ended: answered, taken to note, terminated. */
export function afterHoursOf(
  cases: readonly CaseFact[],
  { calendar, today, level }: { calendar: Calendar; today: Day; level: number },
): AfterHours {
  const decided = cases.filter((one) => isDecided(one, today));
  const counted = (of: readonly CaseFact[]) => ({
    of: total(of.filter((one) => isAfterHours(one, calendar))),
    n: total(of),
  });
  const all = counted(decided);
  return {
    share: wilson(all.of, all.n, level),
    heaping: heapOf(
      counted(decided.filter(({ endedDay, dueDay }) => endedDay === dueDay)),
      counted(decided.filter(({ endedDay, dueDay }) => endedDay !== dueDay)),
      level,
    ),
  };
}
