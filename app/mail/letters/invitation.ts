// To someone who is to work in Kenes: for a body, an organisation, or as an administrator.
import type { Role } from '../../core/viewer';
import type { Letter } from '../letter';

export const invitation: Letter<'invitation'> = (
  { path, days, role, place, inviter },
  { text: { letters }, locale },
) => {
  const say = letters.invitation;
  return {
    subject: say.subject(place[locale]),
    heading: say.heading,
    paragraphs: [say.lead(inviter), say.days(days)],
    facts: [
      { term: letters.facts.place, value: place[locale] },
      { term: letters.facts.role, value: letters.roles[role as Role] },
    ],
    button: { label: say.button, path },
    law: null,
  };
};
