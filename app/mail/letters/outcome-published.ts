// To contributors and followers: the outcome of a round can be read. Says why they read this, and what happens next.
import { lawOf, type Letter } from '../letter';
import { quoted, roundFacts } from '../round-letter';

export const outcomePublished: Letter<'outcome_published'> = (data, context) => {
  const { facts, outcome_published: say } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, say.why[data.why]],
    facts: roundFacts(data, context),
    quote: quoted(data.next, facts.next, context),
    button: { label: say.button, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'publish_outcome' }),
  };
};
