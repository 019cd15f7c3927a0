// To contributors and followers: the body has reported what came of the decision. Says why they read this.
import type { Letter } from '../letter';
import { roundFacts } from '../round-letter';

export const followUpPublished: Letter<'follow_up_published'> = (data, context) => {
  const { follow_up_published: say, outcome_published } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, outcome_published.why[data.why]],
    facts: roundFacts(data, context),
    button: { label: say.button, path: data.path },
    law: null,
  };
};
