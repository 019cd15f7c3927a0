// Filing an appeal: the form, what it shows beside itself, the ready complaint.
import { fileSize, fullDay, longDay, number } from '../format';

export const filing = {
  title: 'File an appeal',
  lead: 'Choose what you want to say and to whom. Beside the form you see by which day the answer would be due, and why.',
  complaintTitle: 'File a complaint',
  about: (n: string) => `About case ${n}`,
  kind: {
    legend: 'What kind of appeal is it?',
    dueIf: (term: string, day: string) => `The term is ${term}; if sent now, the last day is ${longDay('en', day)}.`,
    filedWith: (place: string) => `Filed with ${place}`,
  },
  body: {
    label: 'To which body?',
    hint: 'If it is not competent, it must redirect your appeal within the term that the guide names.',
    empty: 'Choose a body',
    another: (n: number) => `To which body? No. ${n}`,
    none: 'No further body',
    add: 'Send to another body too',
    addHint:
      'Each body gets a case of its own, with its own number and clock. One question has one competent body (APPC art. 65): the others would only pass it on. Send to several where each has its own part to answer.',
  },
  identity: { legend: 'In whose name?', self: (name: string) => `In my own name: ${name}` },
  subject: { label: 'Subject', hint: 'One line that says what it is about.' },
  text: {
    label: 'Your appeal',
    hint: 'Say what happened, what you ask for, and number your points: the answer must go through each of them.',
    counter: 'Characters:',
  },
  language: { label: 'Language of the appeal', hint: 'The answer comes in this language or in the state language.' },
  visibility: {
    legend: 'Who may read it?',
    public: {
      label: 'Everyone',
      text: 'Appeal, clock and answer are public. Don’t put other people’s personal data into the text.',
    },
    private: { label: 'Only you and the body', text: 'It counts in the figures, but nobody else sees its words.' },
    later: {
      label: 'Only you and the body until a day; then everyone',
      text: 'Choose the day below. Until it comes you can move it or take it back on the page of the case.',
    },
  },
  publicDay: {
    label: 'Public from',
    hint: 'Only if you chose a day above. From its first hour the appeal, its clock and its answers are open to everyone.',
  },
  nameHidden: {
    label: 'Hide my name from the public',
    hint: 'The body sees it: an appeal without an author would not be considered. Others see neutral names in place of the names of your files, but what is inside the files stays as you sent it: check that neither their pages nor their properties (author of a document, place of a photograph) name you.',
  },
  files: {
    label: 'Attachments',
    hint: (count: number, size: number) =>
      `Up to ${number('en', count)} files of ${fileSize('en', size)} each: PDF, pictures, text and office documents.`,
    kept: 'Files already received',
    keep: (name: string, size: number) => `${name}, ${fileSize('en', size)}`,
    keepHint: 'Untick a file to leave it out.',
    coming: 'Coming in:',
    waiting: 'The connection is lost. It goes on by itself when it is back.',
    withheld: 'Files for the body only',
    withheldHint:
      'Tick the files that others are not to open, even when the appeal is public. Tables, office documents, texts and PDF files are looked through for personal data; pictures, scans and files locked by a password can’t be.',
  },
  optional: '(optional)',
  preview: 'Count the days for my choice',
  submit: 'Send the appeal',
  sending: 'Sending…',
  draft: {
    restored: 'What you typed before has been put back. It was kept in this browser only.',
    discard: 'Start afresh',
  },
  now: {
    title: 'If you send it now',
    kind: (kind: string) => `Counted for: ${kind}`,
    received: 'Received',
    receivedAt: (day: string, time: string) => `${longDay('en', day)}, ${time}`,
    registered: 'Registered',
    due: 'Answer due by',
    dueOn: (day: string) => fullDay('en', day),
    because: 'Because',
    basis: 'By law',
    days: 'See every day',
  },
  forecast: {
    title: 'How long such cases took here',
    half: (day: number) => `Half of them were answered by working day ${number('en', day)}.`,
    notHalf: 'Fewer than half of them have been answered so far.',
    open: (one: number, day: number) => `1 in ${number('en', one)} was still open on working day ${number('en', day)}.`,
    none: (day: number) => `Hardly any was still open on working day ${number('en', day)}.`,
    most: (day: number) => `More than half were still open on working day ${number('en', day)}.`,
    ofKind: (kind: string) => `Cases of this kind: ${kind}.`,
    ofAll: 'Cases of every kind at this body: of yours alone there are too few.',
    rests: (n: number, from: string, to: string) =>
      `n = ${number('en', n)}, registered from ${longDay('en', from)} to ${longDay('en', to)}.`,
    how: 'Days are counted from registration; cases still open count with the time they have been open (Kaplan–Meier). It says how it was, not how yours will be.',
    tooFew: (minimum: number, from: string, to: string) =>
      `Fewer than ${number('en', minimum)} cases were registered at this body from ${longDay('en', from)} to ${longDay('en', to)}: too few to tell anything from them.`,
  },
  complaint: {
    subject: (n: string) => `Complaint about case ${n}`,
    silent: (n: string, subject: string, due: string) =>
      `On appeal No. ${n}, “${subject}”, no decision was made within the term set by law. The term ended on ${longDay('en', due)}.\n\nI ask:\n1. to find the failure to act unlawful;\n2. to consider the appeal on its merits and answer every point of it;\n3. to tell me what was done to those responsible.`,
    replied: (n: string, subject: string, ended: string) =>
      `I do not agree with the answer of ${longDay('en', ended)} to appeal No. ${n}, “${subject}”.\n\nReasons:\n1. \n\nI ask to consider the appeal again and to answer every point of it.`,
  },
} as const;
