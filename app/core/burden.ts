// May a decision that burdens the applicant be given today? Only after the applicant could say something to it (APPC 73): the body told in
// advance what it intends, at least as many working days before as the guide says, and whoever asked to be heard was heard. Not asked of
// decisions in the applicant's favour, nor where the guide says that the procedure needs no hearing.
import type { OutcomeId } from '../../guide/schema';
import type { Appeal } from './appeal';
import { reckonRule, type Surroundings } from './owing';
import { citationOf, type Citation, type Refusal } from './refusal';
import type { ReplyParts } from './reply';
import { addDays, type Day } from './day';

const BURDENS: readonly string[] = ['act_refusing', 'leave_unsatisfied'] satisfies OutcomeId[];

type Around = Pick<Surroundings, 'procedure' | 'calendar' | 'edition' | 'today'>;

/** The article that asks for a hearing, as the guide names it. */
export const hearingBasis = ({ procedure }: Pick<Around, 'procedure'>): Citation | undefined =>
  citationOf(procedure.hearing?.basis);

/** Whether an outcome burdens the applicant, so that the procedure asks for a hearing before it. */
export const needsHearing = ({ procedure }: Pick<Around, 'procedure'>, outcome: string): boolean =>
  procedure.hearing?.required === true && BURDENS.includes(outcome);

/** Why this outcome can't be given today; null when it can: also where an exception was stated with its reason (73(2)). */
export function whyNotBurden(
  { steps }: Pick<Appeal, 'steps'>,
  around: Around,
  { outcome, unheard }: Pick<ReplyParts, 'outcome' | 'unheard'>,
): Refusal | null {
  if (!needsHearing(around, outcome) || unheard) return null;
  const basis = hearingBasis(around);
  const called = steps.hearing;
  if (!called) return { code: 'hearing_missing', basis, params: { day: earliestDecision(around) } };
  if (around.today < called.decisionDay)
    return { code: 'decision_too_soon', basis, params: { day: called.decisionDay } };
  const waits = called.heldDay === null && (called.how === 'oral' || called.objected?.oral);
  return waits ? { code: 'hearing_not_held', basis } : null;
}

/** Whether a decision on `decisionDay` leaves the time that the guide asks for, were it announced today. */
export const inTimeFor = (around: Around, decisionDay: Day): boolean =>
  around.today <= reckonRule(around, 'hearing_notice', decisionDay).due;

/** The first day on which a decision announced today may be given. */
export function earliestDecision(around: Around): Day {
  for (let day = addDays(around.today, 1); ; day = addDays(day, 1)) if (inTimeFor(around, day)) return day;
}

/** Whether an oral hearing on `hearingDay` leaves the time that the guide asks for, were it told today; in editions without that rule any later day does. */
export const inTimeToHear = (around: Around, hearingDay: Day): boolean =>
  around.today < hearingDay &&
  (!around.procedure.rules.oral_hearing || around.today <= reckonRule(around, 'oral_hearing', hearingDay).due);

/** The first day of an oral hearing that is told today. */
export function earliestHearing(around: Around): Day {
  for (let day = addDays(around.today, 1); ; day = addDays(day, 1)) if (inTimeToHear(around, day)) return day;
}
