// What follows when a body asks to put defects right, when that is done, and when it returns the appeal (APPC 64(6)-(8)). The main
// clock runs on meanwhile: the law has no pause. Part of the table of consequences.
import { applicantOf } from './appeal';
import { both, ended, present, setDuty, stepDone, type Consequences } from './owing';
import { actorName, toApplicant, toBody } from './step-letter';

export const CURING: Pick<Consequences, 'appeal.cure_asked' | 'appeal.cured' | 'appeal.returned'> = {
  'appeal.cure_asked': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const applicant = applicantOf(it);
    return {
      opens: [setDuty(around, { duty: 'cure', debtor: applicant, until: payload.until })],
      letters: [
        toApplicant(it, around, 'cure_asked', {
          day: payload.until,
          text: payload.defects,
          by: payload.officer.name,
        }),
      ],
    };
  },

  'appeal.cured': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return {
      closes: open.filter((key) => key.startsWith('cure:')).map((key) => ({ key, how: 'discharged' })),
      letters: [toBody(it, around, 'cured', { text: payload.text, by: actorName(around) })],
    };
  },

  'appeal.returned': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const rule = around.procedure.cure?.grounds.find(({ id }) => id === payload.ground)?.rule;
    const from = rule === 'cure_return' ? it.steps.cure?.until : it.registeredDay;
    return both({ closes: ended(open, 'discharged') }, stepDone(around, rule, from ?? around.today, applicantOf(it)), {
      letters: [toApplicant(it, around, 'returned', { text: payload.text, by: payload.signatory.name })],
    });
  },
};
