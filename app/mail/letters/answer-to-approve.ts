// To the heads of the body: a drafted answer that somebody other than its drafter approves or returns.
import type { Letter } from '../letter';
import { roundFacts } from '../round-letter';

export const answerToApprove: Letter<'answer_to_approve'> = (data, context) => {
  const { facts, openRound, answer_to_approve: say } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: [
      ...roundFacts(data, context),
      { term: facts.point, value: data.point },
      { term: facts.disposition, value: context.words.name(`disposition.${data.code}.name`) },
      { term: facts.drafter, value: data.drafter },
    ],
    button: { label: openRound, path: data.path },
    law: null,
  };
};
