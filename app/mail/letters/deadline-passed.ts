// A due day passed with the duty open. To the creditor, where silence counts as a refusal: what the law says of it and until
// when a complaint may be filed. To the heads of the body: that the duty is still open, and shown so.
import { caseFacts, dayIn, dutyWords, lawOf, type Letter } from '../letter';

export const deadlinePassed: Letter<'deadline_passed'> = (data, context) => {
  const { facts, deadline_passed: say } = context.text.letters;
  const owed = [
    { term: facts.duty, value: context.words.name(`rule.${data.rule}.name`) },
    { term: facts.lastDay, value: dayIn(context, data.dueDay) },
  ];
  const { missed, open } = dutyWords(data.procedure, context);
  if (data.complainUntil === null)
    return {
      subject: missed(data.number),
      heading: say.missed.heading,
      paragraphs: [say.missed.lead],
      facts: [...caseFacts(data, context), ...owed],
      button: { label: open, path: data.path },
      law: lawOf(context, data.procedure, { rule: data.rule }),
    };
  const until = dayIn(context, data.complainUntil);
  return {
    subject: say.refused.subject(data.number),
    heading: say.refused.heading,
    paragraphs: [say.refused.lead, say.refused.until(until)],
    facts: [...caseFacts(data, context), ...owed, { term: facts.complainUntil, value: until }],
    button: { label: say.refused.button, path: data.path },
    law: lawOf(context, data.procedure, 'overdue', 'complaint'),
  };
};
