// To followers, contributors and those invited: the last day for comments moved, with both days and the reason.
import { dayIn, lawOf, type Letter } from '../letter';
import { quoted, roundFacts } from '../round-letter';

export const roundPeriodMoved: Letter<'round_period_moved'> = (data, context) => {
  const { facts, openRound, round_period_moved: say } = context.text.roundLetters;
  const { subject, heading, lead } = say[data.how];
  return {
    subject: subject(data.number),
    heading,
    paragraphs: [lead],
    facts: [
      ...roundFacts(data, context),
      { term: facts.was, value: dayIn(context, data.was) },
      { term: facts.now, value: dayIn(context, data.closesDay) },
    ],
    quote: quoted(data.reason, context.text.letters.facts.reason, context),
    button: { label: openRound, path: data.path },
    law: lawOf(context, data.procedure, { rule: data.how === 'shortened' ? 'comment_floor' : 'comment_period' }),
  };
};
