// The pre-trial complaint (APPC 91-101): from which day and until which one may complain of a case, what is refused before, and what the
// body complained of may itself do with a complaint. Pure; asked by the page of a case and by the commands that file and answer.
import type { Calendar, OutcomeId, Procedure, Requirement } from '../../guide/schema';
import type { Appeal } from './appeal';
import { nextWorkingDay } from './calendar';
import { addMonths, type Day } from './day';
import type { EventOf } from './event';
import { reckonRule, type Surroundings } from './owing';
import { citationOf, type Refusal } from './refusal';

/** `named`: whether the act said where, until when and how to complain; an act that did not leaves longer (APPC 92(1-1)). */
export type ComplaintWindow = { why: 'silent' | 'ended'; from: Day; until: Day | null; named: boolean };
type Facts = Pick<Appeal, 'phase' | 'dueDay' | 'endedDay'>;
type Around = { procedure: Procedure; calendar: Calendar; today: Day };

/** Ends of a case after which there is nothing of the body's to complain of here. */
const NOT_THE_BODYS: readonly string[] = ['withdrawn', 'redirected'] satisfies Appeal['phase'][];

/** What an act says of how to complain: each of these alone in the simplified procedure, all three in the full one. */
const REMEDIES: readonly (readonly Requirement[])[] = [
  ['right_to_complain'],
  ['superior_body', 'complaint_term', 'complaint_order'],
];

/** Whether the act that ended the case named the way to complain. A termination and a return are not asked to. */
export function remediesNamed(events: readonly EventOf<'appeal'>[]): boolean {
  const given = events.findLast((event) => event.type === 'appeal.answered' || event.type === 'appeal.noted');
  const { requirements } = given?.payload ?? {};
  return requirements !== undefined && REMEDIES.some((all) => all.every((id) => (requirements[id] ?? '') !== ''));
}

/**
 * The window within which one may complain of the case: from the day after the last day in silence, or from the day it ended, in whole
 * months; a last day off moves on. Null while there is nothing to complain of, and where the guide knows no pre-trial complaint.
 */
export function complaintWindowOf(
  { phase, dueDay, endedDay }: Facts,
  named: boolean,
  { procedure, calendar, today }: Around,
): ComplaintWindow | null {
  if (!procedure.escalation.some(({ id }) => id === 'complaint') || NOT_THE_BODYS.includes(phase)) return null;
  const over = phase !== 'open' && endedDay !== null;
  if (!over && today <= dueDay) return null;
  const from = over ? endedDay : dueDay;
  // Silence is no act: what an act should have said can't be missing in it.
  const long = over && !named ? procedure.complaint_window?.if_remedies_not_stated : null;
  const span = long ?? procedure.complaint_window;
  const until = span?.unit === 'month' ? nextWorkingDay(calendar, addMonths(from, span.n)) : null;
  return { why: over ? 'ended' : 'silent', from, until, named: !long };
}

/** Outcomes that satisfy a complaint in full, which the body complained of may give itself (APPC 91(4)). */
const SATISFYING: readonly string[] = ['annul', 'annul_and_new_act', 'perform_action'] satisfies OutcomeId[];

/**
 * Why a body that has one above it can't answer this complaint itself: it may satisfy it in full within the days that it has to forward
 * it, and nothing else. Null when it can, and for the body above.
 */
export function whyForward(
  { steps, receivedDay }: Pick<Appeal, 'steps' | 'receivedDay'>,
  around: Surroundings,
  { outcome, hasSuperior }: { outcome: string; hasSuperior: boolean },
): Refusal | null {
  const { forward } = around.procedure.rules;
  if (!forward || !hasSuperior || steps.arrived === 'forwarding') return null;
  const { due } = reckonRule(around, 'forward', receivedDay);
  if (SATISFYING.includes(outcome) && around.today <= due) return null;
  return { code: 'complaint_goes_up', basis: citationOf(forward.basis), params: { due } };
}

/** Steps of whoever considers a complaint: the body complained of passes it up instead (APPC 91(4), 95(1) 3)). Null for all other cases. */
export const whyNotConsider = (
  appeal: Pick<Appeal, 'steps' | 'receivedDay'>,
  around: Surroundings,
  { hasSuperior }: { hasSuperior: boolean },
): Refusal | null => whyForward(appeal, around, { outcome: '', hasSuperior });

/** Why one can't complain of this case now; null when one can. Lateness is no ground to refuse a complaint (APPC 92). */
export function whyNotComplain(facts: Facts, around: Around): Refusal | null {
  const { procedure } = around;
  if (!procedure.escalation.some(({ id }) => id === 'complaint'))
    return { code: 'complaint_not_known', basis: citationOf(procedure.escalation[0]?.basis) };
  if (complaintWindowOf(facts, false, around)) return null;
  return facts.phase === 'open'
    ? { code: 'complaint_too_early', basis: citationOf(procedure.overdue.basis), params: { due: facts.dueDay } }
    : { code: 'complaint_of_nothing' };
}
