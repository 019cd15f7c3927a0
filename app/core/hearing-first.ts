// What follows when a body announces what it intends to decide, when the applicant objects or is invited, when a hearing was held, and when
// its protocol is remarked on (APPC 73-74). Part of the table of consequences.
import { applicantOf, type Appeal } from './appeal';
import type { Day } from './day';
import type { Party } from './obligation';
import {
  both,
  HEADS,
  isOnRemarks,
  opening,
  present,
  stepDone,
  type Consequences,
  type Following,
  type Surroundings,
} from './owing';
import { actorName, toApplicant, toBody } from './step-letter';

const PROTOCOL = 'hearing_protocol';

/** The protocol of an oral hearing is owed from the day for which it is called. */
const protocolOwed = (around: Surroundings, hearingDay: Day | null | undefined, applicant: Party): Following =>
  hearingDay && around.procedure.rules[PROTOCOL] ? { opens: [opening(around, PROTOCOL, hearingDay, applicant)] } : {};

/** The protocol is timed from the day on which the hearing was held: where that is another than it was called for, that one is not owed. */
function protocolGiven(
  around: Surroundings,
  { heldDay, calledFor, applicant }: { heldDay: Day; calledFor: Day | null; applicant: Party },
  open: readonly string[],
): Following {
  if (open.includes(PROTOCOL)) {
    if (heldDay === calledFor) return { closes: [{ key: PROTOCOL, how: 'discharged' }] };
    const key = `${PROTOCOL}:held`;
    return {
      opens: [{ ...opening(around, PROTOCOL, heldDay, applicant), key }],
      closes: [
        { key: PROTOCOL, how: 'released' },
        { key, how: 'discharged' },
      ],
    };
  }
  return stepDone(around, PROTOCOL, heldDay, applicant);
}

/** From the day on which the protocol is before the applicant, remarks on it have their days (APPC 74(6)). */
const remarksOpen = (around: Surroundings, applicant: Party): Following =>
  around.procedure.rules.protocol_remarks
    ? { opens: [opening(around, 'protocol_remarks', around.today, applicant)] }
    : {};

/** Whoever presided decides on the remarks; those that come before they did wait for the same decision. */
function remarksToDecide(around: Surroundings, it: Appeal, open: readonly string[]): Following {
  if (!around.procedure.rules.remarks_decision || open.some(isOnRemarks)) return {};
  const owed = opening(around, 'remarks_decision', around.today, applicantOf(it));
  return { opens: [{ ...owed, key: `remarks_decision:${owed.id}` }] };
}

/** To whoever presided, for as long as they hold an office there; then to whoever answers for the body. */
const toChair = (it: Appeal, around: Surroundings, said: Parameters<typeof toBody>[3]) => {
  const letter = toBody(it, around, 'protocol_remarked', said);
  const chair = it.steps.hearing?.chair?.personId;
  return chair ? { ...letter, to: { ...letter.to, roles: HEADS, officialId: chair } } : letter;
};

export const HEARING: Pick<
  Consequences,
  | 'appeal.hearing_called'
  | 'appeal.objected'
  | 'appeal.hearing_set'
  | 'appeal.heard'
  | 'appeal.protocol_remarked'
  | 'appeal.remarks_decided'
> = {
  'appeal.hearing_called': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const applicant = applicantOf(it);
    const objections = opening(around, 'objections', around.today, applicant);
    return both(
      stepDone(around, 'hearing_notice', payload.decisionDay, applicant),
      payload.hearingDay ? stepDone(around, 'oral_hearing', payload.hearingDay, applicant) : {},
      protocolOwed(around, payload.hearingDay, applicant),
      {
        opens: [objections],
        letters: [
          toApplicant(it, around, payload.how === 'oral' ? 'hearing_called' : 'decision_announced', {
            day: objections.reckoning.due,
            hearingDay: payload.hearingDay,
            text: [payload.text, payload.place].filter(Boolean).join('\n\n'),
            by: payload.officer.name,
          }),
        ],
      },
    );
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

  'appeal.heard': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const applicant = applicantOf(it);
    const { heldDay } = payload;
    const calledFor = it.steps.hearing?.hearingDay ?? null;
    const remarks = remarksOpen(around, applicant);
    return both(protocolGiven(around, { heldDay, calledFor, applicant }, open), remarks, {
      letters: [
        toApplicant(it, around, 'heard', {
          day: remarks.opens?.[0]?.reckoning.due,
          text: payload.protocol,
          by: payload.officer.name,
        }),
      ],
    });
  },

  'appeal.hearing_set': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const applicant = applicantOf(it);
    return both(
      stepDone(around, 'oral_hearing', payload.hearingDay, applicant),
      protocolOwed(around, payload.hearingDay, applicant),
      {
        letters: [
          toApplicant(it, around, 'hearing_called', {
            hearingDay: payload.hearingDay,
            text: payload.place,
            by: payload.officer.name,
          }),
        ],
      },
    );
  },

  'appeal.protocol_remarked': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const decision = remarksToDecide(around, it, open);
    return both(decision, {
      closes: open.includes('protocol_remarks') ? [{ key: 'protocol_remarks', how: 'discharged' }] : [],
      letters: [
        toChair(it, around, {
          day: decision.opens?.[0]?.reckoning.due,
          text: payload.text,
          by: actorName(around),
        }),
      ],
    });
  },

  'appeal.remarks_decided': ({ payload }, appeal, around, open) => ({
    closes: open.filter(isOnRemarks).map((key) => ({ key, how: 'discharged' })),
    letters: [
      toApplicant(present(appeal), around, `remarks_${payload.ruling}`, {
        text: payload.reason,
        by: payload.officer.name,
      }),
    ],
  }),
};
