// To the applicant: consideration ended without a decision, on which ground, and what may be done next.
import { caseFacts, lawOf, signed, type Letter } from '../letter';

export const appealTerminated: Letter<'appeal_terminated'> = (data, context) => {
  const { facts, shared, appeal_terminated: say } = context.text.letters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, say.next],
    facts: [
      ...caseFacts(data, context),
      { term: facts.ground, value: context.words.name(`termination.${data.ground}.name`) },
      { term: facts.signedBy, value: signed(data.signedBy, data.post) },
    ],
    ...(data.text && { quote: { text: data.text, by: data.body[context.locale] } }),
    button: { label: shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, { ground: data.ground }, 'complaint'),
  };
};
