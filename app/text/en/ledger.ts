// The words around a drawn term: how long it is, what the marks of the picture mean. Used wherever a term is shown.
import { longDay, plural } from '../format';

/** Units as the guide names them. */
export type LedgerUnit = 'working_day' | 'calendar_day' | 'month';

const UNITS = {
  working_day: { one: '{n} working day', other: '{n} working days' },
  calendar_day: { one: '{n} calendar day', other: '{n} calendar days' },
  month: { one: '{n} month', other: '{n} months' },
} as const;

export const ledger = {
  term: (n: number, unit: LedgerUnit) => (n === 0 ? 'the same day' : plural('en', n, UNITS[unit])),
  before: (n: number, unit: LedgerUnit) => `at least ${plural('en', n, UNITS[unit])} before`,
  summary: (term: string, from: string, due: string) =>
    `The term: ${term}. It is counted from ${longDay('en', from)}; the last day is ${longDay('en', due)}.`,
  start: 'Start, not counted',
  counted: 'Counted',
  notCounted: 'Day off',
  movedWork: 'Worked in place of another day',
  due: 'Last day',
  today: 'Today',
  notes: 'Why this day',
  dayByDay: 'Every day, one by one',
  columns: { day: 'Day', number: 'Count', why: 'What it is' },
  provisional: 'Provisional: the calendar of that year is not official yet',
} as const;
