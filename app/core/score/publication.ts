// From which day are a quarter's figures everybody's? Until then the body alone sees its own, and may say what is wrong with them.
import type { Calendar, Scoring } from '../../../guide/schema';
import { addWorkingDays } from '../calendar';
import type { Day } from '../day';
import { daysOf, type Period } from './period';

/** So many working days after the quarter's last day as the guide says; its first day where the guide asks for no delay. */
export function publicFrom(period: Period, { calendar, scoring }: { calendar: Calendar; scoring: Scoring }): Day {
  const { first, last } = daysOf(period);
  return scoring.publication ? addWorkingDays(calendar, last, scoring.publication.after) : first;
}
