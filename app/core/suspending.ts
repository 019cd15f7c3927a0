// What follows in the case of an act when a complaint about it is filed and when that ends (APPC 96): its execution is not owed while it is
// suspended, and is owed anew, from that day, where the act is left standing. Part of the table of consequences.
import { applicantOf, type Appeal } from './appeal';
import type { Day } from './day';
import { isExecution, opening, present, setReckoning, type Consequences, type Surroundings } from './owing';
import type { Opening } from './obligation';
import { toApplicant, toBody } from './step-letter';

/** By the law's day counted from now, or by the later one that the act had set. */
function owedAnew(around: Surroundings, it: Appeal, until: Day): Opening {
  const owed = opening(around, 'execute', around.today, applicantOf(it));
  const reckoning = until > owed.reckoning.due ? setReckoning(around, until) : owed.reckoning;
  return { ...owed, key: `execute:${owed.id}`, reckoning };
}

export const SUSPENDING: Pick<Consequences, 'appeal.complained' | 'appeal.complaint_ended'> = {
  'appeal.complained': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const { exception, number } = payload;
    return {
      closes: exception ? [] : open.filter(isExecution).map((key) => ({ key, how: 'released' })),
      letters: [
        toBody(it, around, exception ? 'act_goes_on' : 'act_suspended', {
          complaint: number,
          text: exception?.reason ?? '',
          by: '',
        }),
      ],
    };
  },

  'appeal.complaint_ended': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const { execution, suspension } = it.steps;
    const left = execution && execution.executedDay === null && suspension?.exception === null ? execution : null;
    const again = left && payload.stands ? owedAnew(around, it, left.until) : null;
    const said = { day: again?.reckoning.due, complaint: payload.number, text: '', by: '' };
    const step = payload.stands ? 'suspension_lifted' : 'act_annulled';
    return {
      opens: again ? [again] : [],
      closes: payload.stands ? [] : open.filter(isExecution).map((key) => ({ key, how: 'released' })),
      moves: again && it.officialId ? [{ key: again.key, officialId: it.officialId }] : [],
      letters: [toBody(it, around, step, said), ...(again ? [toApplicant(it, around, step, said)] : [])],
    };
  },
};
