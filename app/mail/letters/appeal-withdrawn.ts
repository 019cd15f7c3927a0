// To the body: the applicant took the appeal back.
import { caseFacts, type Letter } from '../letter';

export const appealWithdrawn: Letter<'appeal_withdrawn'> = (data, context) => {
  const { facts, shared, appeal_withdrawn: say } = context.text.letters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: caseFacts(data, context),
    ...(data.statement && { quote: { text: data.statement, by: facts.reason } }),
    button: { label: shared.openCase, path: data.path },
    law: null,
  };
};
