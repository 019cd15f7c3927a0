// Letters that waited for their reader's day, gathered into one: each by its subject and the moment it was written. Their words stand
// on the page of letters.
import { dayAndTime } from '../../text/format';
import type { Letter } from '../letter';

export const digest: Letter<'digest'> = ({ path, letters }, { text, locale }) => {
  const say = text.inbox.digest;
  return {
    subject: say.subject(letters.length),
    heading: say.subject(letters.length),
    paragraphs: [say.lead],
    facts: letters.map(({ subject, at }, n) => ({ term: `${n + 1}. ${dayAndTime(locale, at)}`, value: subject })),
    button: { label: say.open, path },
    law: null,
  };
};
