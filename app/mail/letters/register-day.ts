// To whoever follows the public register: the day that was signed, with what proves later that it was not changed.
import { dayIn, type Letter } from '../letter';

export const registerDay: Letter<'register_day'> = ({ day, leaves, total, root, statement, key, path }, context) => {
  const { letter: say } = context.text.register;
  return {
    subject: say.subject(dayIn(context, day)),
    heading: say.heading,
    paragraphs: [say.lead(leaves, total), say.keep, say.why],
    facts: [
      { term: say.facts.day, value: dayIn(context, day) },
      { term: say.facts.root, value: root },
      { term: say.facts.statement, value: statement },
      { term: say.facts.key, value: key },
    ],
    button: { label: say.button, path },
    law: null,
  };
};
