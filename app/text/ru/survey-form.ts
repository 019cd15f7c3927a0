// Слова вокруг вопросов опроса.
import type { surveyForm as shape } from '../en/survey-form';
import { either, plural } from '../format';

const options = { one: '{n} варианта', other: '{n} вариантов' };
export const surveyForm = {
  required: '(ответ обязателен)',
  atMost: (n) => `Выберите не более ${plural('ru', n, options)}.`,
  onlyIf: (answers, number) =>
    `Только если на вопрос ${number} вы ответили ${either(
      'ru',
      answers.map((one) => `«${one}»`),
    )}.`,
  counter: 'Знаков:',
} satisfies typeof shape;
