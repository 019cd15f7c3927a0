// Сауалнама сұрақтарының айналасындағы сөздер.
import type { surveyForm as shape } from '../en/survey-form';
import { either } from '../format';

export const surveyForm = {
  required: '(жауап беру қажет)',
  atMost: (n) => `Ең көбі ${n} нұсқаны таңдаңыз.`,
  onlyIf: (answers, number) =>
    `${number}-сұраққа ${either(
      'kk',
      answers.map((one) => `«${one}»`),
    )} деп жауап берсеңіз ғана.`,
  counter: 'Таңба саны:',
} satisfies typeof shape;
