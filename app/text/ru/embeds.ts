// Слова карточек для других сайтов.
import type { embeds as shape } from '../en/embeds';
import { longDay, plural } from '../format';
import type { Shape } from '../shape';

export const embeds: Shape<typeof shape> = {
  title: 'Карточка для вашего сайта',
  lead: 'Небольшая карточка без скриптов: она обновляется сама, когда меняются сведения здесь.',
  look: 'Посмотреть карточку',
  html: 'HTML для вставки на страницу',
  copy: 'Скопировать',
  copied: 'Скопировано',
  credit: 'Kenes: откуда эти сведения и как они подсчитаны',
  share: 'Ответы в законный срок',
  open: 'Обязанности, не исполненные на сегодня',
  overdue: (n) =>
    n === 0
      ? 'просроченных нет'
      : plural('ru', n, {
          one: '{n} просрочено',
          few: '{n} просрочено',
          many: '{n} просрочено',
          other: '{n} просрочено',
        }),
  stage: 'Этап',
  days: 'Дни для замечаний',
  from: (opens, closes) => `с ${longDay('ru', opens)} по ${longDay('ru', closes)}`,
  comments: 'Замечания',
};
