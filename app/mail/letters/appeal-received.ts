// To the registrars of a body: an appeal arrived, from its applicant or redirected by another body.
import { caseFacts, dayIn, lawOf, type Letter } from '../letter';

export const appealReceived: Letter<'appeal_received'> = (data, context) => {
  const { facts, shared, appeal_received: say } = context.text.letters;
  const due = dayIn(context, data.dueDay);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [
      ...(data.from ? [say.redirected] : []),
      say.lead(dayIn(context, data.registeredDay)),
      shared.answerBy(due),
    ],
    facts: [
      ...caseFacts(data, context),
      ...(data.from ? [{ term: facts.from, value: data.from[context.locale] }] : []),
      { term: facts.due, value: due },
    ],
    button: { label: shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'register' }, { rule: 'decide' }),
  };
};
