// To a person whose account was just opened.
import type { Letter } from '../letter';

export const welcome: Letter<'welcome'> = ({ name, path }, { text }) => {
  const say = text.letters.welcome;
  return {
    subject: say.subject,
    heading: say.heading(name),
    paragraphs: [say.lead, say.post],
    facts: [],
    button: { label: say.button, path },
    law: null,
  };
};
