// To whoever acts in the place of a colleague, and to the colleague: from which day to which, or that it has ended.
import { dayIn, type Letter } from '../letter';

export const coverNamed: Letter<'cover_named'> = (data, context) => {
  const say = context.text.letters.cover_named;
  const { change, person, cover, fromDay, untilDay, by, body, path } = data;
  return {
    subject: change === 'named' ? say.subject.named(person, cover) : say.subject.ended(person),
    heading: say.heading[change],
    paragraphs: [say.lead[change]],
    facts: [
      { term: say.facts.body, value: body[context.locale] },
      { term: say.facts.person, value: person },
      { term: say.facts.cover, value: cover },
      { term: say.facts.from, value: dayIn(context, fromDay) },
      ...(untilDay === null ? [] : [{ term: say.facts.until, value: dayIn(context, untilDay) }]),
      { term: say.facts.by, value: by },
    ],
    button: { label: say.button, path },
    law: null,
  };
};
