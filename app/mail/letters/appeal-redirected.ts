// To the applicant: the notice that another body will answer, with the case's new number there.
import { caseFacts, lawOf, type Letter } from '../letter';

export const appealRedirected: Letter<'appeal_redirected'> = (data, context) => {
  const { facts, shared, appeal_redirected: say } = context.text.letters;
  const { body, ...rest } = data;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, say.clock, shared.notAnAnswer],
    facts: [
      ...caseFacts(rest, context),
      { term: facts.from, value: body[context.locale] },
      { term: facts.to, value: data.to[context.locale] },
      { term: facts.newNumber, value: data.toNumber },
    ],
    quote: { text: data.reason, by: facts.reason },
    button: { label: say.button, path: data.toPath },
    law: lawOf(context, data.procedure, { rule: 'redirect' }),
  };
};
