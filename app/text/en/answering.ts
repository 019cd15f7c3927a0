// Taking the right to answer, answering, the receipt, and one's rights.
import { longDay, plural } from '../format';

export const answering = {
  waves: 'Trust surveys',
  about: {
    ngo_to_body: (body: string) => `How far your organisation trusts this body: ${body}`,
    body_to_ngo: (body: string) => `How far the officials of this body trust the NGOs they deal with: ${body}`,
  },
  until: (day: string) => `Answers are taken until ${longDay('en', day)}, that day included.`,
  minutes: (n: number) => plural('en', n, { one: 'about {n} minute', other: 'about {n} minutes' }),
  takes: (n: number) => plural('en', n, { one: 'It takes about {n} minute.', other: 'It takes about {n} minutes.' }),
  take: {
    title: 'Take your right to answer',
    why: 'Why nobody can link your answers to you',
    points: [
      'Your right to answer is used up by a signature that is given without seeing what is signed. The signed credential stays in your browser; Kenes never learns which one is yours.',
      'The answering page does not know who you are: it reads no session and keeps no time, no address and no order.',
      'Answers are sealed as soon as they arrive. Until the last day nobody can read them, administrators included; then they are shuffled and counted.',
      'Results are published only where enough people answered. Where very few did, answers are pooled with others or destroyed.',
    ],
    button: 'Take the right and answer',
    once: 'The right is given once. Use the browser in which you will answer; you may answer later, until the last day.',
    failed: 'That did not work: the connection may be broken. Try again; nothing is lost.',
    without: 'Your browser runs no scripts here',
    withoutText:
      'Then the server makes the credential for you, shows it to you once and forgets it. For that moment you trust the server not to remember; with scripts you need not. Everything after that is the same.',
    made: 'Your credential',
    madeText:
      'It was shown once and is stored nowhere. Answer now, or copy it and answer later from any browser until the last day.',
    begin: 'Begin answering',
    taken: 'Your right to answer was already taken.',
    takenText:
      'If you took it in this browser, go on to the questions. Whether you have answered is known to nobody, so it can’t be given again.',
    goOn: 'Go on to the questions',
    none: 'You have no right to answer here.',
    noneText:
      'An NGO has one right for each body that it dealt with, held by the person who last acted for it there; officials those who had a part in such cases.',
    notOpen: 'No answers are taken today.',
  },
  answer: {
    title: 'The questions',
    wave: 'The survey and its results',
    apart: 'This page does not know who you are',
    apartText:
      'It reads no session, even if you are signed in elsewhere in this browser. What you answer is linked to nothing.',
    send: 'Send the answers',
    sendNote: 'What is sent can’t be changed or taken back, because nobody can tell which answer is yours.',
    credential: 'Credential',
    credentialHint:
      'One long line of letters and digits. It fills itself in where you took your right in this browser.',
    without: 'You need a credential to answer.',
    withoutText: 'Take your right to answer first, or paste the credential that you kept.',
    takeFirst: 'Take the right to answer',
  },
  counted: {
    title: 'Your answer is in the box',
    before: 'This credential was used before: the answer given then stands, and nothing was counted twice.',
    text: 'It is sealed until the last day. Then you can check by the receipt that it was counted.',
    receipt: 'Receipt',
    receiptHint: 'Keep it if you want to check. It proves that an answer was counted, not what it was.',
    copy: 'Copy the receipt',
    copied: 'Copied',
    check: 'Where receipts are checked',
  },
  rights: {
    title: 'Your rights to answer',
    lead: 'Surveys that you are asked to answer now. Whether and what you answered is known to nobody.',
    none: 'Nobody asks you at present',
    noneText: 'You will get a letter when you are asked.',
    survey: 'Survey',
    closes: 'Last day',
    state: 'Right',
    waits: 'not taken yet',
    taken: 'taken',
    open: 'Answer',
  },
};
