// To the applicant, the moment an appeal is filed: number, days, and where the days are explained.
import { caseFacts, dayIn, lawOf, type Letter } from '../letter';

export const appealFiled: Letter<'appeal_filed'> = (data, context) => {
  const { facts, shared, appeal_filed: say } = context.text.letters;
  const due = dayIn(context, data.dueDay);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [
      ...(data.registeredDay === data.receivedDay ? [] : [say.nextDay]),
      shared.answerBy(due),
      ...(data.provisional ? [shared.provisional] : []),
      say.ledger,
    ],
    facts: [
      ...caseFacts(data, context),
      { term: facts.received, value: `${dayIn(context, data.receivedDay)}, ${data.receivedTime}` },
      { term: facts.registered, value: dayIn(context, data.registeredDay) },
      { term: facts.due, value: due },
    ],
    button: { label: shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'register' }, { rule: 'decide' }),
  };
};
