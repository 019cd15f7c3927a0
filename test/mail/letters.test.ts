import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { LETTERS, readLetter, STEP_LETTERS, type AnyLetter, type LetterId } from '../../app/core/letter';
import { writeLetter } from '../../app/mail/letters';
import { wordsOf } from '../../app/mail/words';
import { noticeIn } from '../../app/core/notice';
import { LOCALES, textFor, type Locale } from '../../app/text';
import { SAMPLES } from './samples';

const guide = loadGuide(path.resolve('guide'));
const TOKEN = '0b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d';
const write = (letter: AnyLetter, locale: Locale) =>
  writeLetter(
    letter,
    {
      text: textFor(locale),
      locale,
      origin: 'https://kenes.example',
      words: wordsOf(guide.edition('edition' in letter.data ? letter.data.edition : '2026-1'), locale),
    },
    { token: TOKEN, stop: null, repliable: false },
  );
const sample = <L extends LetterId>(id: L, change: Partial<(typeof SAMPLES)[L]> = {}) =>
  readLetter(id, { ...SAMPLES[id], ...change });

/** Words that would show that a letter was glued together or left in another language. */
const CYRILLIC = /[а-яәғқңөұүһі]/i;

describe('every letter, in every language', () => {
  for (const id of Object.keys(LETTERS) as LetterId[])
    for (const locale of LOCALES)
      it(`${id} in ${locale} is whole: subject, heading, link and footer, in HTML and in text`, () => {
        const { subject, html, text } = write(sample(id), locale);
        expect(subject).not.toBe('');
        expect(`${subject}${html}${text}`).not.toMatch(/undefined|\[object|NaN|\$\{|\{n\}/);
        const { path: link } = noticeIn(id, SAMPLES[id])
          ? { path: `/notices/${TOKEN}` }
          : (SAMPLES[id] as { path: string });
        expect(html).toContain(`href="https://kenes.example/${locale}${link}"`);
        expect(text).toContain(`https://kenes.example/${locale}${link}`);
        expect(html).toContain(`lang="${locale}"`);
        expect(text).toContain(textFor(locale).letters.shared.automatic);
        if (locale !== 'en') expect(subject).toMatch(CYRILLIC);
      });
});

for (const step of STEP_LETTERS)
  for (const locale of LOCALES)
    it(`the letter about the step ${step} in ${locale} is whole`, () => {
      const { subject, html, text } = write(sample('case_step', { step }), locale);
      expect(`${subject}${html}${text}`).not.toMatch(/undefined|\[object|NaN|\$\{|\{n\}/);
      expect(text).toContain(textFor(locale).stepLetters.steps[step].lead.slice(0, 20));
      if (locale !== 'en') expect(subject).toMatch(CYRILLIC);
    });

it('no letter says the same in Kazakh as in Russian', () => {
  for (const id of Object.keys(LETTERS) as LetterId[])
    expect(write(sample(id), 'kk').subject).not.toBe(write(sample(id), 'ru').subject);
});

it('what people wrote is shown and never read as markup', () => {
  const { html, text, subject } = write(
    sample('appeal_answered', { title: '<b>Тема</b>', text: '<script>alert(1)</script> & "кавычки"' }),
    'ru',
  );
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<b>');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;кавычки&quot;');
  expect(text).toContain('> <script>alert(1)</script> & "кавычки"');
  expect(subject).not.toMatch(/\n/);
});

it('a subject stays one line whatever a name holds', () => {
  const { subject } = write(
    sample('invitation', { place: { kk: 'А\r\nBcc: x@y.z', ru: 'А\r\nBcc: x@y.z', en: 'A\r\nBcc: x@y.z' } }),
    'en',
  );
  expect(subject).not.toMatch(/[\r\n]/);
});

it('the receipt names the day of the answer, the late hour, the provisional calendar and the article', () => {
  const { text } = write(sample('appeal_filed'), 'en');
  expect(text).toContain('The last day for the answer is 8 June 2026.');
  expect(text).toContain('registered on the next working day');
  expect(text).toContain('calendar of that year is not yet official');
  expect(text).toContain('APPC, art. 64(2)–(3); APPC, art. 76(1)–(2)');
  expect(write(sample('appeal_filed', { registeredDay: '2026-05-15' }), 'en').text).not.toContain('next working day');
});

it('a ticket, a redirect notice and an extension notice say that they are not answers', () => {
  for (const id of ['appeal_accepted', 'appeal_redirected', 'extension_notice'] as const) {
    expect(write(sample(id), 'en').text).toContain('not an answer');
    expect(write(sample(id), 'ru').text).toMatch(/не (является )?ответ/);
  }
});

it('taking to note is told apart from answering', () => {
  const noted = write(sample('appeal_answered', { procedure: 'message', outcome: 'taken_to_note' }), 'en');
  expect(noted.subject).toContain('taken to note');
  expect(noted.text).not.toContain('The body has answered');
});

it('silence is called a refusal only to the creditor, with the last day to complain', () => {
  const creditor = write(sample('deadline_passed'), 'ru').text;
  expect(creditor).toContain('считается отказавшим');
  expect(creditor).toContain('8 сентября 2026\u00a0г.');
  expect(creditor).toContain('АППК, ст. 91(2)');
  const heads = write(sample('deadline_passed', { complainUntil: null }), 'ru').text;
  expect(heads).not.toContain('отказавшим');
  expect(heads).toContain('Рассмотреть и ответить');
});

it('a reminder counts working days in the grammar of each language', () => {
  const left = (days: number, locale: Locale) =>
    write(sample('deadline_reminder', { workingDaysLeft: days }), locale).subject;
  expect([1, 2, 5, 21].map((days) => left(days, 'ru'))).toEqual([
    'Дело 2026-000042: остался 1 рабочий день',
    'Дело 2026-000042: осталось 2 рабочих дня',
    'Дело 2026-000042: осталось 5 рабочих дней',
    'Дело 2026-000042: остался 21 рабочий день',
  ]);
  expect(left(1, 'en')).toBe('Case 2026-000042: 1 working day left');
  expect(left(0, 'kk')).toBe('2026-000042 ісі: мерзім бүгін бітеді');
  expect(left(-3, 'kk')).toBe('2026-000042 ісі: мерзімнен 3 жұмыс күні өтті');
});

it('days are written as each language writes them', () => {
  expect(write(sample('extension_notice'), 'kk').text).toContain('2026\u00a0ж. 3 тамыз');
  expect(write(sample('extension_notice'), 'ru').text).toContain('3 августа 2026\u00a0г.');
  expect(write(sample('appeal_filed'), 'ru').text).not.toContain('г..');
});

describe('letters about rounds', () => {
  it('give a reason in the reader’s language, and to English readers the Russian one, marked as such', () => {
    const { reason } = SAMPLES.comment_answered;
    const read = (locale: Locale) => write(sample('comment_answered'), locale);
    expect(read('kk').text).toContain(reason.kk);
    expect(read('kk').text).not.toContain(reason.ru);
    expect(read('ru').text).toContain(reason.ru);
    expect(read('ru').html).not.toContain('lang="ru">Пункт');
    const { html, text } = read('en');
    expect(html).toContain(`<span lang="ru">${reason.ru}</span>`);
    expect(text).toContain(`Reason (in Russian):\n> ${reason.ru}`);
    expect(text).not.toContain(reason.kk);
    expect(html).toContain('<dd lang="ru"');
    expect(write(sample('commitment_reported'), 'en').text).toContain('Commitment (in Russian): Сто остановок');
  });

  it('name a disposition and a ground of moderation as the edition does', () => {
    const answered = write(sample('comment_answered', { code: 'out_of_scope' }), 'ru').text;
    expect(answered).toContain('Решение по замечанию: Вне предмета обсуждения');
    expect(answered).toContain('указано, куда с ним обратиться');
    expect(write(sample('comment_answered'), 'ru').text).toContain('Текст изменён так, как предложено');
    const noDraft = write(sample('comment_answered', { procedure: 'council_recommendation' }), 'ru').text;
    expect(noDraft).not.toContain('Текст изменён');
    expect(noDraft).toContain('Решение по замечанию: Принято');
    const moderated = write(sample('comment_moderated'), 'kk').text;
    expect(moderated).toContain('Негізі: Дербес деректер');
    expect(moderated).toContain('жауап беріледі');
  });

  it('cite the law where it sets the duty, and never for what only the parties agreed or nobody read', () => {
    const law = (kind: string) => write(sample('comment_answered', { procedure: kind }), 'en').text;
    expect(law('public_control_document')).toContain('Legal basis: Law on Public Control, art. 13.');
    expect(law('council_recommendation')).toContain('Legal basis: Law on Public Councils, art. 5(2).');
    expect(law('service_bylaw')).not.toContain('Legal basis');
    const invited = (kind: string) => write(sample('round_invitation', { procedure: kind }), 'ru').text;
    expect(invited('service_bylaw')).toContain('ст. 15(3)');
    expect(invited('draft_act')).not.toContain('Правовое основание');
  });

  it('tell a longer, a shorter and a reopened period apart, with both days', () => {
    const moved = (how: 'extended' | 'shortened' | 'reopened') => write(sample('round_period_moved', { how }), 'ru');
    const subjects = (['extended', 'shortened', 'reopened'] as const).map((how) => moved(how).subject);
    expect(new Set(subjects).size).toBe(3);
    for (const day of ['1 июня 2026\u00a0г.', '15 июня 2026\u00a0г.']) expect(moved('shortened').text).toContain(day);
  });

  it('say why a follower reads this, and another thing to whoever took part', () => {
    expect(write(sample('round_opened', { why: 'region' }), 'en').text).toContain('follow the rounds of this region');
    expect(write(sample('outcome_published'), 'kk').text).toContain('қатыстыңыз');
    expect(write(sample('outcome_published', { why: 'follower' }), 'kk').text).toContain('жазылғансыз');
  });

  it('name a round that is reminded of in the reader’s language, to English readers in Russian and marked so', () => {
    const duty = {
      procedure: 'budget_plan',
      edition: '2026-2',
      rule: 'council_reply',
      title: 'Жол',
      titleRu: 'Дорога',
    };
    const of = (locale: Locale) => write(sample('deadline_reminder', duty), locale).html;
    expect(of('kk')).toContain('>Жол<');
    expect(of('ru')).toContain('>Дорога<');
    expect(of('en')).toMatch(/lang="ru"[^>]*>Дорога</);
  });

  it('remind of a duty of a round as of a round, never as of an appeal', () => {
    const duty = { procedure: 'budget_plan', edition: '2026-2', rule: 'council_reply', number: '2026-000007' };
    const reminder = write(sample('deadline_reminder', { ...duty, workingDaysLeft: 2 }), 'ru');
    expect(reminder.subject).toBe('Раунд 2026-000007: осталось 2 рабочих дня');
    expect(reminder.text).toContain('Обязанность: Ответить совету');
    expect(reminder.text).toContain('Закон об общественных советах, ст. 5(2)');
    expect(reminder.text).not.toMatch(/обращени|дело/i);
    const missed = write(sample('deadline_passed', { ...duty, complainUntil: null }), 'kk');
    expect(missed.subject).toBe('2026-000007 айналымы: мерзім бұзылды');
    expect(missed.text).not.toMatch(/жолданым/i);
  });

  it('invite to a council by its name, as a member of it', () => {
    const place = { kk: 'Көлік кеңесі', ru: 'Совет по транспорту', en: 'Transport council' };
    const { subject, text } = write(sample('invitation', { role: 'council_member', place }), 'ru');
    expect(subject).toContain('Совет по транспорту');
    expect(text).toContain('Роль: член общественного совета');
  });
});
