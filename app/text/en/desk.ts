// The official's desk.
import { fullDay, longDay, number, plural } from '../format';

export const desk = {
  title: 'Desk',
  lead: (day: string) => `${fullDay('en', day)}. What your body owes, the least lawful time left first.`,
  nearness: {
    overdue: 'Overdue',
    today: 'Due today',
    near: (n: number) => plural('en', n, { one: 'Within {n} working day', other: 'Within {n} working days' }),
    later: 'Later',
  },
  figures: (body: string) => `Figures of ${body}, before they are published`,
  load: {
    title: (due: number) =>
      plural('en', due, { one: 'Load ahead: {n} duty falls due', other: 'Load ahead: {n} duties fall due' }),
    caption: 'Due on each of the coming working days',
    until: (day: string) => `Until ${longDay('en', day)}.`,
    daysOff: (off: number) =>
      plural('en', off, {
        one: '{n} day off lies between and is not counted.',
        other: '{n} days off lie between and are not counted.',
      }),
    day: 'Day',
    due: 'Due',
    off: (day: string) => `${fullDay('en', day)}, a day off`,
  },
  newRound: 'New round',
  workbench: 'Workbench',
  byTime: 'By time left',
  all: 'All',
  share: { label: 'Whose work', mine: 'Mine', all: 'All of the body', nobody: 'Not assigned' },
  bodies: { label: 'Body', all: 'All my bodies' },
  table: {
    caption: 'Open duties, the soonest first',
    case: 'Case',
    what: 'Duty',
    official: 'Executor',
    body: 'Body',
    due: 'Due',
  },
  nobody: 'not assigned',
  you: 'you',
  more: (n: number) => `${number('en', n)}+`,
  pages: { label: 'Pages of the desk', newer: 'Sooner', older: 'Later' },
  empty: { title: 'Nothing is owed here', text: 'New work appears as soon as an appeal arrives.' },
  proposals: {
    title: 'Extensions waiting for your decision',
    until: (was: string, until: string) => `From ${longDay('en', was)} to ${longDay('en', until)}`,
    by: (name: string) => `Proposed by ${name}`,
    left: (n: number) =>
      n < 0
        ? 'The term has ended: it can’t be extended any more.'
        : n === 0
          ? 'It can only be decided today.'
          : plural('en', n, {
              one: 'It can be decided for {n} more working day.',
              other: 'It can be decided for {n} more working days.',
            }),
    decide: 'Decide',
  },
  none: {
    title: 'You hold no office',
    text: 'The desk belongs to officials. If you should have one, ask the administrator.',
  },
} as const;
