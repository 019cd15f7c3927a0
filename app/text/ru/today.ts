// Страница «Сегодня» для НПО и граждан.
import type { Shape } from '../shape';
import { fullDay, plural } from '../format';
import type { today as shape } from '../en/today';

export const today = {
  title: 'Сегодня',
  lead: (day: string) => fullDay('ru', day),
  calm: {
    title: 'Сегодня от вас ничего не требуется',
    text: 'Новых ответов нет, ничего не просрочено и в ближайшие дни сроки не истекают.',
  },
  came: {
    title: 'Пришли ответы',
    judge: 'Оценить ответ',
    columns: { case: 'Обращение', outcome: 'Что говорит орган', day: 'Дата ответа', judge: 'Что говорите вы' },
    rest: (n: number) =>
      plural('ru', n, {
        one: 'Ещё {n} ответ',
        few: 'Ещё {n} ответа',
        many: 'Ещё {n} ответов',
        other: 'Ещё {n} ответа',
      }),
  },
  overdue: {
    title: 'Просрочено сейчас',
    also: (what: string) => `Просрочено также: ${what}`,
    complain: 'Пожаловаться',
  },
  soon: {
    title: 'Скоро истекает срок',
    lead: (n: number) =>
      plural('ru', n, {
        one: 'В ближайший {n} рабочий день',
        few: 'В ближайшие {n} рабочих дня',
        many: 'В ближайшие {n} рабочих дней',
        other: 'В ближайшие {n} рабочего дня',
      }),
  },
  own: { title: 'Ваши обязанности' },
  cases: { title: 'Ваши обращения', all: 'Все ваши обращения', none: 'Вы ещё ничего не подавали.' },
  open: (n: number) =>
    plural('ru', n, {
      one: 'На рассмотрении {n} ваше обращение.',
      few: 'На рассмотрении {n} ваших обращения.',
      many: 'На рассмотрении {n} ваших обращений.',
      other: 'На рассмотрении {n} вашего обращения.',
    }),
  file: 'Подать обращение',
} satisfies Shape<typeof shape>;
