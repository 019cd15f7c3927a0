// To whoever takes over all open work of a colleague: one letter, however many cases.
import type { Letter } from '../letter';

export const workHandedOver: Letter<'work_handed_over'> = (
  { from, cases, reason, by, body, path },
  { text, locale },
) => {
  const say = text.letters.work_handed_over;
  return {
    subject: say.subject(cases, from),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: [
      { term: say.facts.body, value: body[locale] },
      { term: say.facts.from, value: from },
      { term: say.facts.cases, value: String(cases) },
      { term: say.facts.reason, value: reason },
      { term: say.facts.by, value: by },
    ],
    button: { label: say.button, path },
    law: null,
  };
};
