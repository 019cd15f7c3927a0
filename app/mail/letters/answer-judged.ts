// To the body: what the applicant says the answer was. Never merged with the outcome that the body named.
import type { Verdict } from '../../core/appeal';
import { caseFacts, type Letter } from '../letter';

export const answerJudged: Letter<'answer_judged'> = (data, context) => {
  const { facts, shared, verdicts, answer_judged: say } = context.text.letters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: [...caseFacts(data, context), { term: facts.verdict, value: verdicts[data.verdict as Verdict] }],
    button: { label: shared.openCase, path: data.path },
    law: null,
  };
};
