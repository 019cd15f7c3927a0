// What was done with a letter that its reader sent in: the moment of receipt, what became of it, and attachments that were not taken.
import type { Taken } from '../../core/incoming-words';
import { caseFacts, lawOf, type Letter } from '../letter';

/** The rules of the guide behind what a letter did, where it has any. */
const RULES: Partial<Record<Taken, string>> = { objected: 'objections', protocol_remarked: 'protocol_remarks' };

export const letterTaken: Letter<'letter_taken'> = (data, context) => {
  const { letters, incoming } = context.text;
  const say = incoming.taken;
  const { what, taken, refused, unnamed } = data;
  const rule = RULES[what];
  return {
    subject: say.subject(data.number),
    heading: say.heading[what],
    paragraphs: [say.lead[what]],
    facts: [
      ...caseFacts(data, context),
      { term: say.received, value: say.at(data.receivedDay, data.receivedTime) },
      ...(taken > 0 ? [{ term: say.files, value: String(taken) }] : []),
      ...refused.map(({ name, why }) => ({ term: say.notTaken[why], value: name })),
      ...(unnamed > 0 ? [{ term: say.notTaken.too_many, value: say.unnamed(unnamed) }] : []),
    ],
    button: { label: what === 'for_answer' ? say.finish : letters.shared.openCase, path: data.path },
    law: lawOf(context, data.procedure, ...(rule ? [{ rule }] : [])),
  };
};
