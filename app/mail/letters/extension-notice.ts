// To the applicant: the notice of an extension, with both days, the reason and who decided.
import { caseFacts, dayIn, lawOf, signed, type Letter } from '../letter';

export const extensionNotice: Letter<'extension_notice'> = (data, context) => {
  const { facts, shared, extension_notice: say } = context.text.letters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, shared.notAnAnswer],
    facts: [
      ...caseFacts(data, context),
      { term: facts.was, value: dayIn(context, data.was) },
      { term: facts.due, value: dayIn(context, data.until) },
      { term: facts.decidedBy, value: signed(data.officer, data.post) },
    ],
    quote: { text: data.reason, by: facts.reason },
    button: { label: shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'decide_extended' }, { rule: 'extension_notice' }),
  };
};
