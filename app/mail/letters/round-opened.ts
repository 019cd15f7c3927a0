// To followers: a round of what they follow was announced. Says why they read this.
import { dayIn, lawOf, type Letter } from '../letter';
import { roundFacts } from '../round-letter';

export const roundOpened: Letter<'round_opened'> = (data, context) => {
  const { facts, openRound, following, round_opened: say } = context.text.roundLetters;
  const closes = dayIn(context, data.closesDay);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, following[data.why]],
    facts: [...roundFacts(data, context), { term: facts.closes, value: closes }],
    button: { label: openRound, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'comment_period' }),
  };
};
