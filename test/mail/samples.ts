// One believable set of data for every letter, for tests that write them all. A new letter without a sample does not compile.
import type { LetterId, LetterOf } from '../../app/core/letter';

const body = { kk: 'Еңбек министрлігі', ru: 'Министерство труда', en: 'Ministry of Labour' };
const other = { kk: 'Білім басқармасы', ru: 'Управление образования', en: 'Department of Education' };
const about = {
  number: '2026-000042',
  title: 'Пандус у поликлиники № 3',
  path: '/appeals/2026-000042',
  edition: '2026-1',
  procedure: 'application',
};
const appeal = { ...about, body };
const round = {
  number: '2026-000007',
  titles: {
    kk: 'Қалалық көліктің қолжетімділігі туралы қағидалардың жобасы',
    ru: 'Проект правил о доступности городского транспорта',
    en: 'Проект правил о доступности городского транспорта',
  },
  path: '/rounds/2026-000007',
  edition: '2026-2',
  procedure: 'service_bylaw',
  body,
};
const comment = { ...round, number: '2026-001204', round: round.number, path: '/comments/2026-001204' };
const reason = {
  kk: '14-тармақ ұсынылғандай өзгертілді: аялдамаларда дыбыстық хабарлама болады.',
  ru: 'Пункт 14 изменён, как предложено: на остановках будет звуковое оповещение.',
};

const survey: LetterOf<'survey_invitation'>['data'] = {
  number: 'W-2026-000003',
  titles: {
    kk: 'Істен кейінгі сауалнама, 2026-Q2',
    ru: 'Опрос после дела, 2026-Q2',
    en: 'Survey after a case, 2026-Q2',
  },
  body,
  direction: 'ngo_to_body',
  path: '/trust/take/01890000-0000-7000-8000-000000000001',
  closesDay: '2026-06-30',
  minutes: 2,
  edition: '2026-2',
};

const contest = {
  ...{ number: 'K-2026-000004', title: about.title, path: '/contests/K-2026-000004', edition: '2026-7' },
  ...{ procedure: 'contest', body, claim: 'ended_day' as const, claimDay: '2026-06-05' as const },
  council: {
    kk: 'Министрліктің қоғамдық кеңесі',
    ru: 'Общественный совет министерства',
    en: 'Council of the ministry',
  },
};

