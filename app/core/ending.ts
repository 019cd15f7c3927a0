// What follows when a case ends, whichever way, and when its applicant judges the answer. Part of the table of consequences.
import { applicantOf, type Appeal } from './appeal';
import type { FactOf } from './event';
import {
  about,
  both,
  ended,
  HEADS,
  INTAKE,
  present,
  stepDone,
  type Consequences,
  type Following,
  type Surroundings,
} from './owing';

export const ENDING: Pick<
  Consequences,
  'appeal.answered' | 'appeal.noted' | 'appeal.terminated' | 'appeal.withdrawn' | 'appeal.judged'
> = {
  'appeal.answered': (fact, appeal, around, open) => replied(fact, present(appeal), around, open),
  'appeal.noted': (fact, appeal, around, open) => replied(fact, present(appeal), around, open),

  'appeal.terminated': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return both(
      { closes: ended(open, 'discharged') },
      stepDone(around, 'termination_notice', around.today, applicantOf(it)),
      {
        letters: [
          {
            letter: 'appeal_terminated',
            key: `ended:${it.number}`,
            to: { party: applicantOf(it) },
            data: {
              ...about(it, around.body),
              ground: payload.ground,
              text: payload.text,
              signedBy: payload.signatory.name,
              post: payload.signatory.post ?? '',
            },
          },
        ],
      },
    );
  },

  'appeal.withdrawn': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return {
      closes: ended(open, 'released'),
      letters: [
        {
          letter: 'appeal_withdrawn',
          key: `ended:${it.number}`,
          to: { party: { kind: 'body', id: around.body.id }, roles: INTAKE, officialId: it.officialId },
          data: { ...about(it, around.body), statement: payload.statement },
        },
      ],
    };
  },

  'appeal.judged': ({ payload }, appeal, around) => {
    const it = present(appeal);
    return {
      letters: [
        {
          letter: 'answer_judged',
          key: `judged:${it.number}`,
          to: { party: { kind: 'body', id: around.body.id }, roles: HEADS, officialId: it.officialId },
          data: { ...about(it, around.body), verdict: payload.verdict },
        },
      ],
    };
  },
};

const replied = (
  { payload }: FactOf<'appeal.answered' | 'appeal.noted'>,
  it: Appeal,
  around: Surroundings,
  open: readonly string[],
): Following => ({
  closes: ended(open, 'discharged'),
  letters: [
    {
      letter: 'appeal_answered',
      key: `ended:${it.number}`,
      to: { party: applicantOf(it) },
      data: {
        ...about(it, around.body),
        outcome: payload.outcome,
        text: payload.text,
        signedBy: payload.signatory.name,
        post: payload.signatory.post ?? '',
      },
    },
  ],
});
