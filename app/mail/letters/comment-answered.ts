// To whoever commented: what became of the comment and why.
import { lawOf, type Letter } from '../letter';
import { commentFacts, quoted } from '../round-letter';

export const commentAnswered: Letter<'comment_answered'> = (data, context) => {
  const { facts, comment_answered: say } = context.text.roundLetters;
  const { words } = context;
  const meaning = words.meaning(data.procedure, data.code);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: meaning === null ? [] : [meaning],
    facts: [
      ...commentFacts(data, context),
      { term: facts.disposition, value: words.name(`disposition.${data.code}.name`) },
    ],
    quote: quoted(data.reason, context.text.letters.facts.reason, context),
    button: { label: say.button, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'dispose_comment' }),
  };
};
