// What can be brought along as a table: the kinds, each with its columns. A new one is a file beside this, one in data/imports, and a line in the
// tables of both; its words are in text/imports.
import { bodies } from './bodies';
import { daysOff } from './days-off';
import { organisations } from './organisations';
import { pastCases } from './past-cases';
import { people } from './people';
import type { Columns, Table } from './table';

/** Rows of one table. */
export const MOST_ROWS = 20_000;

const TABLES = { bodies, organisations, people, past_cases: pastCases, days_off: daysOff } as const satisfies Record<
  string,
  Said
>;
type Said = Pick<Table<never, never>, 'columns' | 'choices' | 'tells'>;
export type ImportKind = keyof typeof TABLES;
export const KINDS = Object.keys(TABLES) as [ImportKind, ...ImportKind[]];

export const columnsOf = (kind: ImportKind): Columns => TABLES[kind].columns;
const saidOf = (kind: ImportKind): Said => TABLES[kind];
export const choicesOf = (kind: ImportKind) => Object.entries(saidOf(kind).choices ?? {});
/** Everything that is told of a row, in its order. */
export const toldOf = (kind: ImportKind): string[] => [...columnsOf(kind), ...(saidOf(kind).tells ?? [])];

/** Where a table stands. */
export const IMPORT_STEPS = ['looked_at', 'applying', 'applied', 'undoing', 'undone'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export type Standing = {
  applyBegunAt: Date | null;
  appliedAt: Date | null;
  undoBegunAt: Date | null;
  undoneAt: Date | null;
};
/** Read off the instants; a table that was applied while its administrator waited has no beginning. */
export const stepOf = ({ applyBegunAt, appliedAt, undoBegunAt, undoneAt }: Standing): ImportStep =>
  undoneAt ? 'undone' : undoBegunAt ? 'undoing' : appliedAt ? 'applied' : applyBegunAt ? 'applying' : 'looked_at';
