// To the heads of the body: an extension that only they may approve.
import { caseFacts, dayIn, lawOf, type Letter } from '../letter';

export const extensionProposed: Letter<'extension_proposed'> = (data, context) => {
  const { facts, extension_proposed: say } = context.text.letters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: [
      ...caseFacts(data, context),
      { term: facts.until, value: dayIn(context, data.until) },
      { term: facts.proposedBy, value: data.officer },
    ],
    quote: { text: data.reason, by: facts.reason },
    button: { label: say.button, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'decide_extended' }),
  };
};
