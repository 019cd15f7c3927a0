// To the council: the body's reply to its view is there.
import { lawOf, type Letter } from '../letter';
import { roundFacts } from '../round-letter';

export const councilAnswered: Letter<'council_answered'> = (data, context) => {
  const { openRound, council_answered: say } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: roundFacts(data, context),
    button: { label: openRound, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'council_reply' }),
  };
};
