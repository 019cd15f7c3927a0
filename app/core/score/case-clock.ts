// A case, a duty and a comment as the clock reads them.
import type { Day } from '../day';
import type { CaseFact, CommentFact, DutyFact } from './facts';

type Read = { due: Day; ended: { day: Day; as: 'done' | 'withdrawn' | 'redirected' } | null };

/** A case on the original term or on the extended one. A note and a termination are the body's decisions too; they have rates of their own. */
export const caseOn =
  (clock: 'lawfulDue' | 'dueDay') =>
  ({ [clock]: due, phase, endedDay }: CaseFact): Read => ({
    due,
    ended:
      phase === 'open' || endedDay === null
        ? null
        : { day: endedDay, as: phase === 'withdrawn' || phase === 'redirected' ? phase : 'done' },
  });

/** A duty: discharged is done; released before its last day is left out as withdrawn. */
export const dutyOn = ({ dueDay, closedDay, closedHow }: DutyFact): Read => ({
  due: dueDay,
  ended: closedDay === null ? null : { day: closedDay, as: closedHow === 'discharged' ? 'done' : 'withdrawn' },
});

export const commentOn = ({ dueDay, phase, endedDay }: CommentFact): Read => ({
  due: dueDay,
  ended:
    phase === 'open' || endedDay === null ? null : { day: endedDay, as: phase === 'disposed' ? 'done' : 'withdrawn' },
});
