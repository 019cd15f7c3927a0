// What a ruling on a contested case does to the facts that figures are counted from: the case leaves them as it was recorded and enters
// them as the council says. The record itself stays as it is, and so does every clock.
import type { Effect } from '../contest-event';
import type { Day } from '../day';
import type { CaseFact, CommentFact, DutyFact, Facts } from './facts';
import { merged } from './merged';

const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** The case as ruled; null where it belongs to no figure. A case without an end that ended, by the ruling, on a day was answered then. */
export function asRuled(fact: CaseFact, { claim, day }: Effect): CaseFact | null {
  switch (claim) {
    case 'ended_day':
      // At which hour of that day is not known.
      return { ...fact, endedDay: day, phase: fact.phase === 'open' ? 'answered' : fact.phase, afterHours: false };
    case 'answered':
      return { ...fact, phase: 'answered', returned: false };
    case 'due_day':
      return day === null ? fact : { ...fact, lawfulDue: day, dueDay: fact.extended ? later(fact.dueDay, day) : day };
    case 'not_counted':
      return null;
  }
}

/** Whether a claim would change anything that is counted. */
export const changesCount = (fact: CaseFact, effect: Effect): boolean => {
  const ruled = asRuled(fact, effect);
  return (
    ruled === null ||
    (['phase', 'endedDay', 'lawfulDue', 'dueDay'] as const).some((column) => ruled[column] !== fact[column])
  );
};

const less = <F extends CaseFact | DutyFact | CommentFact>(fact: F): F => ({ ...fact, count: -fact.count });

/** The facts after all rulings: those that figures are reckoned from. */
export function afterRulings(facts: Facts): Facts {
  const { rulings } = facts;
  if (rulings.length === 0) return facts;
  const present = <F extends { count: number }>(list: readonly F[]): F[] =>
    merged(list).filter(({ count }) => count !== 0);
  return {
    ...facts,
    cases: present([
      ...facts.cases,
      ...rulings.flatMap(({ recorded, effect }) => {
        const ruled = asRuled(recorded, effect);
        return [less(recorded), ...(ruled ? [ruled] : [])];
      }),
    ]),
    duties: present([
      ...facts.duties,
      ...rulings.flatMap(({ duties, effect }) => (effect.claim === 'not_counted' ? duties.map(less) : [])),
    ]),
  };
}
