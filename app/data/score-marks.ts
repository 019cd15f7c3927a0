// What figures are to be reckoned anew, and for whom it is held while that is done. Called by commands/scores; acts write their marks in the
// ledger's statement.
import type { Day } from '../core/day';
import { METHOD } from '../core/score/method';
import type { Period } from '../core/score/period';
import type { Mark } from '../core/score/stale';
import type { Asking, Database } from './connect';
import { PERIODS } from './scores';
import { inTransaction } from './transaction';

/** Bodies and periods that acts have touched since their figures were reckoned. */
export async function touched({ pool }: Database): Promise<Mark[]> {
  const { rows } = await pool.query<Mark>({
    name: 'score_touched',
    text: 'SELECT DISTINCT "bodyId", period FROM "ScoreStale" WHERE "bodyId" IS NOT NULL ORDER BY 1, 2',
  });
  return rows;
}

/** Marks what was reckoned by an earlier method alone. The method changes with the code: asking once a process is enough. */
export async function markEarlier({ pool }: Database): Promise<void> {
  await pool.query({
    text: `INSERT INTO "ScoreStale" ("bodyId", period) SELECT "bodyId", period FROM "ScoreSnapshot" WHERE "bodyId" IS NOT NULL GROUP BY 1, 2 HAVING NOT bool_or(method = $1)`,
    values: [METHOD],
  });
}

/** Bodies and periods whose figures of an earlier day had something open: the latest of each, however many were kept. */
export async function changedByDay({ pool }: Database, today: Day): Promise<Mark[]> {
  const { rows } = await pool.query<Mark>({
    text: `${PERIODS()} SELECT s."bodyId", s.period FROM known CROSS JOIN "Body" b CROSS JOIN LATERAL (
             SELECT "bodyId", period, moves, "reportDay" FROM "ScoreSnapshot" WHERE "bodyId" = b.id AND period = known.period AND method = $2
              ORDER BY "computedAt" DESC, id DESC LIMIT 1) s WHERE s.moves AND s."reportDay" < $1::bpchar ORDER BY 1, 2`,
    values: [today, METHOD],
  });
  return rows;
}

/** Periods of which figures were appended since their bodies were placed beside each other. */
export async function leagueBehind({ pool }: Database): Promise<Period[]> {
  const { rows } = await pool.query<{ period: Period }>({
    name: 'score_league_behind',
    text: 'SELECT DISTINCT period FROM "ScoreStale" WHERE "bodyId" IS NULL ORDER BY 1',
  });
  return rows.map(({ period }) => period);
}

/** Holds figures of bodies and periods, or the league of a period, until the transaction ends: one worker at a time. */
const holding = (through: Asking, of: readonly string[]): Promise<unknown> =>
  through.query({ text: `SELECT count(pg_advisory_xact_lock(hashtextextended('score ' || lock, 0))) FROM unnest($1::text[]) lock`, values: [of] });

/** Does `work` in a transaction in which no other worker places the bodies of this period: each league is appended once. Its mark is taken away with it. */
export const placing = <T>(db: Database, period: Period, work: (through: Asking) => Promise<T>): Promise<T> =>
  inTransaction(db, async (through) => {
    await holding(through, [`league ${period}`]);
    await through.query({ name: 'score_unmark_league', text: 'DELETE FROM "ScoreStale" WHERE "bodyId" IS NULL AND period = $1::bpchar', values: [period] });
    return work(through);
  });

/** Does `work` in a transaction in which no other worker reckons the figures of these bodies and periods; their marks are taken away with it. */
export const reckoning = <T>(db: Database, marks: readonly Mark[], work: (through: Asking) => Promise<T>): Promise<T> =>
  inTransaction(db, async (through) => {
    // In one order whoever asks, so that nobody waits for who waits for them.
    const locks = marks.map(({ bodyId, period }) => `${bodyId} ${period}`).sort();
    await holding(through, locks);
    // What is counted of some hundred quarters is counted in memory.
    await through.query({ text: `SET LOCAL work_mem = '64MB'` });
    await through.query({
      name: 'score_unmark',
      text: 'DELETE FROM "ScoreStale" s USING unnest($1::uuid[], $2::bpchar[]) p ("bodyId", period) WHERE s."bodyId" = p."bodyId" AND s.period = p.period',
      values: [marks.map(({ bodyId }) => bodyId), marks.map(({ period }) => period)],
    });
    return work(through);
  });
