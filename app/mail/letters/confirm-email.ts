// To whoever registers, before there is an account: the address must prove that it is read.
import type { Letter } from '../letter';

export const confirmEmail: Letter<'confirm_email'> = ({ name, path, hours }, { text }) => {
  const say = text.letters.confirm_email;
  return {
    subject: say.subject,
    heading: say.heading(name),
    paragraphs: [say.lead(hours), say.ignore],
    facts: [],
    button: { label: say.button, path },
    law: null,
  };
};
