// A table of appeals from before Kenes: what a row must hold, and what it must not. It adds one or is there already; whoever names a person in it is told to take the name out:
// found by the form of numbers and addresses alone, as everywhere.
import { z } from 'zod';
import { KINDS } from '../../../guide/schema';
import { isBin } from '../bin';
import { slugField } from '../body';
import { isDay, type Day } from '../day';
import { dayField } from '../fields';
import { PAST_OUTCOMES } from '../past';
import { isBarred, personalData } from '../personal-data';
import { refused, type Plan, type Table, type Words } from './table';

const text = (least: number, most: number) =>
  z.string().trim().min(1, 'required').min(least, 'too_short').max(most, 'too_long');
const harmless = (said: string) => personalData(said).length === 0;

const shape = z.object({
  number: text(1, 60).refine((said) => !personalData(said).some(isBarred), 'personal_data'),
  /** Where it is recorded: the name of another system, or of a journal. */
  register: text(2, 100).refine(harmless, 'personal_data'),
  /** Short address of the body. */
  body: slugField,
  /** Empty where a person asked: no name is kept. */
  bin: z
    .string()
    .default('')
    .transform((said) => said.replaceAll(/[\s-]/g, ''))
    .refine((said) => said === '' || isBin(said), 'bad_bin'),
  kind: z.enum(['', ...KINDS]).default(''),
  subject: text(3, 300).refine(harmless, 'personal_data'),
  filed: dayField,
  due: z
    .string()
    .trim()
    .default('')
    .refine((said) => said === '' || isDay(said), 'bad_day'),
  answered: dayField,
  outcome: z.enum(PAST_OUTCOMES),
});
export type PastCaseRow = z.output<typeof shape>;

/** What stands there already is by the same key: a table never changes what another one brought. */
export type KnownPastCases = {
  today: Day;
  /** Short addresses with ids. */
  bodies: ReadonlyMap<string, string>;
  there: ReadonlyMap<string, { id: string; words: Words }>;
};

export const pastKey = ({ number, register, body }: Pick<PastCaseRow, 'number' | 'register' | 'body'>): string =>
  `${number} · ${register} · ${body}`;

export const pastCases: Table<PastCaseRow, KnownPastCases> = {
  columns: ['number', 'register', 'body', 'bin', 'kind', 'subject', 'filed', 'due', 'answered', 'outcome'],
  choices: { kind: KINDS, outcome: PAST_OUTCOMES },
  shape,
  keyOf: pastKey,
  plan(row, { today, bodies, there }): Plan {
    const wrong = daysProblem(row, today);
    if (wrong) return refused(wrong.column, wrong.problem);
    if (!bodies.has(row.body)) return refused('body', 'no_body');
    const { number: _number, ...words } = row;
    const known = there.get(pastKey(row));
    if (!known) return { state: 'new', after: words };
    const differ = Object.entries(words).some(([name, said]) => known.words[name] !== said);
    return differ ? refused('number', 'brought_before') : { state: 'same', objectId: known.id };
  },
};

/** What is wrong with days that each alone may be: answered before it was filed, due before that, or not yet answered. */
function daysProblem(
  { filed, due, answered }: Pick<PastCaseRow, 'filed' | 'due' | 'answered'>,
  today: Day,
): { column: 'due' | 'answered'; problem: 'before_filed' | 'not_yet' } | null {
  if (answered < filed) return { column: 'answered', problem: 'before_filed' };
  if (answered > today) return { column: 'answered', problem: 'not_yet' };
  return due !== '' && due < filed ? { column: 'due', problem: 'before_filed' } : null;
}
