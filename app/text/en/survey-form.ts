// Words around the questions of a survey. The questions themselves come from the guide or from a published instrument.
import { either } from '../format';

export const surveyForm = {
  required: '(an answer is needed)',
  atMost: (n: number) => (n === 1 ? 'Choose one.' : `Choose up to ${n}.`),
  onlyIf: (answers: readonly string[], number: number) =>
    `Only if your answer to question ${number} was ${either(
      'en',
      answers.map((one) => `“${one}”`),
    )}.`,
  counter: 'Characters:',
};
