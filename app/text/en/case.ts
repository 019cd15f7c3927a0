// The case page: head, clocks, thread, duties, what may be done next.
import { dayAndTime, fullDay, longDay, number, plural } from '../format';
import { stepDone } from './steps';

export const caseTexts = {
  number: (n: string) => `No. ${n}`,
  facts: {
    title: 'The case',
    body: 'State body',
    applicant: 'Applicant',
    kind: 'Kind',
    language: 'Language',
    received: 'Received',
    registered: 'Registered',
    officer: 'Accepted by',
    visibility: 'Open to',
    outcome: 'The body’s outcome',
    ground: 'Ground of termination',
    verdict: 'The applicant’s judgement',
    edition: 'Edition of the guide',
  },
  languages: { kk: 'Kazakh', ru: 'Russian', en: 'English' },
  nameHidden: 'The name is hidden at the applicant’s wish',
  everyone: 'everyone',
  parties: 'the parties only',
  partiesUntil: (day: string) => `the parties only; everyone from ${longDay('en', day)}`,
  withheld: 'for the parties only',
  together: {
    title: 'The same appeal at other bodies',
    lead: 'It was sent to them at the same time. Each case has its own clock and its own answer.',
  },
  notAccepted: 'not accepted yet',
  at: (at: number) => dayAndTime('en', at),
  on: (day: string) => longDay('en', day),
  file: 'Attached files',
  attachment: (n: number, extension: string) => `attachment ${n}.${extension}`,

  done: {
    filed: {
      title: 'Your appeal has been filed',
      text: (n: string) =>
        `Its number is ${n}. This page is your ticket: it shows the receipt, the registration and the day by which an answer is due. A letter that says the same has been sent to you.`,
    },
    'filed-several': {
      title: 'Your appeal has been filed to every body you chose',
      text: (n: string) =>
        `The case of the first body is No. ${n}; the others stand on this page. Each has its own number, its own clock and its own answer, and a letter has been written to you for each.`,
    },
    'already-filed': {
      title: 'This appeal had already been filed',
      text: (n: string) =>
        `You sent the same form more than once. It was filed once, as No. ${n}, and nothing was filed a second time.`,
    },
    accept: { title: 'Accepted', text: 'Your name and post stand on the ticket now.' },
    assign: { title: 'Assigned', text: 'The open duties of the case have moved to that desk.' },
    redirect: { title: 'Redirected', text: 'The applicant and the receiving body have been told.' },
    extend: { title: 'Proposed', text: 'Nothing moves until the head decides.' },
    'decide-extension': { title: 'Decided', text: 'Those concerned have been told.' },
    answer: {
      title: 'The answer has been given',
      text: 'It is on the record and a letter has been written to the applicant.',
    },
    terminate: { title: 'Terminated', text: 'The applicant has been told.' },
    withdraw: { title: 'Withdrawn', text: 'The body has been told. You may file again.' },
    judge: { title: 'Thank you', text: 'Your judgement stands beside the body’s own outcome.' },
    ...stepDone,
  },

  ticket: {
    title: 'Ticket',
    received: 'Received',
    registered: 'Counts as registered on',
    officer: 'Officer',
    waiting: 'A registrar puts name and post here on the day of registration.',
    print: 'Keep this page or its number: it proves that the appeal was received.',
  },

  clock: {
    title: 'By which day, and why',
    due: 'Answer due by',
    wasDue: 'Answer was due by',
    lawful: 'Lawful due day',
    extendedTo: 'Extended until',
    start: 'Counted from',
    today: 'Today',
    ended: 'Ended',
    summary: (start: string, due: string) => `The term runs from ${longDay('en', start)} to ${longDay('en', due)}.`,
    summaryExtended: (start: string, due: string, until: string) =>
      `The term runs from ${longDay('en', start)} to ${longDay('en', due)} and was extended until ${longDay('en', until)}.`,
    twoClocks: 'The term was extended. The lawful day stays in view: figures are counted by both.',
    lawfulTitle: 'The lawful term, day by day',
    extendedTitle: 'The extension, day by day',
    basis: 'By law',
  },

  thread: {
    title: 'What happened',
    sides: { body: 'State body', applicant: 'Applicant', time: 'By law' },
    filed: 'The appeal was filed',
    arrived: 'The appeal arrived from another body',
    from: (n: string, body: string) => `It was redirected by ${body}, where it had the number ${n}.`,
    about: (n: string, body: string) => `It is a complaint about case ${n} at ${body}.`,
    registered: (day: string) => `Registered on ${longDay('en', day)}.`,
    accepted: 'Accepted and put on the ticket',
    assigned: 'Given to an executor',
    redirected: 'Redirected to the competent body',
    to: (n: string, body: string) => `It goes on at ${body} as case ${n}, with a clock of its own.`,
    toNumber: (n: string) => `It goes on as case ${n}, with a clock of its own.`,
    proposed: 'An extension was proposed to the head',
    until: (day: string) => `Until ${fullDay('en', day)}.`,
    declined: 'The head did not approve the extension',
    extended: 'The term was extended',
    extendedFrom: (was: string, until: string) =>
      `The lawful day ${longDay('en', was)} became ${longDay('en', until)}. The applicant was told at the same time.`,
    answered: (outcome: string) => `Answer: ${outcome}`,
    noted: (outcome: string) => `Outcome: ${outcome}`,
    parts: 'What the law asks an answer to have',
    signed: (name: string) => `Signed by ${name}`,
    terminated: (ground: string) => `Terminated: ${ground}`,
    withdrawn: 'The applicant withdrew the appeal',
    judged: 'The applicant judged the answer',
    overdue: (due: string) => `The due day, ${longDay('en', due)}, passed without an answer.`,
    reason: 'Reason',
  },

  twoWords: 'The body’s outcome and the applicant’s judgement stand side by side and are never added up.',

  duties: {
    title: 'Steps the law times',
    lead: 'Registering, redirecting and giving notice have days of their own.',
    caption: 'Procedural duties with their clocks',
    what: 'Duty',
    from: 'Counted from',
    due: 'Due',
    done: 'Done on',
  },

  next: {
    title: 'What may be done next',
    applicant: 'The applicant',
    body: 'The body',
    none: 'Nothing is left to do in this case.',
    act: 'What you can do here',
  },

  complaint: {
    title: 'The applicant may complain',
    yours: 'You may complain',
    overdue: 'It is filed with the same body, which must pass it on to the body above it.',
    replied:
      'Whoever does not agree with how the case ended may complain. It is filed with the same body, which must pass it on to the body above it.',
    until: (day: string) => `The last day is ${fullDay('en', day)}.`,
    left: (n: number) =>
      plural('en', n, { one: '{n} working day is left for it.', other: '{n} working days are left for it.' }),
    prepare: 'Prepare the complaint',
    closed: (day: string) => `The time to complain ended on ${longDay('en', day)}.`,
    filed: 'Complaints about this case',
    atBody: (n: string, body: string) => `Case ${n} at ${body}`,
  },

  letters: {
    title: 'Letters to you in this case',
    waiting: 'waiting to be sent',
    sending: 'being sent',
    sent: 'sent',
    kept: 'kept in the letterbox',
    failed: 'could not be delivered',
    untitled: 'A letter is being written',
  },

  chain: {
    title: 'Check this record',
    text: 'Every event of the case is chained to the one before it by a hash. If anything were changed, removed or reordered, the last hash would differ.',
    events: 'Events',
    hash: 'Last hash (SHA-256)',
    copy: 'Copy',
    copied: 'Copied',
  },
  origin: (n: string, body: string) => `Began as case ${n} at ${body}`,
  count: (n: number) => number('en', n),
} as const;
