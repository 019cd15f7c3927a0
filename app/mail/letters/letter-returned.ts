// To whoever sent a letter that could not be matched: the body's sentence, and nothing of the case.
import { dayIn, type Letter } from '../letter';

export const letterReturned: Letter<'letter_returned'> = ({ subject, reason, body, receivedDay, path }, context) => {
  const say = context.text.incoming.returned;
  return {
    subject: say.subject,
    heading: say.heading,
    paragraphs: [say.lead],
    facts: [
      ...(subject ? [{ term: say.letter, value: subject }] : []),
      { term: say.received, value: dayIn(context, receivedDay) },
      { term: say.body, value: body[context.locale] },
    ],
    quote: { text: reason, by: say.reason },
    button: { label: say.button, path },
    law: null,
  };
};
