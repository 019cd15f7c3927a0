// The pages on which a dossier is checked: by its square code, and by the file itself.
import { longDay, plural } from '../format';

export const issued = {
  title: 'Check a dossier',
  lead: 'A dossier from Kenes carries a square code and a signature. The code says what the dossier is; the file shows whether anything in it was changed.',
  genuine: 'Kenes issued this dossier',
  genuineText: (events: number, day: string) =>
    `It shows the record as it stood on ${longDay('en', day)}, with ${plural('en', events, { one: '{n} event', other: '{n} events' })}. These events still stand as they were: the hash of the last one is the one that the dossier names.`,
  compare:
    'Compare the number, the day and the hash below with those on the paper: a code can be copied onto another paper. If you have the file, choose it: then every word is checked.',
  forged: 'Kenes did not issue a dossier with this code',
  forgedText:
    'The code bears no signature of this register, or it was not read in full. Scan it again or type the address anew. If it stays so, do not rely on the paper.',
  broken: 'The record is not what the dossier says',
  brokenText:
    'Kenes issued this dossier, but the record no longer has the event that it names. Tell the operator of this site: this must not happen.',
  facts: {
    number: 'Number',
    day: 'As of',
    events: 'Events by then',
    audience: 'Made for',
    language: 'Language',
    hash: 'Hash of the last event',
    begins: (head: string) => `begins with ${head}`,
    register: 'In the public register',
    none: 'not signed yet: tonight',
    root: 'Root of that day',
  },
  since: {
    title: 'Since then',
    nothing: 'Nothing has happened in the record since.',
    some: (events: number) =>
      plural('en', events, { one: '{n} event has followed.', other: '{n} events have followed.' }),
    private: 'The record is not open to everyone, so this page says no more.',
    appeal: 'The case as it is now',
    round: 'The round as it is now',
    onDay: 'What its page said on that day',
  },
  file: {
    title: 'Check the file',
    label: 'The dossier as a PDF file',
    hint: 'It is looked at here and not kept.',
    submit: 'Check',
    busy: 'Being checked …',
    whole: 'The file is whole: it is exactly what Kenes issued',
    wholeText: 'Not a byte of it was changed.',
    changed: 'The file was changed',
    changedText:
      'It carries a code of Kenes, but its bytes are not those that were signed. Do not rely on it: get the dossier from its page anew.',
    foreign: 'The file carries no signature of Kenes',
    foreignText:
      'It is no dossier from here, or it was saved anew by another program, which takes the signature away. Get the dossier from its page anew.',
    none: 'Choose a file.',
    what: 'What the dossier is, and what has happened since',
    offline: 'The same without this site, by the published register:',
  },
} as const;
