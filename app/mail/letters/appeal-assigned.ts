// To the official whom a case was given to.
import { caseFacts, dayIn, lawOf, type Letter } from '../letter';

export const appealAssigned: Letter<'appeal_assigned'> = (data, context) => {
  const { facts, shared, appeal_assigned: say } = context.text.letters;
  const due = dayIn(context, data.dueDay);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [shared.answerBy(due)],
    facts: [
      ...caseFacts(data, context),
      ...(data.by ? [{ term: facts.assignedBy, value: data.by }] : []),
      { term: facts.due, value: due },
    ],
    button: { label: shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'decide' }),
  };
};
