// What follows when a body announces what it intends to decide, when the applicant objects, and when a hearing was held (APPC 73-74).
// Part of the table of consequences.
import { applicantOf } from './appeal';
import { both, opening, present, stepDone, type Consequences } from './owing';
import { actorName, toApplicant, toBody } from './step-letter';

export const HEARING: Pick<Consequences, 'appeal.hearing_called' | 'appeal.objected' | 'appeal.heard'> = {
  'appeal.hearing_called': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const applicant = applicantOf(it);
    const objections = opening(around, 'objections', around.today, applicant);
    return both(stepDone(around, 'hearing_notice', payload.decisionDay, applicant), {
      opens: [objections],
      letters: [
        toApplicant(it, around, payload.how === 'oral' ? 'hearing_called' : 'decision_announced', {
          day: objections.reckoning.due,
          text: [payload.text, payload.place].filter(Boolean).join('\n\n'),
          by: payload.officer.name,
        }),
      ],
    });
  },

  'appeal.objected': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return {
      closes: open.includes('objections') ? [{ key: 'objections', how: 'discharged' }] : [],
      letters: [
        toBody(it, around, payload.oral ? 'asked_to_be_heard' : 'objected', {
          text: payload.text,
          by: actorName(around),
        }),
      ],
    };
  },

  'appeal.heard': ({ payload }, appeal, around) => ({
    letters: [toApplicant(present(appeal), around, 'heard', { text: payload.protocol, by: payload.officer.name })],
  }),
};
