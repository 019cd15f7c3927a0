// What follows when a case ends, whichever way, and when its applicant judges the answer. Part of the table of consequences.
import type { OutcomeId, RuleId, Start } from '../../guide/schema';
import { inPlaceOf } from './acting';
import { applicantOf, type Appeal } from './appeal';
import type { Day } from './day';
import { approved } from './drafting';
import type { FactOf } from './event';
import type { LetterOrder } from './letter';
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
import { executing } from './serving';
import { toBody } from './step-letter';

export const ENDING: Pick<
  Consequences,
  | 'appeal.answered'
  | 'appeal.noted'
  | 'appeal.terminated'
  | 'appeal.withdrawn'
  | 'appeal.judged'
  | 'appeal.publicity_set'
  | 'appeal.external_set'
> = {
  'appeal.answered': (fact, appeal, around, open) => replied(fact, present(appeal), around, open),
  'appeal.noted': (fact, appeal, around, open) => replied(fact, present(appeal), around, open),

  'appeal.terminated': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return both(
      { closes: ended(open, 'discharged') },
      stepDone(around, noticeOfEnd(around), around.today, applicantOf(it)),
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

  /** Nothing is owed by it, and nobody has to be told: its day is on the page. */
  'appeal.publicity_set': () => ({}),
  'appeal.external_set': () => ({}),

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

/** Of a complaint the law calls it leaving without consideration, and gives its notice a term of its own (APPC 95(2)). */
const noticeOfEnd = ({ procedure: { rules } }: Surroundings): RuleId =>
  rules.no_consideration_notice ? 'no_consideration_notice' : 'termination_notice';

/** Outcomes that the law gives a term of their own, shorter than the main one, or a notice. */
const OUTCOME_STEPS: Partial<Record<string, RuleId>> = {
  information_refused: 'refuse',
  already_published: 'already_published',
  without_consideration: 'no_consideration_notice',
} satisfies Partial<Record<OutcomeId, RuleId>>;

/** The step of an outcome, timed from where the guide starts it: late or not, it is done now. */
const outcomeStep = (outcome: string, it: Appeal, around: Surroundings): Following => {
  const rule = OUTCOME_STEPS[outcome];
  const starts: Partial<Record<Start, Day>> = { receipt: it.receivedDay, registration: it.registeredDay };
  const from = rule && around.procedure.rules[rule]?.term.from;
  return from ? stepDone(around, rule, starts[from] ?? around.today, applicantOf(it)) : {};
};

/** The superior body's decision goes to the body complained of too: it is bound by it (APPC 100). */
const toComplainedOf = (
  { text, signatory }: FactOf<'appeal.answered'>['payload'],
  it: Appeal,
  around: Surroundings,
): LetterOrder[] => {
  if (!around.other || it.steps.arrived !== 'forwarding') return [];
  const letter = toBody(it, around, 'complaint_decided', { text, by: signatory.name });
  return [{ ...letter, to: { party: { kind: 'body', id: around.other.id }, roles: [...INTAKE, ...HEADS] } }];
};

/** Exceptions that the act states, for its letter. */
function statedIn({ unheard, enforced }: FactOf<'appeal.answered'>['payload']) {
  const stated = [
    ...(unheard ? [{ key: `hearing_exception.${unheard.ground}.name`, reason: unheard.reason }] : []),
    ...(enforced ? [{ key: `suspension_exception.${enforced.ground}.name`, reason: enforced.reason }] : []),
  ];
  return stated.length > 0 ? { stated } : {};
}

const replied = (
  { payload }: FactOf<'appeal.answered' | 'appeal.noted'>,
  it: Appeal,
  around: Surroundings,
  open: readonly string[],
): Following =>
  both(outcomeStep(payload.outcome, it, around), executing(payload, it, around), approved(payload, it, around), {
    closes: ended(open, 'discharged'),
    letters: [
      ...toComplainedOf(payload, it, around),
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
          actingFor: inPlaceOf(payload.signatory),
          ...statedIn(payload),
        },
      },
    ],
  });
