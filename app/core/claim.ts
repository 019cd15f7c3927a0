// May this case be contested, on this day, with this claim? What a body may say that its case counts as, and until when. Pure; asked by the
// commands of contests and by the pages that offer the form.
import type { Claim } from '../../guide/schema';
import type { Appeal } from './appeal';
import { reckonContest, type ContestSurroundings } from './contest-consequences';
import type { Effect } from './contest-event';
import type { Day } from './day';
import { done, refuse, type Outcome } from './refusal';
import { scoredPhase, type CaseFact } from './score/facts';
import { daysOf, periodOf } from './score/period';
import { changesCount } from './score/ruled';

type Settled = Pick<Appeal, 'registeredDay' | 'endedDay'>;
type Around = Pick<ContestSurroundings, 'contests' | 'calendar' | 'edition'>;

/** The last day to contest: counted from the end of the quarter, or of the case where that is later; null while the case is open. */
export function contestableUntil({ registeredDay, endedDay }: Settled, around: Around): Day | null {
  if (endedDay === null) return null;
  const { last } = daysOf(periodOf(registeredDay));
  return reckonContest(around, 'contest_window', endedDay > last ? endedDay : last).due;
}

/** A case as figures count it, as recorded. `deemed` and `afterHours` play no part in what is contested. */
export const factOf = (appeal: Appeal): CaseFact => {
  const { kind, registeredDay, lawfulDue, dueDay, extended, phase, endedDay, verdict } = appeal;
  return {
    kind,
    registeredDay,
    lawfulDue,
    dueDay,
    extended,
    phase: scoredPhase(phase),
    returned: phase === 'returned',
    endedDay,
    verdict,
    deemed: false,
    afterHours: false,
    count: 1,
  };
};

/** Claims that a case can have: a note or a termination may have been an answer; the others are open to any. */
export const claimsOf = ({ phase }: Pick<Appeal, 'phase'>, { contests }: Pick<Around, 'contests'>): Claim[] =>
  contests.claims
    .map(({ id }) => id)
    .filter((id) => id !== 'answered' || phase === 'taken_to_note' || phase === 'terminated');

type Said = { appeal: Appeal; claim: Claim; day: Day | null; around: Around; today: Day };

/**
 * What the case shall count as. Refuses: invalid (a claim that this case can't have; a day that is missing, lies ahead or before the
 * registration), contest_changes_nothing.
 */
export function effectClaimed({ appeal, claim, day, around, today }: Said): Outcome<Effect> {
  const rule = around.contests.claims.find(({ id }) => id === claim);
  if (!rule || !claimsOf(appeal, around).includes(claim)) return refuse('invalid', { fields: { claim: 'bad_choice' } });
  if (rule.day && day === null) return refuse('invalid', { fields: { day: 'required' } });
  if (rule.day && day !== null && (day < appeal.registeredDay || (claim === 'ended_day' && day > today)))
    return refuse('invalid', { fields: { day: 'bad_day' } });
  const effect: Effect = { claim, day: rule.day ? day : null };
  return changesCount(factOf(appeal), effect) ? done(effect) : refuse('contest_changes_nothing');
}
