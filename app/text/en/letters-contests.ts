// What letters about contested figures say. Facts that other letters have too stand in letters.ts; claims and rulings come from the guide.
import { longDay, plural } from '../format';

const workingDays = (n: number) => plural('en', n, { one: '{n} working day', other: '{n} working days' });

export const contestLetters = {
  open: 'Open the contest',
  facts: {
    contest: 'Contest',
    council: 'Public council',
    claim: 'The body says',
    ruling: 'Ruling',
    counts: 'The case counts as',
    asBefore: 'as it was recorded',
  },
  named: (claim: string, day: string | null) => (day === null ? claim : `${claim}: ${longDay('en', day)}`),
  reasonsOfBody: 'The body’s reasons',
  reasonsOfCouncil: 'The council’s reasons',
  contest_made: {
    subject: (number: string) => `Contest ${number}: a figure is contested`,
    heading: 'A body contests what a case counts as',
    rules: (day: string) => `The public council rules by ${longDay('en', day)}.`,
    runsOn:
      'Nothing stops: the case and its terms run on, and the figure stays shown with both versions beside each other.',
  },
  contest_passed_on: {
    subject: (number: string) => `Contest ${number}: another council rules`,
    heading: 'The contest goes to the council of the superior body',
    lead: 'On the council that had it nobody may rule.',
  },
  contest_ruled: {
    subject: (number: string) => `Contest ${number}: the council has ruled`,
    heading: 'The public council has ruled',
    lead: 'Where the ruling changes what the case counts as, the figure is calculated again and restated in public.',
  },
  contest_withdrawn: {
    subject: (number: string) => `Contest ${number}: withdrawn`,
    heading: 'The body has withdrawn its contest',
    lead: 'The case counts as it was recorded. The contest stays in public as withdrawn.',
  },
  deadline: {
    subject: {
      ahead: (number: string, days: number) => `Contest ${number}: ${workingDays(days)} left`,
      today: (number: string) => `Contest ${number}: due today`,
      overdue: (number: string, days: number) => `Contest ${number}: overdue by ${workingDays(days)}`,
    },
    missed: (number: string) => `Contest ${number}: term missed`,
  },
} as const;
