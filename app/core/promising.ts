// What follows when a sentence of an answer becomes a dated promise, when the body reports on it and when the applicant says what became of
// it. Part of the table of consequences. The promise is an obligation like a commitment of a round: reminded, lapsed and counted.
import { applicantOf } from './appeal';
import { HEADS, present, setDuty, type Consequences } from './owing';
import { actorName, toApplicant, toBody } from './step-letter';
import { promiseKey } from './steps';

export const PROMISING: Pick<Consequences, 'appeal.promised' | 'appeal.promise_reported' | 'appeal.promise_judged'> = {
  'appeal.promised': ({ payload: { promises, by } }, appeal, around) => {
    const it = present(appeal);
    const { officialId } = it;
    const text = promises.map((one) => one.text).join('\n\n');
    const told = by === 'body' ? toApplicant : toBody;
    return {
      opens: promises.map(({ id, day }) => ({
        ...setDuty(around, { duty: 'promise', debtor: { kind: 'body', id: around.body.id }, until: day }),
        ...{ key: promiseKey(id), creditor: applicantOf(it) },
      })),
      moves: officialId ? promises.map(({ id }) => ({ key: promiseKey(id), officialId })) : [],
      letters: [told(it, around, 'promise_noted', { day: promises[0]?.day, text, by: actorName(around) })],
    };
  },

  'appeal.promise_reported': ({ payload }, appeal, around) => ({
    closes: [{ key: promiseKey(payload.promiseId), how: 'discharged' }],
    letters: [
      toApplicant(present(appeal), around, 'promise_reported', { text: payload.text, by: payload.officer.name }),
    ],
  }),

  'appeal.promise_judged': ({ payload }, appeal, around, open) => {
    const key = promiseKey(payload.promiseId);
    const step = payload.verdict === 'kept' ? 'promise_confirmed' : 'promise_denied';
    const letter = toBody(present(appeal), around, step, { text: payload.comment, by: actorName(around) });
    return {
      // Who was promised something says that it is there: then it is, whether or not the body reports it.
      closes: payload.verdict === 'kept' && open.includes(key) ? [{ key, how: 'discharged' as const }] : [],
      letters: [{ ...letter, to: { ...letter.to, roles: HEADS } }],
    };
  },
};
