// What follows when a part of an appeal goes to another body while the rest stays (APPC 65(2)), and when another unit or body is asked
// something by an internal day: the main clock runs on in both. Part of the table of consequences.
import { applicantOf } from './appeal';
import { both, INTAKE, present, setDuty, stepDone, type Consequences, type Following } from './owing';
import { actorName, toApplicant, toBody } from './step-letter';

/** The same steps under keys of their own: a second part may go elsewhere. */
const named = ({ opens = [], closes = [] }: Following, suffix: string): Following => ({
  opens: opens.map((opening) => ({ ...opening, key: `${opening.key}:${suffix}` })),
  closes: closes.map((closing) => ({ ...closing, key: `${closing.key}:${suffix}` })),
});

export const SHARING: Pick<Consequences, 'appeal.part_redirected' | 'appeal.errand_given' | 'appeal.errand_answered'> =
  {
    'appeal.part_redirected': ({ payload }, appeal, around) => {
      const it = present(appeal);
      const applicant = applicantOf(it);
      const { redirect } = around.procedure;
      const text = `${payload.part}\n\n${payload.reason}`;
      return both(
        named(stepDone(around, redirect?.rule, it.receivedDay, applicant), payload.toNumber),
        named(stepDone(around, redirect?.notice_rule, around.today, applicant), payload.toNumber),
        { letters: [toApplicant(it, around, 'part_redirected', { text, by: payload.officer.name })] },
      );
    },

    'appeal.errand_given': ({ payload }, appeal, around) => {
      const it = present(appeal);
      const { bodyId, question, until, officer } = payload;
      const letter = toBody(it, around, 'errand_given', { day: until, text: question, by: officer.name });
      const there = { party: { kind: 'body', id: bodyId }, roles: INTAKE } as const;
      return {
        opens: [setDuty(around, { duty: 'errand', debtor: there.party, until })],
        letters: [bodyId === around.body.id ? letter : { ...letter, to: there }],
      };
    },

    'appeal.errand_answered': ({ payload }, appeal, around) => ({
      closes: [{ key: payload.key, how: 'discharged' }],
      letters: [toBody(present(appeal), around, 'errand_answered', { text: payload.text, by: actorName(around) })],
    }),
  };
