// To the applicant: the ticket with number, day, officer and post. Says that it is not an answer.
import { caseFacts, dayIn, lawOf, signed, type Letter } from '../letter';

export const appealAccepted: Letter<'appeal_accepted'> = (data, context) => {
  const { facts, shared, appeal_accepted: say } = context.text.letters;
  const due = dayIn(context, data.dueDay);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, shared.answerBy(due)],
    facts: [
      ...caseFacts(data, context),
      { term: facts.registered, value: dayIn(context, data.registeredDay) },
      { term: facts.officer, value: signed(data.officer, data.post) },
      { term: facts.due, value: due },
    ],
    button: { label: shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'register' }),
  };
};
