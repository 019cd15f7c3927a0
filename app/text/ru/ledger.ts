// Слова вокруг нарисованного срока: его длина и знаки рисунка.
import { longDay, plural, stop } from '../format';
import type { LedgerUnit } from '../en/ledger';

const UNITS = {
  working_day: { one: '{n} рабочий день', few: '{n} рабочих дня', many: '{n} рабочих дней', other: '{n} рабочего дня' },
  calendar_day: {
    one: '{n} календарный день',
    few: '{n} календарных дня',
    many: '{n} календарных дней',
    other: '{n} календарного дня',
  },
  month: { one: '{n} месяц', few: '{n} месяца', many: '{n} месяцев', other: '{n} месяца' },
} as const;

export const ledger = {
  term: (n: number, unit: LedgerUnit) => (n === 0 ? 'в тот же день' : plural('ru', n, UNITS[unit])),
  before: (n: number, unit: LedgerUnit) => `не позднее чем за ${plural('ru', n, UNITS[unit])}`,
  summary: (term: string, from: string, due: string) =>
    `Срок: ${term}. Отсчёт от дня: ${longDay('ru', from)}; последний день: ${stop(longDay('ru', due))}`,
  start: 'Начало, не считается',
  counted: 'Считается',
  notCounted: 'Выходной',
  movedWork: 'Рабочий вместо другого дня',
  due: 'Последний день',
  today: 'Сегодня',
  notes: 'Почему именно этот день',
  dayByDay: 'Все дни по порядку',
  columns: { day: 'День', number: 'Счёт', why: 'Что это за день' },
  provisional: 'Предварительно: официального календаря на этот год ещё нет',
} as const;
