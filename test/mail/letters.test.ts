import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { LETTERS, readLetter, type AnyLetter, type LetterId } from '../../app/core/letter';
import { writeLetter } from '../../app/mail/letters';
import { wordsOf } from '../../app/mail/words';
import { LOCALES, textFor, type Locale } from '../../app/text';
import { SAMPLES } from './samples';

const guide = loadGuide(path.resolve('guide'));
const edition = guide.edition('2026-1');
const write = (letter: AnyLetter, locale: Locale) =>
  writeLetter(letter, {
    text: textFor(locale),
    locale,
    origin: 'https://kenes.example',
    words: wordsOf(edition, locale),
  });
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
        const { path: link } =
          'toPath' in SAMPLES[id] ? { path: '/appeals/2026-000043' } : (SAMPLES[id] as { path: string });
        expect(html).toContain(`href="https://kenes.example/${locale}${link}"`);
        expect(text).toContain(`https://kenes.example/${locale}${link}`);
        expect(html).toContain(`lang="${locale}"`);
        expect(text).toContain(textFor(locale).letters.shared.automatic);
        if (locale !== 'en') expect(subject).toMatch(CYRILLIC);
      });
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
  expect(creditor).toContain('8 сентября 2026 г.');
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
  expect(write(sample('extension_notice'), 'kk').text).toContain('2026 ж. 3 тамыз');
  expect(write(sample('extension_notice'), 'ru').text).toContain('3 августа 2026 г.');
  expect(write(sample('appeal_filed'), 'ru').text).not.toContain('г..');
});
