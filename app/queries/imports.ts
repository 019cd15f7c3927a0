// Tables that administrators brought along: the list of them, and one with what it would do, did, or could not be taken back, row by row.
import type { ImportKind } from '../core/imports/kinds';
import type { Database } from '../data/connect';
import { kindOf, rowsOf } from '../data/import-rows';
import { planned } from '../data/imports';

export const STATES = ['new', 'changed', 'same', 'refused', 'undone', 'kept'] as const;
export type RowState = (typeof STATES)[number];
export type ImportLine = {
  line: number;
  key: string;
  state: RowState;
  changes: { column: string; before: string | null; after: string }[];
  /** 'column:problem' words, or why a row was kept. */
  problems: string[];
};
export type ImportHead = {
  id: string;
  kind: ImportKind;
  fileName: string;
  by: string;
  at: number;
  step: 'looked_at' | 'applied' | 'undone';
};
export type ImportView = ImportHead & {
  counts: Record<RowState, number>;
  lines: ImportLine[];
  /** The first line of the next page. */
  next: number | null;
};
const PAGE = 200;
const SHOWN = 50;

type Row = {
  id: string;
  kind: string;
  fileName: string;
  name: string;
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
};
const headOf = ({ id, kind, fileName, name, createdAt, appliedAt, undoneAt }: Row): ImportHead => ({
  ...{ id, fileName, kind: kindOf(kind), by: name, at: createdAt.getTime() },
  step: undoneAt ? 'undone' : appliedAt ? 'applied' : 'looked_at',
});

export const imports = async ({ prisma }: Pick<Database, 'prisma'>): Promise<ImportHead[]> =>
  (await prisma.import.findMany({ orderBy: { createdAt: 'desc' }, take: SHOWN })).map(headOf);

/** Null where there is none. `from`: the line that the page begins with. */
export async function importView(
  { prisma }: Pick<Database, 'prisma'>,
  id: string,
  from: number,
): Promise<ImportView | null> {
  const found = await prisma.import.findUnique({ where: { id } });
  if (!found) return null;
  const head = headOf(found);
  const lines = head.step === 'looked_at' ? await wouldDo(prisma, head) : await did(prisma, head);
  const counts = { new: 0, changed: 0, same: 0, refused: 0, undone: 0, kept: 0 };
  for (const { state } of lines) counts[state]++;
  const shown = lines.filter(({ line }) => line >= from);
  return { ...head, counts, lines: shown.slice(0, PAGE), next: shown[PAGE]?.line ?? null };
}

type Reading = Database['prisma'];
const changesOf = (before: Record<string, string> | null, after: Record<string, string>): ImportLine['changes'] =>
  Object.entries(after).map(([column, now]) => ({
    column,
    before: before ? (before[column] ?? '') : null,
    after: now,
  }));

async function wouldDo(prisma: Reading, { id, kind }: ImportHead): Promise<ImportLine[]> {
  return (await planned(prisma, kind, await rowsOf(prisma, id))).map((plan) => ({
    ...{ line: plan.line, key: plan.key, state: plan.state },
    changes:
      plan.state === 'new'
        ? changesOf(null, plan.after)
        : plan.state === 'changed'
          ? changesOf(plan.before, plan.after)
          : [],
    problems: plan.state === 'refused' ? plan.wrong.map(({ column, problem }) => `${column}:${problem}`) : [],
  }));
}

async function did(prisma: Reading, { id, kind }: ImportHead): Promise<ImportLine[]> {
  const rows = await prisma.importRow.findMany({ where: { importId: id }, orderBy: { line: 'asc' } });
  return rows.map(({ line, values, state, before, after, problem }) => ({
    ...{ line, state: STATES.find((one) => one === state) ?? 'same' },
    key: (values as Record<string, string>)[kind === 'bodies' ? 'slug' : 'bin'] ?? '',
    changes: after ? changesOf(before as Record<string, string> | null, after as Record<string, string>) : [],
    problems: problem ? problem.split(' ') : [],
  }));
}
