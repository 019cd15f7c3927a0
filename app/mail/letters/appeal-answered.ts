// To the applicant: the reply itself, the outcome that the body named, and the question only the applicant can answer.
// Taking to note is told apart from answering.
import { caseFacts, lawOf, signed, type Letter } from '../letter';

export const appealAnswered: Letter<'appeal_answered'> = (data, context) => {
  const { facts, shared, appeal_answered: say } = context.text.letters;
  const { subject, heading } = context.words.ending(data.procedure, data.outcome) === 'noted' ? say.noted : say;
  return {
    subject: subject(data.number),
    heading,
    paragraphs: [say.judge, shared.mayComplain],
    facts: [
      ...caseFacts(data, context),
      { term: facts.outcome, value: context.words.name(`outcome.${data.outcome}.name`) },
      ...(data.stated ?? []).map(({ key, reason }) => ({ term: context.words.name(key), value: reason })),
      {
        term: facts.signedBy,
        value: [
          signed(data.signedBy, data.post),
          data.actingFor && context.text.office.absences.actingFor(data.actingFor),
        ]
          .filter(Boolean)
          .join(', '),
      },
    ],
    quote: { text: data.text, by: data.body[context.locale] },
    button: { label: say.button, path: data.path },
    law: lawOf(context, data.procedure, 'complaint'),
  };
};
