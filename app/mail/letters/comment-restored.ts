// To whoever commented: the comment is shown to everyone again, and why.
import type { Letter } from '../letter';
import { commentFacts } from '../round-letter';

export const commentRestored: Letter<'comment_restored'> = (data, context) => {
  const { openComment, comment_restored: say } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: commentFacts(data, context),
    quote: { text: data.reason, by: context.text.letters.facts.reason },
    button: { label: openComment, path: data.path },
    law: null,
  };
};
