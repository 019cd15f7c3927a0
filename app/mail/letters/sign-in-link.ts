// The one-time link, to whoever asked to sign in by letter.
import type { Letter } from '../letter';

export const signInLink: Letter<'sign_in_link'> = ({ path, minutes }, { text }) => {
  const say = text.letters.sign_in_link;
  return {
    subject: say.subject,
    heading: say.heading,
    paragraphs: [say.lead(minutes), say.ignore],
    facts: [],
    button: { label: say.button, path },
    law: null,
  };
};
