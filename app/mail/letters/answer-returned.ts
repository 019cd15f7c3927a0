// To the drafter: the answer was not approved, and why.
import type { Letter } from '../letter';
import { roundFacts } from '../round-letter';

export const answerReturned: Letter<'answer_returned'> = (data, context) => {
  const { facts, openRound, answer_returned: say } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: [
      ...roundFacts(data, context),
      { term: facts.point, value: data.point },
      { term: facts.returnedBy, value: data.by },
    ],
    quote: { text: data.reason, by: context.text.letters.facts.reason },
    button: { label: openRound, path: data.path },
    law: null,
  };
};
