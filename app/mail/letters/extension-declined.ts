// To the official who proposed an extension: the term stays as it was.
import { caseFacts, dayIn, lawOf, type Letter } from '../letter';

export const extensionDeclined: Letter<'extension_declined'> = (data, context) => {
  const { facts, shared, extension_declined: say } = context.text.letters;
  const due = dayIn(context, data.dueDay);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead(due)],
    facts: [...caseFacts(data, context), { term: facts.due, value: due }],
    quote: { text: data.reason, by: facts.reason },
    button: { label: shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'decide_extended' }),
  };
};
