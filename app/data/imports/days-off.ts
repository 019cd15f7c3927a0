// Days off from a table, held against the calendar in force: what it would move of open duties becomes the proposal of a correction, under the id of
// the table, which two people approve as any other. Taken back, the proposal is withdrawn while it waits.
import { dayOf, type Day } from '../../core/day';
import { daysOff as table, reasonOf, type KnownDays } from '../../core/imports/days-off';
import { propose, dryRun } from '../correcting';
import { withdraw } from '../corrections';
import { importKind } from './kind';

const CAUSE = { kind: 'calendar' } as const;

/** How many open duties look at a day otherwise than the calendar in force, by what becomes of them. */
function touchedBy(items: Awaited<ReturnType<typeof dryRun>>['items']): KnownDays['touched'] {
  const touched = new Map<Day, { moves: number; keeps: number; confirms: number }>();
  for (const { how, days } of items)
    for (const { date } of days) {
      const counts = touched.get(date) ?? { moves: 0, keeps: 0, confirms: 0 };
      counts[how] += 1;
      touched.set(date, counts);
    }
  return touched;
}

export const daysOff = importKind({
  ...table,
  holdsTree: false,
  async known(db, { guide, now }, rows, before) {
    if (before) return before;
    const { items } = await dryRun({ db: { pool: db }, guide, now }, CAUSE);
    const year = rows[0]?.date.slice(0, 4) ?? '';
    return { calendar: guide.calendar, year, today: dayOf(now()), touched: touchedBy(items), acts: [] };
  },
  // Nothing is written row by row: a correction has one list.
  write: () => Promise.resolve(),
  async applied(tx, world, { id, by }) {
    const { rows } = await tx.query<{ date: Day; actKk: string; actRu: string }>({
      name: 'days_to_correct',
      text: `SELECT values ->> 'date' AS date, values ->> 'actKk' AS "actKk", values ->> 'actRu' AS "actRu"
               FROM "ImportRow" WHERE "importId" = $1 AND state = 'new' ORDER BY line`,
      values: [id],
    });
    const dates = new Set(rows.map(({ date }) => date.trim()));
    await propose({ ...world, db: { pool: tx } }, {
      ...{ id, cause: CAUSE, reason: reasonOf(rows), proposer: by },
      about: ({ days }) => days.some(({ date }) => dates.has(date)),
    });
  },
  async remove(tx, { now }, _objectId, { id }) {
    await withdraw({ pool: tx }, id, now());
    const { rows } = await tx.query<{ state: string }>({
      ...{ name: 'correction_state', text: 'SELECT state FROM "Correction" WHERE id = $1', values: [id] },
    });
    return rows[0] && rows[0].state !== 'withdrawn' ? 'approved' : null;
  },
});
