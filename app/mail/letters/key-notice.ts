// To the others who keep keys of the API for an organisation or a body: one was made or revoked, and by whom.
import type { Letter } from '../letter';

export const keyNotice: Letter<'key_notice'> = ({ change, key, owner, person, path }, context) => {
  const say = context.text.letters.key_notice;
  return {
    subject: say.subject[change](owner[context.locale]),
    heading: say.heading[change],
    paragraphs: [say.lead[change]],
    facts: [
      { term: say.facts.owner, value: owner[context.locale] },
      { term: say.facts.key, value: key },
      { term: say.facts.person[change], value: person },
    ],
    button: { label: say.button, path },
    law: null,
  };
};
