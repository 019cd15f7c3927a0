// Как говорится о сроках везде, где показан последний день.
import type { Shape } from '../shape';
import { dayList } from '../day-list';
import { dayInWeek, longDay, numericDay, plural, stop } from '../format';
import type { clocks as shape } from '../en/clocks';

export const clocks = {
  due: 'Срок',
  left: (n: number) =>
    plural('ru', n, {
      one: 'остался {n} рабочий день',
      few: 'осталось {n} рабочих дня',
      many: 'осталось {n} рабочих дней',
      other: 'осталось {n} рабочего дня',
    }),
  today: 'срок истекает сегодня',
  overdue: (n: number) =>
    n === 0
      ? 'просрочено'
      : plural('ru', n, {
          one: 'просрочено на {n} рабочий день',
          few: 'просрочено на {n} рабочих дня',
          many: 'просрочено на {n} рабочих дней',
          other: 'просрочено на {n} рабочего дня',
        }),
  endedOn: (day: string) => `завершено ${numericDay('ru', day)}`,
  late: 'после срока',
  provisional: 'предварительно',
  state: {
    running: 'Идёт',
    due_today: 'Истекает сегодня',
    overdue: 'Просрочено',
    kept: 'Исполнено в срок',
    late: 'Исполнено после срока',
    released: 'Больше не требуется',
  },
  why: {
    sameDay: (due: string) => `Это нужно сделать в тот же день: ${dayInWeek('ru', due)}.`,
    ends: (term: string, due: string) => `Срок — ${term}; последний день — ${dayInWeek('ru', due)}.`,
    ended: (term: string, due: string) => `Срок — ${term}; последний день — ${dayInWeek('ru', due)}.`,
    untilMoved: (due: string) => stop(`Продлённый срок действует до ${longDay('ru', due)}`),
    daysOff: (days: readonly string[]) =>
      days.length === 1 ? `${dayList('ru', days)} — нерабочий день.` : `${dayList('ru', days)} — нерабочие дни.`,
    movedWork: (days: readonly string[]) =>
      days.length === 1
        ? `${dayList('ru', days)} — рабочий день по переносу, он засчитан.`
        : `${dayList('ru', days)} — рабочие дни по переносу, они засчитаны.`,
    rolled: (due: string) =>
      stop(`Последний день выпал на нерабочий, поэтому срок истекает в следующий рабочий день — ${longDay('ru', due)}`),
  },
} satisfies Shape<typeof shape>;
