// Страница обращения: заголовок, сроки, ход дела, обязанности, что можно сделать дальше.
import type { Shape } from '../shape';
import { dayAndTime, fullDay, longDay, number, plural, stop } from '../format';
import type { caseTexts as shape } from '../en/case';
import { stepDone } from './steps';

export const caseTexts = {
  number: (n: string) => `№ ${n}`,
  facts: {
    title: 'Об обращении',
    body: 'Государственный орган',
    applicant: 'Заявитель',
    kind: 'Вид',
    language: 'Язык',
    received: 'Поступило',
    registered: 'Зарегистрировано',
    officer: 'Принял',
    visibility: 'Доступно',
    outcome: 'Итог, названный органом',
    ground: 'Основание прекращения',
    verdict: 'Оценка заявителя',
    edition: 'Редакция руководства',
  },
  languages: { kk: 'казахский', ru: 'русский', en: 'английский' },
  nameHidden: 'Имя скрыто по желанию заявителя',
  everyone: 'всем',
  parties: 'только сторонам',
  notAccepted: 'ещё не принято',
  at: (at: number) => dayAndTime('ru', at),
  on: (day: string) => longDay('ru', day),
  file: 'Приложенные файлы',
  attachment: (n: number, extension: string) => `приложение ${n}.${extension}`,

  done: {
    filed: {
      title: 'Обращение подано',
      text: (n: string) =>
        `Его номер — ${n}. Эта страница служит талоном: на ней видны поступление, регистрация и день, к которому положен ответ. Письмо с теми же сведениями вам уже составлено.`,
    },
    'already-filed': {
      title: 'Это обращение уже подано',
      text: (n: string) =>
        `Вы отправили одну и ту же форму несколько раз. Обращение подано один раз, под № ${n}; повторно ничего не подано.`,
    },
    accept: { title: 'Принято', text: 'Ваши имя и должность указаны в талоне.' },
    assign: { title: 'Поручено', text: 'Открытые обязанности по делу перешли к этому исполнителю.' },
    redirect: { title: 'Перенаправлено', text: 'Заявитель и принимающий орган уведомлены тем же действием.' },
    extend: { title: 'Предложено', text: 'Срок не сдвинется, пока не решит руководитель.' },
    'decide-extension': { title: 'Решено', text: 'Все, кого это касается, уведомлены тем же действием.' },
    answer: { title: 'Ответ дан', text: 'Он внесён в дело, письмо заявителю составлено.' },
    terminate: { title: 'Прекращено', text: 'Заявитель уведомлён тем же действием.' },
    withdraw: { title: 'Отозвано', text: 'Орган уведомлён. Вы можете обратиться снова.' },
    judge: { title: 'Спасибо', text: 'Ваша оценка стоит рядом с итогом, который назвал орган.' },
    ...stepDone,
  },

  ticket: {
    title: 'Талон',
    received: 'Поступило',
    registered: 'Считается зарегистрированным',
    officer: 'Принявший сотрудник',
    waiting: 'В день регистрации регистратор укажет здесь своё имя и должность.',
    print: 'Сохраните эту страницу или номер: они подтверждают, что обращение принято.',
  },

  clock: {
    title: 'К какому дню и почему',
    due: 'Ответ положен не позднее',
    wasDue: 'Ответ полагался не позднее',
    lawful: 'Законный срок',
    extendedTo: 'Продлён до',
    start: 'Отсчёт от',
    today: 'Сегодня',
    ended: 'Завершено',
    summary: (start: string, due: string) => stop(`Срок идёт с ${longDay('ru', start)} по ${longDay('ru', due)}`),
    summaryExtended: (start: string, due: string, until: string) =>
      stop(`Срок шёл с ${longDay('ru', start)} по ${longDay('ru', due)} и продлён до ${longDay('ru', until)}`),
    twoClocks: 'Срок продлён. Законный день остаётся на виду: показатели считаются по обоим.',
    lawfulTitle: 'Законный срок по дням',
    extendedTitle: 'Продление по дням',
    basis: 'Основание',
  },

  thread: {
    title: 'Ход дела',
    sides: { body: 'Государственный орган', applicant: 'Заявитель', time: 'В силу закона' },
    filed: 'Обращение подано',
    arrived: 'Обращение поступило из другого органа',
    from: (n: string, body: string) => `Перенаправил орган: ${body}. Там у обращения был номер ${n}.`,
    about: (n: string, body: string) => `Это жалоба по обращению ${n}, орган: ${body}.`,
    registered: (day: string) => stop(`Зарегистрировано ${longDay('ru', day)}`),
    accepted: 'Принято, талон подписан',
    assigned: 'Поручено исполнителю',
    redirected: 'Перенаправлено компетентному органу',
    to: (n: string, body: string) => `Рассматривается под номером ${n} со своим сроком, орган: ${body}.`,
    toNumber: (n: string) => `Рассматривается под номером ${n} со своим сроком.`,
    proposed: 'Руководителю предложено продлить срок',
    until: (day: string) => stop(`До дня: ${fullDay('ru', day)}`),
    declined: 'Руководитель не утвердил продление',
    extended: 'Срок продлён',
    extendedFrom: (was: string, until: string) =>
      `Законный срок — ${longDay('ru', was)}, новый — ${longDay('ru', until)} Заявитель уведомлён тем же действием.`,
    answered: (outcome: string) => `Ответ: ${outcome}`,
    noted: (outcome: string) => `Итог: ${outcome}`,
    parts: 'Что по закону должно быть в ответе',
    signed: (name: string) => `Подписал: ${name}`,
    terminated: (ground: string) => `Прекращено: ${ground}`,
    withdrawn: 'Заявитель отозвал обращение',
    judged: 'Заявитель оценил ответ',
    overdue: (due: string) => `Последний день, ${longDay('ru', due)}, прошёл без ответа.`,
    reason: 'Причина',
  },

  twoWords: 'Итог, названный органом, и оценка заявителя стоят рядом и никогда не складываются.',

  duties: {
    title: 'Шаги, для которых закон назначил срок',
    lead: 'У регистрации, перенаправления и уведомлений есть свои сроки.',
    caption: 'Процедурные обязанности и их сроки',
    what: 'Обязанность',
    from: 'Отсчёт от',
    due: 'Срок',
    done: 'Исполнено',
  },

  next: {
    title: 'Что можно сделать дальше',
    applicant: 'Заявитель',
    body: 'Орган',
    none: 'В этом деле ничего больше делать не нужно.',
    act: 'Что вы можете сделать здесь',
  },

  complaint: {
    title: 'Заявитель может подать жалобу',
    overdue: 'Она подаётся в тот же орган, а он обязан передать её вышестоящему.',
    replied:
      'Кто не согласен с исходом, может пожаловаться. Жалоба подаётся в тот же орган, а он обязан передать её вышестоящему.',
    until: (day: string) => stop(`Последний день для этого: ${fullDay('ru', day)}`),
    left: (n: number) =>
      plural('ru', n, {
        one: 'На это остался {n} рабочий день.',
        few: 'На это осталось {n} рабочих дня.',
        many: 'На это осталось {n} рабочих дней.',
        other: 'На это осталось {n} рабочего дня.',
      }),
    prepare: 'Подготовить жалобу',
    closed: (day: string) => stop(`Время для жалобы истекло ${longDay('ru', day)}`),
    filed: 'Жалобы по этому обращению',
    atBody: (n: string, body: string) => `Обращение ${n}, орган: ${body}`,
  },

  letters: {
    title: 'Письма вам по этому делу',
    waiting: 'ждёт отправки',
    sending: 'отправляется',
    sent: 'отправлено',
    kept: 'хранится в почтовом ящике',
    failed: 'не доставлено',
    untitled: 'Письмо составляется',
  },

  chain: {
    title: 'Проверить эту запись',
    text: 'Каждое событие дела связано с предыдущим хешем. Если что-то изменить, убрать или переставить, последний хеш станет другим.',
    events: 'Событий',
    hash: 'Последний хеш (SHA-256)',
    copy: 'Копировать',
    copied: 'Скопировано',
  },
  origin: (n: string, body: string) => `Началось как обращение ${n}, орган: ${body}`,
  count: (n: number) => number('ru', n),
} satisfies Shape<typeof shape>;
