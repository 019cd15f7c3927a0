// Что сделала организация: отчёт для её правления.
import type { Shape } from '../shape';
import type { activity as shape } from '../en/activity';

export const activity = {
  title: 'Отчёт о работе',
  of: (name: string) => `${name}: что сделано`,
  choose: 'Чей отчёт и за какой период',
  who: 'От чьего имени',
  from: 'С',
  to: 'По',
  show: 'Показать',
  period: 'Период',
  counts: {
    appeals: 'Подано обращений',
    ended: 'из них завершено',
    late: 'из них с опозданием',
    overdue: 'из них просрочено сейчас',
    rounds: 'Раунды с вашим участием',
    comments: 'Замечания',
    answered: 'из них с ответом',
    invited: 'Приглашения в раунды',
    promises: 'Обещания в ответах',
    kept: 'из них выполнено',
  },
  appeals: 'Обращения',
  comments: 'Замечания в раундах',
  promises: 'Обещания в ответах',
  columns: {
    number: '№',
    what: 'О чём',
    body: 'Орган',
    round: 'Раунд',
    day: 'День',
    due: 'Срок',
    became: 'Итог',
    answer: 'Ответ',
  },
  withdrawn: 'отозвано',
  waiting: 'ответа пока нет',
  nothing: 'За этот период ничего не сделано',
  nothingText: 'Выберите другой период или другое имя.',
  source: 'У каждого номера есть страница в Kenes: на ней указаны день, его основание в законе и ответ.',
} satisfies Shape<typeof shape>;
