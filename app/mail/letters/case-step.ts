// About a step of a case beside its main line: to the party that did not take it. What it says of each step is in text/steps.
import { caseFacts, dayIn, lawOf, type Letter } from '../letter';
import type { StepLetter } from '../../core/letter';

/** The rules of the guide behind a step, where it has any. */
const RULES: Partial<Record<StepLetter, string>> = {
  cure_lapsed: 'cure_return',
  returned: 'cure_return',
  decision_announced: 'hearing_notice',
  hearing_called: 'hearing_notice',
  objected: 'objections',
  asked_to_be_heard: 'objections',
  heard: 'protocol_remarks',
  protocol_remarked: 'remarks_decision',
  remarks_accepted: 'remarks_decision',
  remarks_partly: 'remarks_decision',
  remarks_rejected: 'remarks_decision',
  file_asked: 'file_access',
  file_given: 'file_access',
  executed: 'execute',
  suspension_lifted: 'execute',
  complaint_forwarded: 'forward',
  part_redirected: 'redirect',
};

export const caseStep: Letter<'case_step'> = (data, context) => {
  const { letters, stepLetters } = context.text;
  const { subject, heading, lead } = stepLetters.steps[data.step];
  const rule = RULES[data.step];
  return {
    subject: subject(data.number),
    heading,
    paragraphs: [lead],
    facts: [
      ...caseFacts(data, context),
      ...(data.complaint ? [{ term: stepLetters.complaint, value: data.complaint }] : []),
      ...(data.hearingDay ? [{ term: stepLetters.hearingDay, value: dayIn(context, data.hearingDay) }] : []),
      ...(data.day === null ? [] : [{ term: letters.facts.lastDay, value: dayIn(context, data.day) }]),
      ...(data.by === '' ? [] : [{ term: stepLetters.by, value: data.by }]),
    ],
    ...(data.text && { quote: { text: data.text, by: stepLetters.said } }),
    button: { label: letters.shared.openCase, path: data.path },
    law: lawOf(
      context,
      data.procedure,
      ...(rule ? [{ rule }] : []),
      ...(data.step === 'complaint_unanswered' ? (['overdue'] as const) : []),
    ),
  };
};
