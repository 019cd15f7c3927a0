// A table of days off of one year, as a decree gives them: what a row must hold, and what the calendar in force says to it. Days off belong to the
// guide: a table is held against its calendar, and can never change it.
import { z } from 'zod';
import { isWorking, type Calendar } from '../calendar';
import { correctionReason, HOWS, type How } from '../correction';
import type { Day } from '../day';
import { dayField } from '../fields';
import { refused, type Plan, type RowProblem, type Table } from './table';

const WHAT = ['off', 'worked'] as const;
export type DayWord = (typeof WHAT)[number];
const shape = z.object({
  date: dayField,
  what: z.enum(WHAT),
  /** The act by its full name: whoever's day moves is written it as the reason. */
  actKk: correctionReason,
  actRu: correctionReason,
  note: z.string().trim().max(300, 'too_long').default(''),
});
export type DayOffRow = z.output<typeof shape>;

export type KnownDays = {
  calendar: Calendar;
  /** That of the table's first day. */
  year: string;
  today: Day;
  /** Days that open duties were reckoned with otherwise, with how many of these a correction would move, leave and confirm. */
  touched: ReadonlyMap<Day, Readonly<Record<How, number>>>;
  /** Of rows before. */
  acts: Pick<DayOffRow, 'actKk' | 'actRu'>[];
};

/** The acts, each once: the reason of the correction. */
export function reasonOf(rows: readonly Pick<DayOffRow, 'actKk' | 'actRu'>[]): { kk: string; ru: string } {
  const each = (of: (row: Pick<DayOffRow, 'actKk' | 'actRu'>) => string) => [...new Set(rows.map(of))].join('; ');
  return { kk: each(({ actKk }) => actKk.trim()), ru: each(({ actRu }) => actRu.trim()) };
}

export const daysOff: Table<DayOffRow, KnownDays> = {
  columns: ['date', 'what', 'actKk', 'actRu', 'note'],
  choices: { what: WHAT },
  tells: HOWS,
  shape,
  keyOf: ({ date }) => date,
  plan(row, known): Plan {
    const problem = dayProblem(row, known);
    if (problem) return refused(problem === 'works' || problem === 'rests' ? 'what' : 'date', problem);
    const counts = known.touched.get(row.date);
    if (!counts) return { state: 'same', objectId: null };
    const { kk, ru } = reasonOf([...known.acts, row]);
    if (!correctionReason.safeParse(kk).success || !correctionReason.safeParse(ru).success)
      return refused('actRu', 'too_long');
    known.acts.push(row);
    const told = Object.entries(counts).filter(([, n]) => n > 0);
    return { state: 'new', after: Object.fromEntries(told.map(([how, n]) => [how, String(n)])) };
  },
};

/** Why the calendar in force can't take the row; null where it says the same. */
function dayProblem({ date, what }: DayOffRow, { calendar, year, today }: KnownDays): RowProblem | null {
  if (!date.startsWith(year)) return 'other_year';
  if (!calendar.years[Number(year)]) return 'no_calendar';
  const works = isWorking(calendar, date);
  if (works === (what === 'worked')) return null;
  if (date < today) return 'passed';
  return works ? 'works' : 'rests';
}
