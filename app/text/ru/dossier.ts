// Досье раунда: всё, что о нём известно публично, одним документом.
import type { dossier as shape } from '../en/dossier';
import { number, plural } from '../format';
import type { Shape } from '../shape';

const n = (value: number) => number('ru', value);

export const dossier = {
  title: (round) => `Досье раунда ${round}`,
  section: 'Досье',
  lead: 'Всё, что известно об этом раунде публично, одним файлом для заседания: объявление, проверка перед открытием, приглашения, документы и их изменения, каждое замечание с ответом, заключение совета, решение, обещания, журнал модерации, сроки и почему они именно такие.',
  pdf: 'Досье в PDF',
  docx: 'Досье в DOCX',
  asOf: 'По состоянию на',
  record: 'Запись о раунде',
  recordIs: (events, hash) =>
    `${plural('ru', events, { one: '{n} событие', few: '{n} события', many: '{n} событий', other: '{n} события' })}; хеш последнего: ${hash}`,
  stage: 'Этап',
  announcement: 'Объявление',
  signed: (by, day) => `${by}, ${day}`,
  check: { what: 'Что проверено', result: 'Итог', found: 'Что обнаружено', basis: 'Основание' },
  waivers: 'Отступления',
  waiver: 'Причина и подпись',
  reach: {
    title: 'До кого дошёл раунд',
    group: 'Организации',
    all: 'Весь реестр',
    inField: 'В сфере и регионах раунда',
    register: 'В реестре',
    invited: 'Приглашены',
    opened: 'Открыли приглашение или страницу',
    contributed: 'Высказались',
    elsewhere: 'Регион не указан',
  },
  documents: {
    title: 'Документы и их редакции',
    document: 'Документ',
    language: 'Язык',
    version: 'Редакция',
    day: 'День',
    clauses: 'Пунктов',
    later: 'после замечаний',
    none: 'Документы не публиковались.',
  },
  changes: {
    title: (document, from, to) => `Что изменилось: ${document}, редакция ${n(from)} рядом с редакцией ${n(to)}`,
    clause: 'Пункт',
    was: 'Было',
    now: 'Стало',
    answers: (titles) => `Ответы: ${titles}`,
    none: 'На этом языке ни один пункт не отличается.',
  },
  agreement: {
    title: 'Где ответы и текст расходятся',
    none: 'Каждый ответ об изменении указывает на пункт, который действительно отличается, и ни один пункт не изменён без замечания или ответа.',
    undone: (clause, language, point) => `Принято, но читается как прежде: ${clause} (${language}), ответ «${point}»`,
    unasked: (clause, language) => `Изменён без замечаний: ${clause} (${language})`,
  },
  numbers: {
    title: 'Числа',
    total: 'Всего высказываний',
    voices: 'Из них голоса в поддержку',
    unanswered: 'Без ответа',
    withdrawn: 'Отозваны',
    hidden: 'Скрыты модераторами',
    late: 'Ответ дан позже последнего дня',
  },
  points: {
    title: 'Сводные замечания и ответы на них',
    numbered: (at, title) => `${n(at)}. ${title}`,
    none: 'Замечания не объединялись.',
    pending: 'ответа пока нет',
  },
  comments: {
    title: 'Каждое замечание и ответ на него',
    lead: (count) =>
      `${plural('ru', count, { one: '{n} высказывание', few: '{n} высказывания', many: '{n} высказываний', other: '{n} высказывания' })} в порядке поступления. Где у нескольких замечаний общий ответ, его обоснование стоит при сводном замечании.`,
    comment: 'Замечание',
    said: 'Что сказано',
    answer: 'Что с ним стало',
    wording: (words) => `Предложенная редакция: ${words}`,
    files: (count) =>
      plural('ru', count, { one: '{n} файл', few: '{n} файла', many: '{n} файлов', other: '{n} файла' }),
    hidden: (ground, reason) => `Скрыто модератором: ${ground}. ${reason}`,
    point: (at) => `сводное замечание ${n(at)}`,
    answered: (day) => `ответ дан ${day}`,
    late: (day) => `ответ дан ${day}, позже последнего дня`,
    due: (day) => `ответ положен до ${day}`,
    overdue: (day) => `ответа нет; последний день был ${day}`,
  },
  log: { none: 'В этом раунде ничего не скрывали.' },
  council: { none: 'Заключения совета нет.', dissent: (name, words) => `${name}: ${words}` },
  undecided: 'Решения пока нет.',
  unpublished: 'Итоги пока не опубликованы.',
  commitments: { none: 'Обещаний пока нет.', kept: 'Орган сообщает', people: 'Участники считают' },
  days: {
    title: 'Сроки и почему они именно такие',
    from: 'Считается от',
    why: 'Почему этот день',
    standing: 'Состояние',
    done: 'Исполнено',
    none: 'Ни одна обязанность ещё не возникла.',
  },
} satisfies Shape<typeof shape>;
