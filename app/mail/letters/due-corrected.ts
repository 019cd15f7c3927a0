// To both sides of a duty: a day that was shown has been corrected. Both days stand in it, and why.
import { caseFacts, dayIn, dutyWords, lawOf, type Letter } from '../letter';

export const dueCorrected: Letter<'due_corrected'> = (data, context) => {
  const say = context.text.correctionLetter;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead, say.kept],
    facts: [
      ...caseFacts(data, context),
      { term: say.duty, value: context.words.name(`rule.${data.rule}.name`) },
      { term: say.was, value: dayIn(context, data.was) },
      { term: say.is, value: dayIn(context, data.dueDay) },
      ...(data.days.length > 0
        ? [{ term: say.days, value: data.days.map((day) => dayIn(context, day)).join('; ') }]
        : []),
    ],
    quote: { text: context.locale === 'kk' ? data.reason.kk : data.reason.ru, by: say.reason },
    button: { label: dutyWords(data.procedure, context).open, path: data.path },
    law: lawOf(context, data.procedure, { rule: data.rule }),
  };
};
