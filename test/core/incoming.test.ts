// What is read off a letter that came in: its sender's own words, whether a program wrote it, what a mail server reports.
import { describe, expect, it } from 'vitest';
import { automaticSign } from '../../app/core/automatic';
import { reportIn } from '../../app/core/bounce';
import { ownWords } from '../../app/core/quoted';

const OWN = 'Құрметті әріптестер!\n\nСенімхат қосымшада.';
const OURS = '> Орган кемшілікті жоюды ұсынды.\n> 6 ақпанға дейін.';

describe('a sender’s own words', () => {
  it.each([
    ['Gmail, English', 'On Mon, 2 Feb 2026 at 10:15, Kenes <letters@kenes.test> wrote:'],
    ['Gmail, English, broken', 'On Mon, 2 Feb 2026 at 10:15, Kenes Kenes Kenes <letters@kenes.test>\nwrote:'],
    ['Gmail, Russian', 'пн, 2 февр. 2026 г. в 10:15, Kenes <letters@kenes.test>:'],
    ['Gmail, Kazakh', 'дс, 2026 ж. 2 ақп., сағ. 10:15 Kenes <letters@kenes.test> мынаны жазды:'],
    ['Apple Mail, Russian', '2 февр. 2026 г., в 10:15, Kenes <letters@kenes.test> написал(а):'],
    ['Mail.ru', 'Понедельник, 2 февраля 2026, 10:15 +05:00 от Kenes <letters@kenes.test>:'],
    ['Yandex', '02.02.2026, 10:15, "Kenes" <letters@kenes.test>:'],
    ['Thunderbird, Russian', '02.02.2026 10:15, Kenes пишет:'],
    [
      'Outlook, English',
      '-----Original Message-----\nFrom: Kenes <letters@kenes.test>\nSent: Monday, February 2, 2026 10:15 AM',
    ],
    [
      'Outlook, English, without dashes',
      'From: Kenes <letters@kenes.test>\nSent: Monday, February 2, 2026 10:15 AM\nTo: Aigul\nSubject: Case',
    ],
    [
      'Outlook, Russian',
      'От: Kenes <letters@kenes.test>\nОтправлено: 2 февраля 2026 г. 10:15\nКому: Aigul\nТема: Дело',
    ],
    [
      'Outlook, Kazakh',
      'Кімнен: Kenes <letters@kenes.test>\nЖіберілді: 2026 ж. 2 ақпан 10:15\nКімге: Aigul\nТақырыбы: Іс',
    ],
    ['Outlook, Russian divider', '-------- Исходное сообщение --------\nбез ничего'],
  ])('end where %s begins to quote', (_name, introduced) => {
    expect(ownWords(`${OWN}\n\n${introduced}\n\n${OURS}\n`)).toBe(OWN);
    expect(ownWords(`${OWN}\r\n${introduced.replaceAll('\n', '\r\n')}\r\n${OURS}`)).toBe(OWN);
  });

  it('are those below, where somebody writes below what they answer', () => {
    expect(ownWords(`02.02.2026, 10:15, "Kenes" <letters@kenes.test>:\n${OURS}\n\n${OWN}`)).toBe(OWN);
  });

  it('keep times, addresses and questions that are the sender’s own', () => {
    const text = 'Ждали 02.02.2026 в 10:15 у входа.\nВопросы:\n1. Кто принял?\nПишите на a@b.kz, спасибо';
    expect(ownWords(text)).toBe(text);
  });

  it('have no signature that is marked as one, and nothing that phones add', () => {
    expect(ownWords(`${OWN}\n\n-- \nАйгүл, +7 701 000 00 00`)).toBe(OWN);
    expect(ownWords(`${OWN}\n\nОтправлено с iPhone\n`)).toBe(OWN);
  });

  it('are empty where there are none, and are found in a million characters at once', () => {
    expect(ownWords(`On Mon, 2 Feb 2026 at 10:15, Kenes <l@k.kz> wrote:\n${OURS}`)).toBe('');
    for (const piece of ['a<b@', '> ', 'от: ', '1:11 <', '\n1 '])
      expect(() => ownWords(piece.repeat(200_000))).not.toThrow();
  });
});

describe('a letter that a program wrote', () => {
  const sign = (heads: Record<string, string>, { envelope = 'a@b.kz', subject = 'Re: Іс' } = {}) =>
    automaticSign(new Map(Object.entries(heads).map(([name, value]) => [name, [value]])), { envelope, subject });

  it.each([
    [{ 'auto-submitted': 'auto-replied (vacation)' }],
    [{ 'auto-submitted': 'auto-generated' }],
    [{ precedence: 'Bulk' }],
    [{ 'x-autoreply': 'yes' }],
    [{ 'x-autorespond': '' }],
    [{ 'content-type': 'multipart/report; report-type=delivery-status' }],
    [{ 'x-failed-recipients': 'a@b.kz' }],
  ])('says so in its head: %j', (heads) => expect(sign(heads as unknown as Record<string, string>)).not.toBeNull());

  it('has no sender, or says it in its subject', () => {
    expect(sign({}, { envelope: '' })).toBe('null sender');
    expect(sign({}, { envelope: 'MAILER-DAEMON@b.kz' })).toBe('sender');
    for (const subject of [
      'Автоответ: Дело 7',
      'Automatic reply: Case 7',
      'Out of Office',
      'Автоматты жауап: Іс 7',
      'Автожауап',
    ])
      expect(sign({}, { subject }), subject).toBe('subject');
  });

  it('is not one that a person wrote about such letters, or with a head that says nothing', () => {
    for (const subject of [
      'Re: Автоответ: Дело 7',
      'Автоответчик сломан',
      'Автоматты жауапты түсінбедім',
      'Нет на работе пандуса',
    ])
      expect([subject, sign({}, { subject })]).toEqual([subject, null]);
    expect(sign({ 'auto-submitted': 'no', precedence: 'first-class', 'x-auto-response-suppress': 'OOF' })).toBeNull();
  });
});

describe('a report of a mail server (RFC 3464)', () => {
  const FAILED =
    'Reporting-MTA: dns; mx.b.kz\r\n\r\nFinal-Recipient: rfc822; a@b.kz\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n no such mailbox\r\n';
  it('of a failure for good is one, in the server’s words', () => {
    expect(reportIn(FAILED)).toEqual({ permanent: true, said: '5.1.1 smtp; 550 5.1.1 no such mailbox' });
    expect(reportIn('Reporting-MTA: dns; m\n\nAction: FAILED\nDiagnostic-Code: smtp; 552 full')).toMatchObject({
      permanent: true,
    });
  });
  it('of a delay, of a failure for now, of an arrival, or of nobody is none', () => {
    expect(reportIn(FAILED.replace('failed', 'delayed').replace('5.1.1', '4.4.1'))).toMatchObject({ permanent: false });
    expect(reportIn(FAILED.replaceAll('5.1.1', '4.2.2'))).toMatchObject({ permanent: false });
    expect(reportIn(FAILED.replace('failed', 'delivered').replace('5.1.1', '2.0.0'))).toMatchObject({
      permanent: false,
    });
    for (const text of ['', 'Reporting-MTA: dns; mx', ':\n\n:', 'a'.repeat(100_000)]) expect(reportIn(text)).toBeNull();
  });
});
