// The Today page of an NGO or a person.
import { fullDay, plural } from '../format';

export const today = {
  title: 'Today',
  lead: (day: string) => fullDay('en', day),
  calm: {
    title: 'Nothing needs you today',
    text: 'No answer has come, nothing is overdue and nothing falls due in the next days.',
  },
  came: {
    title: 'Answers that came',
    judge: 'Judge the answer',
    columns: { case: 'Case', outcome: 'What the body says', day: 'Answered', judge: 'What you say' },
    rest: (n: number) => plural('en', n, { one: '{n} earlier answer', other: '{n} earlier answers' }),
  },
  overdue: {
    title: 'Overdue now',
    also: (what: string) => `Also overdue: ${what}`,
    complain: 'Complain',
  },
  soon: {
    title: 'Falls due soon',
    lead: (n: number) => plural('en', n, { one: 'Within {n} working day', other: 'Within {n} working days' }),
  },
  own: { title: 'What you owe yourself' },
  cases: { title: 'Your cases', all: 'All your cases', none: 'You have not filed anything yet.' },
  open: (n: number) => plural('en', n, { one: '{n} case of yours is open.', other: '{n} cases of yours are open.' }),
  file: 'File an appeal',
} as const;
