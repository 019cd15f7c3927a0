// Reports of mail servers in words alone, as families of servers write them: a failure for good, a delay, and what is no report.
import { describe, expect, it } from 'vitest';
import { reportInWords } from '../../app/core/bounce';

const server = { envelope: '', from: 'mailer-daemon@mx.example' };
const QMAIL = `Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<aigul@example.kz>:
192.0.2.7 does not like recipient.
Remote host said: 550 5.1.1 <aigul@example.kz>: Recipient address rejected
Giving up on 192.0.2.7.

--- Below this line is a copy of the message.

Return-Path: <x@reply.kenes.test>
`;
const EXIM = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  aigul@example.kz
    host mx.example [192.0.2.7]
    SMTP error from remote mail server after RCPT TO:<aigul@example.kz>:
    550 No such user here

------ This is a copy of the message, including all the headers. ------
`;
const EXCHANGE = `Delivery has failed to these recipients or groups:

aigul@example.kz
The email address you entered couldn't be found.

Diagnostic information for administrators:

Generating server: mx.example
aigul@example.kz
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

Original message headers:
`;
const EXCHANGE_OLD = `Your message

  To:      aigul@example.kz
  Subject: x

did not reach the following recipient(s):

aigul@example.kz on Mon, 2 Feb 2026 10:00:00 +0500
    The recipient name is not recognized
`;
const SENDMAIL = `   ----- The following addresses had permanent fatal errors -----
<aigul@example.kz>
    (reason: 550 5.1.1 <aigul@example.kz>... User unknown)

   ----- Transcript of session follows -----
`;

describe('a report in words', () => {
  it.each([
    ['qmail', QMAIL, '550 5.1.1 <aigul@example.kz>: Recipient address rejected'],
    ['Exim', EXIM, '550 No such user here'],
    ['Exchange', EXCHANGE, '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##'],
    ['an older Exchange', EXCHANGE_OLD, 'did not reach the following recipient(s)'],
    ['sendmail', SENDMAIL, '550 5.1.1 <aigul@example.kz>... User unknown)'],
    ['another server, in its own name', 'Sorry: 554 5.4.4 no such domain', '554 5.4.4 no such domain'],
  ])('of %s is a failure for good, in its own words', (_family, text, said) => {
    expect(reportInWords({ ...server, text })).toEqual({ permanent: true, said });
  });

  it.each([
    ['Exim', 'has not been delivered to all of its recipients after more than 24 hours on the queue'],
    ['sendmail', 'THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE. 550 later'],
    ['qmail', "I'm not going to give up yet. 450 4.2.0 Greylisted"],
  ])('of a delay by %s is none', (_family, text) => {
    expect(reportInWords({ ...server, text })?.permanent).toBe(false);
  });

  it.each([
    [
      'an automatic answer with nobody in its envelope',
      { envelope: '', from: 'aigul@example.kz' },
      'Мен демалыстамын. Кабинет 550.',
    ],
    ['a person who quotes one', { envelope: 'aigul@example.kz', from: 'aigul@example.kz' }, QMAIL],
    ['a server that says no code', server, 'Your message was received. Thank you.'],
    ['a code in the letter that is quoted', server, '--- Below this line is a copy of the message.\n\n550 5.1.1 no'],
  ])('is not %s', (_what, head, text) => {
    expect(reportInWords({ ...head, text })).toBeNull();
  });

  it('takes no long time for what was made to take it', () => {
    const began = performance.now();
    for (const text of [
      'This is the qmail-send program '.repeat(50_000),
      'after more than '.repeat(50_000),
      '5.1.'.repeat(90_000),
    ])
      reportInWords({ ...server, text });
    expect(performance.now() - began).toBeLessThan(200);
  });
});
