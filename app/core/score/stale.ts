// Which figures does an act touch? Those of the body and period that its cases, comments and duties are counted in. Called by the ledger,
// which writes the marks in the act's own statement: one for each body and period.
import { isDay, type Day } from '../day';
import { periodOf, type Period } from './period';

export type Mark = { bodyId: string; period: Period };
/** What a participant says of a promise moves no duty, and changes how it is counted. */
type Told = { fact: { type: string; payload: object } };
type Opens = { opens: readonly { debtor: { kind: string; id: string }; key: string }[] };
type Chapter = {
  stream: string;
  state: { table: string; row: Record<string, unknown> } | null;
  entries: readonly (Opens & Told & { moves: readonly { key: string }[]; closes: readonly { key: string }[] })[];
  before: readonly (Opens & { day: Day })[];
};

/** The rows whose figures are counted by a day of their own. */
const DAYS = { Appeal: 'registeredDay', Comment: 'receivedDay', Contest: 'registeredDay' } as const;

/** A promise of an answer counts in the quarter in which it was noted, as one of a round does. */
const PROMISE = 'promise:';

/** Marks of an act of `today`, each once, in a fixed order. */
export function staleMarks(chapters: readonly Chapter[], today: Day): Mark[] {
  const marks = new Map<string, Mark>();
  const mark = (bodyId: string, day: Day) => {
    const period = periodOf(day);
    marks.set(`${bodyId} ${period}`, { bodyId, period });
  };
  for (const chapter of chapters) {
    const { state } = chapter;
    if (state && state.table in DAYS) {
      const day = state.row[DAYS[state.table as keyof typeof DAYS]];
      const { bodyId } = state.row;
      if (typeof bodyId === 'string' && typeof day === 'string' && isDay(day)) mark(bodyId, day);
      for (const [debtor, opened] of debtorsOf(chapter, today, PROMISE)) mark(debtor, opened);
    } else for (const [bodyId, day] of debtorsOf(chapter, today)) mark(bodyId, day);
  }
  return [...marks.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Bodies whose duties the act opened, moved or closed, each with the day on which the duty was opened. */
function debtorsOf({ entries, before }: Chapter, today: Day, prefix = ''): [string, Day][] {
  const touched = new Set(
    entries.flatMap(({ fact, opens, moves, closes }) => [
      ...[...opens, ...moves, ...closes].map(({ key }) => key),
      ...(fact.type === 'round.commitment_judged' && 'commitmentId' in fact.payload
        ? [`commitment:${String(fact.payload.commitmentId)}`]
        : []),
      ...(fact.type === 'appeal.promise_judged' && 'promiseId' in fact.payload
        ? [PROMISE + String(fact.payload.promiseId)]
        : []),
    ]),
  );
  const opened = [...before, ...entries.map((entry) => ({ ...entry, day: today }))];
  return opened.flatMap(({ day, opens }) =>
    opens.flatMap(({ debtor, key }): [string, Day][] =>
      debtor.kind === 'body' && touched.has(key) && key.startsWith(prefix) ? [[debtor.id, day]] : [],
    ),
  );
}
