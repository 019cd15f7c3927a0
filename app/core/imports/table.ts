// What is said of a table of one kind without looking anywhere: its columns, what a row must hold, by what it is known again, and what it would do
// beside what stands in the registers. Pure; each kind fills this in a file of its own beside this one.
import type { z } from 'zod';
import { parse } from '../parse';
import type { Problem } from '../refusal';

/** What is wrong with a row beside single values. */
export const ROW_PROBLEMS = [
  'twice',
  'no_superior',
  'closed_superior',
  'circle',
  'no_body',
  'closed_body',
  'no_organisation',
  'role_elsewhere',
  'past_day',
  'account_closed',
  'before_filed',
  'not_yet',
  'brought_before',
  'other_year',
  'no_calendar',
  'works',
  'rests',
  'passed',
] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];
/** Why a row can't be taken back. */
export const KEPT = ['used', 'changed_since', 'approved', 'taken'] as const;
export type Kept = (typeof KEPT)[number];

export type Words = Readonly<Record<string, string>>;
export type Wrong = { column: string; problem: Problem | RowProblem };

/** What else there is to say of a row. */
export const NOTES = ['newcomer', 'has_account', 'holds', 'invited'] as const;
export type Note = (typeof NOTES)[number];

/** What a row would do. `before` and `after` hold the columns that differ; of a new row, all of them. */
export type Plan =
  | { state: 'new'; after: Words; note?: Note }
  | { state: 'changed'; objectId: string; before: Words; after: Words }
  | { state: 'same'; objectId: string | null; note?: Note }
  | { state: 'refused'; wrong: readonly Wrong[] };

export const noteOf = (plan: Plan): Note | null => ('note' in plan ? (plan.note ?? null) : null);

export type Columns = readonly [first: string, ...rest: string[]];
export type Table<Row, Known> = {
  /** In the order of the template. The first names a row that can't be read. */
  columns: Columns;
  /** Words of a column that holds one of a few. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** What a row that is done tells besides its columns. */
  tells?: readonly string[];
  shape: z.ZodType<Row>;
  /** By what a row is known again; no two rows of one table share it. */
  keyOf(row: Row): string;
  /** `known`: what stands in the registers. Notes there what later rows of the same table may rest on. */
  plan(row: Row, known: Known): Plan;
};

export type Read<Row> = { ok: true; row: Row } | { ok: false; wrong: Wrong[] };

/** A row by its shape, or one problem for each column that has one. */
export function readRow<Row>(shape: z.ZodType<Row>, values: Words): Read<Row> {
  const read = parse(shape, values);
  if (read.ok) return { ok: true, row: read.value };
  const fields = Object.entries(read.refusal.fields ?? {});
  return { ok: false, wrong: fields.map(([at, problem]) => ({ column: at.split('.')[0] ?? at, problem })) };
}

export const refused = (column: string, problem: Wrong['problem']): Plan => ({
  state: 'refused',
  wrong: [{ column, problem }],
});

/** An entry that is there or not, and what the row says of it. */
export function planOf(there: { id: string; words: Words } | undefined, words: Words): Plan {
  if (!there) return { state: 'new', after: words };
  const differ = Object.keys(words).filter((name) => words[name] !== there.words[name]);
  if (differ.length === 0) return { state: 'same', objectId: there.id };
  const only = (all: Words) => Object.fromEntries(differ.map((name) => [name, all[name] ?? '']));
  return { state: 'changed', objectId: there.id, before: only(there.words), after: only(words) };
}
