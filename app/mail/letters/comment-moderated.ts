// To whoever commented: the comment is hidden from the public, on which ground and why. It is answered all the same.
import type { Letter } from '../letter';
import { commentFacts } from '../round-letter';

export const commentModerated: Letter<'comment_moderated'> = (data, context) => {
  const { openComment, comment_moderated: say } = context.text.roundLetters;
  const { facts } = context.text.letters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, say.next],
    facts: [
      ...commentFacts(data, context),
      { term: facts.ground, value: context.words.name(`moderation.${data.ground}.name`) },
    ],
    quote: { text: data.reason, by: facts.reason },
    button: { label: openComment, path: data.path },
    law: null,
  };
};
