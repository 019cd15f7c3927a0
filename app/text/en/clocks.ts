// How terms and clocks are spoken of, wherever a due day is shown.
import { dayList } from '../day-list';
import { dayInWeek, longDay, numericDay, plural } from '../format';

export const clocks = {
  due: 'Due',
  left: (n: number) => plural('en', n, { one: '{n} working day left', other: '{n} working days left' }),
  today: 'due today',
  overdue: (n: number) =>
    n === 0 ? 'overdue' : plural('en', n, { one: 'overdue by {n} working day', other: 'overdue by {n} working days' }),
  endedOn: (day: string) => `ended on ${numericDay('en', day)}`,
  late: 'after the due day',
  provisional: 'provisional',
  state: {
    running: 'Running',
    due_today: 'Due today',
    overdue: 'Overdue',
    kept: 'Done in time',
    late: 'Done after the due day',
    released: 'No longer owed',
  },
  why: {
    sameDay: (due: string) => `It has to be done the same day, ${dayInWeek('en', due)}.`,
    ends: (term: string, due: string) => `The term of ${term} ends on ${dayInWeek('en', due)}.`,
    ended: (term: string, due: string) => `The term of ${term} ended on ${dayInWeek('en', due)}.`,
    untilMoved: (due: string) => `The extended term runs until ${longDay('en', due)}.`,
    daysOff: (days: readonly string[]) =>
      days.length === 1 ? `${dayList('en', days)} is a day off.` : `${dayList('en', days)} are days off.`,
    movedWork: (days: readonly string[]) =>
      days.length === 1
        ? `${dayList('en', days)} was made a working day and counts.`
        : `${dayList('en', days)} were made working days and count.`,
    rolled: (due: string) =>
      `The last day was a day off, so the term ends on the next working day, ${longDay('en', due)}.`,
  },
} as const;
