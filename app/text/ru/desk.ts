// Рабочий стол должностного лица.
import type { Shape } from '../shape';
import { fullDay, longDay, number, plural } from '../format';
import type { desk as shape } from '../en/desk';

export const desk = {
  title: 'Рабочий стол',
  lead: (day: string) =>
    `Сегодня ${fullDay('ru', day)} Обязанности вашего органа: сначала те, на которые по закону осталось меньше всего времени.`,
  nearness: {
    overdue: 'Просрочено',
    today: 'Срок сегодня',
    near: (n: number) =>
      plural('ru', n, {
        one: 'В ближайший {n} рабочий день',
        few: 'В ближайшие {n} рабочих дня',
        many: 'В ближайшие {n} рабочих дней',
        other: 'В ближайшие {n} рабочего дня',
      }),
    later: 'Позже',
  },
  newRound: 'Новый раунд',
  workbench: 'К ответам',
  byTime: 'По оставшемуся времени',
  all: 'Все',
  share: { label: 'Чья работа', mine: 'Моя', all: 'Всего органа', nobody: 'Не поручено' },
  bodies: { label: 'Орган', all: 'Все мои органы' },
  table: {
    caption: 'Открытые обязанности, сначала ближайшие',
    case: 'Обращение',
    what: 'Обязанность',
    official: 'Исполнитель',
    body: 'Орган',
    due: 'Срок',
  },
  nobody: 'не поручено',
  you: 'вы',
  more: (n: number) => `${number('ru', n)}+`,
  pages: { label: 'Страницы рабочего стола', newer: 'Раньше', older: 'Позже' },
  empty: { title: 'Здесь нет обязанностей', text: 'Новая работа появится, как только поступит обращение.' },
  proposals: {
    title: 'Продления ждут вашего решения',
    until: (was: string, until: string) => `Было: ${longDay('ru', was)} Станет: ${longDay('ru', until)}`,
    by: (name: string) => `Предложил(а): ${name}`,
    left: (n: number) =>
      n < 0
        ? 'Срок истёк: продлить его уже нельзя.'
        : n === 0
          ? 'Решить можно только сегодня.'
          : plural('ru', n, {
              one: 'На решение остался {n} рабочий день.',
              few: 'На решение осталось {n} рабочих дня.',
              many: 'На решение осталось {n} рабочих дней.',
              other: 'На решение осталось {n} рабочего дня.',
            }),
    decide: 'Решить',
  },
  none: {
    title: 'У вас нет должности в органе',
    text: 'Рабочий стол есть у должностных лиц. Если он вам положен, обратитесь к администратору.',
  },
} satisfies Shape<typeof shape>;
