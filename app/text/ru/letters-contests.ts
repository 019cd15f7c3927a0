// Слова писем об оспаривании показателей.
import type { contestLetters as shape } from '../en/letters-contests';
import { longDay, plural, stop } from '../format';
import type { Shape } from '../shape';

const workingDays = (n: number) =>
  plural('ru', n, {
    one: '{n} рабочий день',
    few: '{n} рабочих дня',
    many: '{n} рабочих дней',
    other: '{n} рабочего дня',
  });
const left = (n: number) =>
  plural('ru', n, {
    one: 'остался {n} рабочий день',
    few: 'осталось {n} рабочих дня',
    many: 'осталось {n} рабочих дней',
    other: 'осталось {n} рабочего дня',
  });

export const contestLetters = {
  open: 'Открыть оспаривание',
  facts: {
    contest: 'Оспаривание',
    council: 'Общественный совет',
    claim: 'Орган утверждает',
    ruling: 'Решение',
    counts: 'Обращение учитывается так',
    asBefore: 'как было записано',
  },
  named: (claim, day) => (day === null ? claim : `${claim}: ${longDay('ru', day)}`),
  reasonsOfBody: 'Доводы органа',
  reasonsOfCouncil: 'Доводы совета',
  contest_made: {
    subject: (number) => `Оспаривание ${number}: оспорен показатель`,
    heading: 'Орган оспаривает, как учтено обращение',
    rules: (day) => stop(`Общественный совет принимает решение не позднее ${longDay('ru', day)}`),
    runsOn:
      'Ничто не останавливается: обращение и его сроки идут дальше, а показатель остаётся виден вместе с обеими версиями.',
  },
  contest_passed_on: {
    subject: (number) => `Оспаривание ${number}: решать будет другой совет`,
    heading: 'Спор передан совету вышестоящего органа',
    lead: 'В прежнем совете решать некому.',
  },
  contest_ruled: {
    subject: (number) => `Оспаривание ${number}: совет принял решение`,
    heading: 'Общественный совет принял решение',
    lead: 'Если решение меняет учёт обращения, показатель пересчитывается, и об изменении сообщается открыто.',
  },
  contest_withdrawn: {
    subject: (number) => `Оспаривание ${number}: отозвано`,
    heading: 'Орган отозвал оспаривание',
    lead: 'Обращение учитывается так, как было записано. Оспаривание остаётся видно всем как отозванное.',
  },
  deadline: {
    subject: {
      ahead: (number, days) => `Оспаривание ${number}: ${left(days)}`,
      today: (number) => `Оспаривание ${number}: срок сегодня`,
      overdue: (number, days) => `Оспаривание ${number}: просрочено на ${workingDays(days)}`,
    },
    missed: (number) => `Оспаривание ${number}: срок нарушен`,
  },
} satisfies Shape<typeof shape>;
