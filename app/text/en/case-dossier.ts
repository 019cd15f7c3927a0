// The dossier of a case: everything its reader may know of it on one paper. And what any dossier says of its own proof.
import { longDay, number, plural } from '../format';

const n = (value: number) => number('en', value);

export const caseDossier = {
  title: (appeal: string) => `Dossier of case ${appeal}`,
  section: 'The dossier',
  lead: 'The whole case in one file: the parties, what happened day by day, each duty with its day and why it is that day, answers in full, files with their hashes, and a square code by which anybody can check it.',
  pdf: 'The dossier as PDF',
  audience: 'Made for',
  audiences: {
    public: 'readers who are no party to the case',
    applicant: 'the applicant',
    body: 'the state body; it shows internal work too',
  },
  asOf: 'As of',
  standing: 'Standing',
  external: 'Number in another system',
  provisional: 'The day is provisional: the calendar of its year is not official yet.',
  parties: 'The parties',
  term: 'The term of the answer',
  lawful: 'Lawful due day',
  extended: 'Extended until',
  why: 'Why this day',
  thread: 'What happened',
  when: 'Day and time',
  who: 'Who',
  what: 'What',
  duties: 'Duties and their days',
  noDuties: 'No other duty has begun.',
  files: {
    title: 'Files',
    none: 'No files came with the case.',
    name: 'File',
    size: 'Size',
    hash: 'SHA-256',
  },
  service: 'Notices and their service',
  noService: 'No notice of the law has been written yet.',
  register: {
    title: 'The record and the public register',
    events: 'Events',
    hash: 'Hash of the last one',
    signed: 'In the public register',
    until: (events: number, day: string) =>
      `${plural('en', events, { one: '{n} event', other: '{n} events' })}, the last of them under the root of ${longDay('en', day)}`,
    none: 'not yet: the root of today is signed tonight',
    root: 'That root',
  },
  proof: {
    title: 'Check this dossier',
    alt: 'Square code with the address where this dossier is checked',
    text: (events: number, day: string) =>
      `The code leads to a page that says whether Kenes issued this dossier, of ${plural('en', events, { one: '{n} event', other: '{n} events' })} as they stood on ${longDay('en', day)}, and how many have followed. The file itself carries a signature over every one of its bytes: choose the file there, and the page says whether anything in it was changed.`,
  },
  n,
} as const;
