// State bodies: the tree and one body's page.
import { number, plural } from '../format';

export const bodies = {
  title: 'State bodies',
  lead: 'How many cases each body has open now. These are plain counts, not a rating: behind each stand the cases themselves.',
  tree: 'Bodies by level',
  open: (n: number) => plural('en', n, { one: '{n} open case', other: '{n} open cases' }),
  overdue: (n: number) => plural('en', n, { one: '{n} overdue', other: '{n} overdue' }),
  none: 'no open cases',
  levels: { central: 'Central body', regional: 'Regional body', district: 'District body' },
  closed: 'This body no longer takes appeals.',
  file: 'File an appeal to this body',
  owes: {
    title: 'What it owes now',
    lead: 'Open duties of every kind: decisions, registrations, notices. Private cases are counted too.',
    overdue: 'overdue',
    today: 'due today',
    near: (n: number) => plural('en', n, { one: 'due within {n} working day', other: 'due within {n} working days' }),
    later: 'due later',
  },
  standings: {
    title: 'Its cases by standing',
    lead: 'Cases open to the public, those of the bodies under it included. Each case is in exactly one standing.',
    columns: { label: 'Standing', value: 'Cases' },
  },
  cases: { title: 'Latest cases', all: 'All cases of this body', none: 'No public case yet.' },
  below: 'Bodies under it',
  councils: 'Public councils at it',
  facts: {
    title: 'About the body',
    level: 'Level',
    region: 'Region',
    address: 'Address',
    workdayEnd: 'Working day ends at',
    workdayNote: 'What arrives later counts as received on the next working day.',
    above: 'Stands under',
  },
  count: (n: number, most: number) => (n > most ? `${number('en', most)}+` : number('en', n)),
} as const;
