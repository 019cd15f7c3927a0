// To the representatives of an organisation: one's last day is near, or one has handed their place over to another.
import { dayIn, type Letter } from '../letter';

export const mandateNotice: Letter<'mandate_notice'> = (data, context) => {
  const say = context.text.letters.mandate_notice;
  const { change, organisation, person, to, lastDay, path } = data;
  return {
    subject: say.subject[change](organisation),
    heading: say.heading[change],
    paragraphs: [say.lead[change]],
    facts: [
      { term: say.facts.organisation, value: organisation },
      { term: say.facts.person[change], value: person },
      ...(to === null ? [] : [{ term: say.facts.to, value: to }]),
      ...(lastDay === null ? [] : [{ term: say.facts.lastDay, value: dayIn(context, lastDay) }]),
    ],
    button: { label: say.button, path },
    law: null,
  };
};
