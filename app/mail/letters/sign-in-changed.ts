// To a person whose way of signing in was changed, with what to do if it was somebody else.
import type { Letter } from '../letter';

export const signInChanged: Letter<'sign_in_changed'> = ({ change, passkey, path }, { text }) => {
  const say = text.letters.sign_in_changed;
  return {
    subject: say.subject[change],
    heading: say.heading,
    paragraphs: [say.lead[change], say.notYou],
    facts: passkey === null ? [] : [{ term: say.name, value: passkey }],
    button: { label: say.button, path },
    law: null,
  };
};
