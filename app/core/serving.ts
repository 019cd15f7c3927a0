// What follows when the applicant asks to see the file and when it is given (APPC 75), and when a favourable act is carried out
// (APPC 86(3)). Part of the table of consequences.
import { applicantOf, type Appeal } from './appeal';
import type { FactOf } from './event';
import {
  fileKey,
  HEADS,
  isExecution,
  isFileAccess,
  opening,
  present,
  setReckoning,
  type Consequences,
  type Following,
  type Surroundings,
} from './owing';
import { actorName, toApplicant, toBody } from './step-letter';

/** A favourable act leaves its execution owed, by the law's day or by the one that the act sets. */
export function executing(
  { execute }: FactOf<'appeal.answered'>['payload'],
  it: Appeal,
  around: Surroundings,
): Following {
  if (!execute || !around.procedure.rules.execute) return {};
  const owed = opening(around, 'execute', around.today, applicantOf(it));
  const { until } = execute;
  return { opens: [until === null ? owed : { ...owed, reckoning: setReckoning(around, until) }] };
}

export const SERVING: Pick<
  Consequences,
  'appeal.file_asked' | 'appeal.file_given' | 'appeal.executed' | 'appeal.execution_judged'
> = {
  'appeal.file_asked': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const owed = opening(around, 'file_access', around.today, applicantOf(it));
    return {
      opens: [{ ...owed, key: fileKey(owed.id) }],
      moves: it.officialId ? [{ key: fileKey(owed.id), officialId: it.officialId }] : [],
      letters: [
        toBody(it, around, 'file_asked', { day: owed.reckoning.due, text: payload.what, by: actorName(around) }),
      ],
    };
  },

  'appeal.file_given': ({ payload }, appeal, around, open) => ({
    closes: open.filter(isFileAccess).map((key) => ({ key, how: 'discharged' })),
    letters: [toApplicant(present(appeal), around, 'file_given', { text: payload.text, by: payload.officer.name })],
  }),

  'appeal.executed': ({ payload }, appeal, around, open) => ({
    closes: open.filter(isExecution).map((key) => ({ key, how: 'discharged' })),
    letters: [toApplicant(present(appeal), around, 'executed', { text: payload.text, by: payload.officer.name })],
  }),

  'appeal.execution_judged': ({ payload }, appeal, around) => {
    const step = payload.done ? 'execution_confirmed' : 'execution_denied';
    const letter = toBody(present(appeal), around, step, { text: payload.comment, by: actorName(around) });
    return { letters: [{ ...letter, to: { ...letter.to, roles: HEADS } }] };
  },
};
