// Before, on and after a due day: to whoever owes, or to whom it is owed, at the points that the guide names.
import { caseFacts, dayIn, dutyWords, lawOf, type Letter } from '../letter';

export const deadlineReminder: Letter<'deadline_reminder'> = (data, context) => {
  const { facts, deadline_reminder: say } = context.text.letters;
  const { subject, open } = dutyWords(data.procedure, context);
  const { number, workingDaysLeft: left, owed } = data;
  const when = left === 0 ? 'today' : left > 0 ? 'ahead' : 'overdue';
  return {
    subject: subject[when](number, Math.abs(left)),
    heading: say[owed][when],
    paragraphs: when === 'overdue' ? [say.shown] : [],
    facts: [
      ...caseFacts(data, context),
      { term: facts.duty, value: context.words.name(`rule.${data.rule}.name`) },
      { term: facts.lastDay, value: dayIn(context, data.dueDay) },
    ],
    button: { label: open, path: data.path },
    law: lawOf(context, data.procedure, { rule: data.rule }),
  };
};
