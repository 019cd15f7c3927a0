// Tables that administrators brought along: the list of them, and one with what it would do, does, did, or could not be taken back, row by row.
import type { CorrectionState } from '../core/correction';
import { columnsOf, stepOf, toldOf, type ImportKind, type ImportStep, type Standing } from '../core/imports/kinds';
import { noteOf, type Plan, type Words } from '../core/imports/table';
import type { World } from '../world';
import { entryOf, kindNamed } from '../data/imports/kinds';
import { didRows, rowsAfter, toText, type DidRow } from '../data/imports/rows';

export const STATES = ['new', 'changed', 'same', 'refused', 'undone', 'kept', 'waiting'] as const;
export type RowState = (typeof STATES)[number];
export type ImportLine = {
  line: number;
  key: string;
  state: RowState;
  changes: { column: string; before: string | null; after: string }[];
  note: string | null;
  /** 'column:problem' words, or why a row was kept. */
  problems: string[];
};
export type ImportHead = {
  id: string;
  kind: ImportKind;
  fileName: string;
  by: string;
  at: number;
  step: ImportStep;
};
/** What was begun, by whom and when; the end is null while it goes on. Names are null where tables are older than that. */
export type ImportAct = { what: 'apply' | 'undo'; by: string | null; began: number | null; ended: number | null };
export type ImportView = ImportHead & {
  counts: Record<RowState, number>;
  /** Where the table became the proposal of a correction: how that stands. */
  correction: CorrectionState | null;
  acts: ImportAct[];
  /** Of what goes on now: rows done, of all that it is about. */
  progress: { done: number; all: number } | null;
  lines: ImportLine[];
  /** The first line of the next page. */
  next: number | null;
};
type Counts = ImportView['counts'];
type Reading = Pick<World, 'db' | 'guide' | 'now'>;
const PAGE = 200;
const SHOWN = 50;
/** Rows that are judged at once: between them others are served. */
const CHUNK = 500;

type Row = Standing & { id: string; kind: string; fileName: string; name: string; createdAt: Date };
const headOf = (row: Row): ImportHead => {
  const { id, kind, fileName, name, createdAt } = row;
  return { id, fileName, kind: kindNamed(kind), by: name, at: createdAt.getTime(), step: stepOf(row) };
};

export const imports = async ({ db: { prisma } }: Pick<World, 'db'>): Promise<ImportHead[]> =>
  (await prisma.import.findMany({ orderBy: { createdAt: 'desc' }, take: SHOWN })).map(headOf);

/** Null where there is none. `from`: the line that the page begins with. */
export async function importView(world: Reading, id: string, from: number): Promise<ImportView | null> {
  const { prisma, pool } = world.db;
  const found = await prisma.import.findUnique({ where: { id } });
  if (!found) return null;
  const head = headOf(found);
  const { counts, lines } =
    head.step === 'looked_at'
      ? await wouldDo(world, head, from)
      : {
          counts: await countsOf(world, id),
          lines: (await didRows(pool, id, { from, limit: PAGE + 1 })).map((row) => did(head.kind, row)),
        };
  const acts = await actsOf(world, found);
  const next = lines[PAGE]?.line ?? null;
  const proposed = await prisma.correction.findUnique({ where: { id }, select: { state: true } });
  const correction = (proposed?.state ?? null) as CorrectionState | null;
  return {
    ...head,
    correction,
    counts,
    acts,
    progress: progressOf(head.step, counts),
    lines: lines.slice(0, PAGE),
    next,
  };
}

function progressOf(step: ImportStep, { waiting, undone, kept, ...rest }: Counts): ImportView['progress'] {
  const back = undone + kept;
  if (step === 'undoing') return { done: back, all: back + rest.new + rest.changed };
  const through = rest.new + rest.changed + rest.same + rest.refused;
  return step === 'applying' ? { done: through, all: through + waiting } : null;
}

async function actsOf({ db }: Reading, row: Row & { appliedById: string | null; undoneById: string | null }) {
  const { appliedById, undoneById, applyBegunAt, appliedAt, undoBegunAt, undoneAt } = row;
  const people = await db.prisma.person.findMany({
    where: { id: { in: [appliedById, undoneById].filter((one) => one !== null) } },
    select: { id: true, name: true },
  });
  const act = (what: ImportAct['what'], by: string | null, began: Date | null, ended: Date | null): ImportAct[] =>
    began || ended
      ? [
          {
            what,
            by: people.find(({ id }) => id === by)?.name ?? null,
            began: began?.getTime() ?? null,
            ended: ended?.getTime() ?? null,
          },
        ]
      : [];
  return [...act('apply', appliedById, applyBegunAt, appliedAt), ...act('undo', undoneById, undoBegunAt, undoneAt)];
}

const noRows = (): Counts => ({ new: 0, changed: 0, same: 0, refused: 0, undone: 0, kept: 0, waiting: 0 });

async function countsOf({ db }: Reading, importId: string): Promise<Counts> {
  const counts = noRows();
  const found = await db.prisma.importRow.groupBy({ by: ['state'], where: { importId }, _count: true });
  for (const { state, _count } of found) counts[stateOf(state)] += _count;
  return counts;
}
const stateOf = (state: string): RowState => STATES.find((one) => one === state) ?? 'same';

/** In the order of the columns, and what else is told. */
const changesOf = (kind: ImportKind, before: Words | null, after: Words): ImportLine['changes'] =>
  toldOf(kind).flatMap((column) => {
    const now = after[column];
    return now === undefined ? [] : [{ column, before: before ? (before[column] ?? '') : null, after: now }];
  });

/** All rows are judged, for the counts and because later ones rest on earlier ones; only those of the page are kept. */
async function wouldDo(world: Reading, { id, kind }: ImportHead, from: number) {
  const { pool } = world.db;
  const look = entryOf(kind).looking(pool, world);
  const counts = noRows();
  const lines: ImportLine[] = [];
  for (let after = 0; ;) {
    const rows = await rowsAfter(pool, id, { after, limit: CHUNK });
    for (const { line, key, plan } of await look(rows)) {
      counts[plan.state]++;
      if (line >= from && lines.length <= PAGE) lines.push({ line, key, state: plan.state, ...told(kind, plan) });
    }
    after = rows.at(-1)?.line ?? after;
    if (rows.length < CHUNK) return { counts, lines };
  }
}

const told = (kind: ImportKind, plan: Plan): Pick<ImportLine, 'changes' | 'note' | 'problems'> => ({
  changes:
    plan.state === 'new'
      ? changesOf(kind, null, plan.after)
      : plan.state === 'changed'
        ? changesOf(kind, plan.before, plan.after)
        : [],
  note: noteOf(plan),
  problems: plan.state === 'refused' ? toText(plan.wrong) : [],
});

const did = (kind: ImportKind, { line, key, values, state, before, after, note, problem }: DidRow): ImportLine => ({
  ...{ line, note, state: stateOf(state) },
  key: key ?? values[columnsOf(kind)[0]] ?? '',
  changes: after ? changesOf(kind, before, after) : [],
  problems: problem ? problem.split(' ') : [],
});
