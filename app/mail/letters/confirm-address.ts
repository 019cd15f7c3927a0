// To a further address of somebody: it must prove that it is read.
import type { Letter } from '../letter';

export const confirmAddress: Letter<'confirm_address'> = ({ name, path, hours }, { text }) => {
  const say = text.addresses.letter;
  return {
    subject: say.subject,
    heading: say.heading,
    paragraphs: [say.lead(name, hours), say.ignore],
    facts: [],
    button: { label: say.button, path },
    law: null,
  };
};
