// To the heads of the body: the public council gave its view, and a reply is owed.
import { lawOf, type Letter } from '../letter';
import { roundFacts } from '../round-letter';

export const councilViewGiven: Letter<'council_view_given'> = (data, context) => {
  const { openRound, council_view_given: say } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: roundFacts(data, context),
    button: { label: openRound, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'council_reply' }),
  };
};