export const SAMPLES: { [L in LetterId]: LetterOf<L>['data'] } = {
  register_day: {
    ...{
      day: '2026-06-05',
      leaves: 21,
      total: 1001,
      root: 'a'.repeat(64),
      statement: 'b'.repeat(64),
      key: 'c'.repeat(43),
    },
    ...{ path: '/public-register', unfollow: '/unfollow/abc' },
  },
  letter_taken: {
    ...{ ...appeal, path: '/appeals/2026-000042/answer?letter=1', what: 'for_answer', receivedDay: '2026-06-05' },
    ...{ receivedTime: '23:59', taken: 2, refused: [{ name: 'photo.exe', why: 'type' }], unnamed: 3 },
  },
  letter_returned: {
    ...{ subject: 'Жауап', reason: 'Мұндай іс бізде жоқ, сайтта жазыңыз.', body, receivedDay: '2026-06-05', path: '/' },
  },
  confirm_address: { name: 'Айгүл', path: '/address/abc', hours: 21 },
  confirm_email: { name: 'Айгүл', path: '/link/abc', hours: 21 },
  sign_in_link: { path: '/link/abc', minutes: 21 },
  invitation: { path: '/invitation/abc', days: 14, role: 'registrar', place: body, inviter: 'Болат Сейтов' },
  welcome: { name: 'Айгүл', path: '/' },
  work_handed_over: {
    ...{ from: 'Ерлан Сейтов', to: 'Анна Ким', cases: 12, reason: 'Переходит в другой орган', by: 'Дана Омарова' },
    ...{ body, path: '/desk?whose=mine' },
  },
  cover_named: {
    ...{
      change: 'named',
      person: 'Ерлан Сейтов',
      cover: 'Анна Ким',
      by: 'Ерлан Сейтов',
      path: '/desk/office#absences',
    },
    ...{ fromDay: '2026-03-02', untilDay: '2026-03-13', body },
  },
  mandate_notice: {
    ...{
      change: 'ends',
      organisation: 'Общественный фонд «Жетісу»',
      person: 'Анна Ким',
      to: null,
      lastDay: '2026-03-13',
    },
    path: '/account#colleagues-01890000-0000-7000-8000-000000000001',
  },
  webhook_stopped: {
    host: 'example.kz',
    why: 'failing',
    path: '/account/webhooks/01890000-0000-7000-8000-000000000009',
  },
  key_notice: {
    ...{ change: 'made', key: 'Делопроизводство', owner: body, person: 'Дана Омарова', path: '/account/keys' },
  },
  sign_in_changed: { change: 'passkey_added', passkey: 'Телефон', path: '/account/signing-in' },
  digest: {
    path: '/inbox',
    letters: [
      { id: '01890000-0000-7000-8000-000000000001', subject: '№ 2026-000042: жауап келді', at: 1_780_000_000_000 },
      { id: '01890000-0000-7000-8000-000000000002', subject: 'Раунд 2026-000007 открыт', at: 1_780_003_600_000 },
    ],
  },
  appeal_filed: {
    ...appeal,
    receivedDay: '2026-05-15',
    receivedTime: '19:40',
    registeredDay: '2026-05-18',
    dueDay: '2026-06-08',
    provisional: true,
  },
  appeal_received: { ...appeal, registeredDay: '2026-05-18', dueDay: '2026-06-08', from: other },
  appeal_accepted: {
    ...appeal,
    registeredDay: '2026-05-18',
    officer: 'Болат Сейтов',
    post: 'главный специалист',
    dueDay: '2026-06-08',
  },
  appeal_assigned: { ...appeal, dueDay: '2026-06-08', by: 'Болат Сейтов' },
  appeal_redirected: {
    ...appeal,
    to: other,
    reason: 'Вопрос в ведении управления.',
    toNumber: '2026-000043',
    toPath: '/appeals/2026-000043',
  },
  extension_proposed: { ...appeal, reason: 'Нужна экспертиза.', until: '2026-08-03', officer: 'Болат Сейтов' },
  extension_declined: { ...appeal, reason: 'Причины недостаточно.', dueDay: '2026-06-08' },
  extension_notice: {
    ...appeal,
    reason: 'Нужна экспертиза.',
    was: '2026-06-08',
    until: '2026-08-03',
    officer: 'Дана Оспанова',
    post: 'вице-министр',
  },
  appeal_answered: {
    ...appeal,
    outcome: 'act_favourable',
    text: 'Пандус будет построен.\nСрок — сентябрь.',
    signedBy: 'Дана Оспанова',
    post: 'вице-министр',
  },
  appeal_terminated: {
    ...appeal,
    ground: 'court_act',
    text: 'Есть решение суда.',
    signedBy: 'Дана Оспанова',
    post: '',
  },
  appeal_withdrawn: { ...appeal, statement: 'Вопрос решён.' },
  answer_judged: { ...appeal, verdict: 'only_acknowledgement' },
  case_step: { ...appeal, step: 'cure_asked', day: '2026-05-25', text: 'Приложите устав.', by: 'Болат Сейтов' },
  case_news: { ...appeal, news: 'answered', unfollow: '/unfollow/x' },
  body_news: { ...appeal, news: 'overdue', unfollow: '/unfollow/x' },
  due_corrected: {
    ...appeal,
    ...{ rule: 'decide', was: '2027-01-06', dueDay: '2027-01-08', days: ['2027-01-06'] },
    reason: {
      kk: '2027 жылға арналған ресми күнтізбе жарияланды: 6 қаңтар жұмыс күні емес.',
      ru: 'Опубликован официальный календарь на 2027 год: 6 января не рабочий день.',
    },
  },
  round_invitation: { ...round, opensDay: '2026-05-18', closesDay: '2026-06-01' },
  round_opened: { ...round, closesDay: '2026-06-01', why: 'topic' },
  round_period_moved: { ...round, how: 'extended', was: '2026-06-01', closesDay: '2026-06-15', reason },
  comment_answered: { ...comment, code: 'accepted', reason },
  comment_moderated: { ...comment, ground: 'personal_data', reason: 'В тексте назван телефон соседа.' },
  comment_restored: { ...comment, reason: 'Скрыто по ошибке: телефон принадлежит самой организации.' },
  answer_to_approve: { ...round, point: 'Звуковое оповещение на остановках', code: 'partly', drafter: 'Дана Оспанова' },
  answer_returned: {
    ...round,
    point: 'Звуковое оповещение на остановках',
    reason: 'Назовите пункт, который изменён.',
    by: 'Болат Сейтов',
  },
  council_view_given: round,
  council_answered: round,
  outcome_published: {
    ...round,
    next: { kk: 'Қағидалар 1 қыркүйекте күшіне енеді.', ru: 'Правила вступают в силу 1 сентября.' },
    why: 'contributor',
  },
  follow_up_published: { ...round, why: 'follower', unfollow: '/unfollow/aSecretOfItsOwn' },
  commitment_reported: {
    ...round,
    commitment: { kk: 'Жүз аялдама жабдықталады.', ru: 'Сто остановок будут оборудованы.' },
    kept: 'partly',
    evidence: { kk: 'Алпыс аялдама жабдықталды.', ru: 'Оборудовано шестьдесят остановок.' },
  },
  survey_invitation: survey,
  survey_reminder: { ...survey, direction: 'body_to_ngo' },
  contest_made: { ...contest, reasons: reason, rulesUntil: '2026-07-27' },
  contest_passed_on: { ...contest, reasons: reason, rulesUntil: '2026-08-14' },
  contest_ruled: {
    ...contest,
    ...{ ruling: 'partly', effect: { claim: 'due_day', day: '2026-06-09' }, reasons: reason },
  },
  contest_withdrawn: { ...contest, reasons: reason },
  deadline_passed: { ...about, rule: 'decide', dueDay: '2026-06-08', body, complainUntil: '2026-09-08' },
  deadline_reminder: {
    ...about,
    rule: 'decide',
    point: 'minus_3',
    dueDay: '2026-06-08',
    workingDaysLeft: 3,
    owed: 'by_you',
  },
};
