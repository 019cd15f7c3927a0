// Snapshots of figures: what is stale, appending what was reckoned, and the latest of each. Nothing here is ever overwritten.
import canonicalize from 'canonicalize';
import type { Day } from '../core/day';
import type { Contested } from '../core/score/contested';
import type { Countable } from '../core/score/country';
import type { Figures } from '../core/score/figures';
import { METHOD } from '../core/score/method';
import type { Period } from '../core/score/period';
import { publicFrom } from '../core/score/publication';
import { restatementOf, rulingsBetween } from '../core/score/restatement';
import type { Mark } from '../core/score/stale';
import type { World } from '../world';
import type { Asking, Database } from './connect';
import { restate } from './restatements';
import { codeHash } from './score-code';
import { inTransaction } from './transaction';

export type Because = 'acts' | 'day' | 'nightly' | 'ruling';
export type Snapshot = {
  id: string;
  bodyId: string | null;
  period: Period;
  reportDay: Day;
  edition: string;
  method: string;
  codeHash: string;
  computedAt: Date;
  because: Because;
  cases: number;
  moves: boolean;
  figures: unknown;
  contests: Contested | null;
};

/** Bodies and periods that acts have touched since their figures were reckoned, or whose figures were reckoned by an earlier method alone. */
export async function touched({ pool }: Database): Promise<Mark[]> {
  const { rows } = await pool.query<Mark>({
    name: 'score_touched',
    text: `SELECT "bodyId", period FROM "ScoreStale" UNION SELECT "bodyId", period FROM "ScoreSnapshot" WHERE "bodyId" IS NOT NULL
            GROUP BY 1, 2 HAVING NOT bool_or(method = $1) ORDER BY 1, 2`,
    values: [METHOD],
  });
  return rows;
}

const LATEST = `SELECT DISTINCT ON ("bodyId", period) * FROM "ScoreSnapshot" WHERE method = '${METHOD}' AND "bodyId" IS NOT NULL`;

/** Bodies and periods whose figures of an earlier day had something open. */
export async function changedByDay({ pool }: Database, today: Day): Promise<Mark[]> {
  const { rows } = await pool.query<Mark>({
    name: 'score_by_day',
    text: `SELECT "bodyId", period FROM (${LATEST} ORDER BY "bodyId", period, "computedAt" DESC, id DESC) s WHERE moves AND "reportDay" < $1::bpchar ORDER BY 1, 2`,
    values: [today],
  });
  return rows;
}

/** Body by body, so that it costs the bodies there are and not the snapshots that were ever kept. */
const LATEST_OF = (figures: string, also = '') => `
SELECT s.id, s."bodyId", s.period, s."reportDay", s.edition, s.method, s."codeHash", s."computedAt", s.because, s.cases, s.moves, ${figures} AS figures, s.contests
  FROM "Body" b CROSS JOIN LATERAL (SELECT * FROM "ScoreSnapshot" WHERE "bodyId" = b.id AND period = $1::bpchar AND method = '${METHOD}' ORDER BY "computedAt" DESC, id DESC LIMIT 1) s ${also}
 WHERE NOT EXISTS (SELECT 1 FROM "ScoreMismatch" m WHERE m."bodyId" = s."bodyId" AND m.period = s.period AND m."settledAt" IS NULL)
 ORDER BY s."bodyId"`;

/** The latest figures of every body for a period, but of those whose two counts disagree. */
export async function latestOf(db: Asking, period: Period): Promise<Snapshot[]> {
  const { rows } = await db.query<Snapshot>({ name: 'score_latest_of', text: LATEST_OF('s.figures'), values: [period] });
  return rows;
}

/** The same as far as they are put together: without the shares of each end by day, which are most of what figures hold. */
export async function latestToPlace(db: Asking, period: Period): Promise<(Snapshot & { figures: Countable })[]> {
  const { rows } = await db.query<Snapshot & { figures: Countable }>({
    name: 'score_latest_to_place',
    text: LATEST_OF(`s.figures #- '{time,ends}'`),
    values: [period],
  });
  return rows;
}

/** The same, of the figures only some parts: what stands beside each other of many bodies is a small part of all. */
export async function partsOfLatest<P extends keyof Figures>(db: Asking, period: Period, parts: readonly P[]): Promise<(Snapshot & { figures: Pick<Figures, P> })[]> {
  const { rows } = await db.query<Snapshot & { figures: Pick<Figures, P> }>({
    name: `score_latest_of_${parts.join('_')}`,
    text: LATEST_OF('to_jsonb(f)', `CROSS JOIN LATERAL jsonb_to_record(s.figures) AS f (${parts.map((part) => `"${part}" jsonb`).join(', ')})`),
    values: [period],
  });
  return rows;
}

/** The latest figures of a body for each of its periods, the oldest first, but of those whose two counts disagree. */
export async function latestOfBody(db: Asking, bodyId: string): Promise<Snapshot[]> {
  const { rows } = await db.query<Snapshot>({
    name: 'score_latest_of_body',
    text: `SELECT s.* FROM (${LATEST} AND "bodyId" = $1::uuid ORDER BY "bodyId", period, "computedAt" DESC, id DESC) s
            WHERE NOT EXISTS (SELECT 1 FROM "ScoreMismatch" m WHERE m."bodyId" = s."bodyId" AND m.period = s.period AND m."settledAt" IS NULL)
            ORDER BY s.period`,
    values: [bodyId],
  });
  return rows;
}

/** The curves of the time to an answer in a body's latest figures of some periods, but of those whose two counts disagree. */
export async function latestCurves(db: Asking, bodyId: string, periods: readonly Period[]): Promise<Figures['time']['curve'][]> {
  const { rows } = await db.query<{ curve: Figures['time']['curve'] }>({
    name: 'score_curves',
    text: `SELECT s.figures #> '{time,curve}' AS curve FROM unnest($2::bpchar[]) p (period)
           CROSS JOIN LATERAL (SELECT figures FROM "ScoreSnapshot" WHERE "bodyId" = $1::uuid AND period = p.period AND method = '${METHOD}' ORDER BY "computedAt" DESC, id DESC LIMIT 1) s
            WHERE NOT EXISTS (SELECT 1 FROM "ScoreMismatch" m WHERE m."bodyId" = $1::uuid AND m.period = p.period AND m."settledAt" IS NULL)`,
    values: [bodyId, periods],
  });
  return rows.map(({ curve }) => curve);
}

/** The latest snapshot of a body, or of the league where `bodyId` is null. */
export async function latest(db: Asking, bodyId: string | null, period: Period): Promise<Snapshot | null> {
  const { rows } = await db.query<Snapshot>({
    name: bodyId ? 'score_latest' : 'score_latest_league',
    text: `SELECT * FROM "ScoreSnapshot" WHERE "bodyId" ${bodyId ? '= $2::uuid' : 'IS NULL'} AND period = $1::bpchar AND method = '${METHOD}' ORDER BY "computedAt" DESC, id DESC LIMIT 1`,
    values: bodyId ? [period, bodyId] : [period],
  });
  return rows[0] ?? null;
}

type New = Omit<Snapshot, 'id' | 'method' | 'codeHash' | 'computedAt'>;

/** As the database keeps it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
const same = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other);

/** The snapshot that is to be appended; null where the latest says the same of the same day. One that counts by other rulings than it says so. */
function newOf({ newId, now }: Pick<World, 'newId' | 'now'>, it: New, before: Snapshot | null): Snapshot | null {
  const [figures, contests] = [plain(it.figures), plain(it.contests) as Contested | null];
  const codeNow = codeHash();
  const because = it.bodyId && rulingsBetween(before?.contests ?? null, it.contests).length > 0 ? 'ruling' : it.because;
  if (
    before &&
    before.edition === it.edition &&
    before.codeHash === codeNow &&
    (before.reportDay === it.reportDay || !it.moves) &&
    same(before.figures, figures) &&
    same(before.contests, contests)
  )
    return null;
  return { ...it, figures, contests, id: newId(), because, method: METHOD, codeHash: codeNow, computedAt: new Date(now()) };
}

/**
 * Appends snapshots of bodies, each unless the latest says the same of the same day; gives those appended. One that restates what was
 * published of a quarter that is over appends the restatement too.
 */
export async function appendAll(db: Asking, world: Pick<World, 'newId' | 'now' | 'guide'>, all: readonly (New & Mark)[]): Promise<Snapshot[]> {
  const known = new Map((await latestOfMarks(db, all)).map((one) => [`${one.bodyId} ${one.period}`, one]));
  const found = all.flatMap((it) => {
    const before = known.get(`${it.bodyId} ${it.period}`) ?? null;
    const snapshot = newOf(world, it, before);
    return snapshot ? [{ bodyId: it.bodyId, before, snapshot }] : [];
  });
  await insert(
    db,
    found.map(({ snapshot }) => snapshot),
  );
  for (const { bodyId, before, snapshot } of found) {
    const { scoring } = world.guide.edition(snapshot.edition);
    const day = scoring && publicFrom(snapshot.period, { calendar: world.guide.calendar, scoring });
    const restated = before && day ? restatementOf(before, snapshot, day) : null;
    if (before && restated) await restate(db, world, { bodyId, before, snapshot, restated });
  }
  return found.map(({ snapshot }) => snapshot);
}

/** Appends what is put together of a period unless the latest says the same; gives whether it did. */
export async function appendOverview(db: Asking, world: Pick<World, 'newId' | 'now'>, it: New): Promise<boolean> {
  const snapshot = newOf(world, it, await latest(db, null, it.period));
  if (snapshot) await insert(db, [snapshot]);
  return snapshot !== null;
}

async function insert(db: Asking, snapshots: readonly Snapshot[]): Promise<void> {
  if (snapshots.length === 0) return;
  await db.query({
    name: 'score_append',
    text: `INSERT INTO "ScoreSnapshot" SELECT * FROM jsonb_populate_recordset(NULL::"ScoreSnapshot", $1)`,
    values: [JSON.stringify(snapshots)],
  });
}

async function latestOfMarks(db: Asking, marks: readonly Mark[]): Promise<Snapshot[]> {
  const { rows } = await db.query<Snapshot>({
    name: 'score_latest_of_marks',
    text: `SELECT s.* FROM unnest($1::uuid[], $2::bpchar[]) p ("bodyId", period)
           CROSS JOIN LATERAL (SELECT * FROM "ScoreSnapshot" WHERE "bodyId" = p."bodyId" AND period = p.period AND method = '${METHOD}' ORDER BY "computedAt" DESC, id DESC LIMIT 1) s`,
    values: [marks.map(({ bodyId }) => bodyId), marks.map(({ period }) => period)],
  });
  return rows;
}

/** Holds figures of bodies and periods, or the league of a period, until the transaction ends: one worker at a time. */
const holding = (through: Asking, of: readonly string[]): Promise<unknown> =>
  through.query({ text: `SELECT count(pg_advisory_xact_lock(hashtextextended('score ' || lock, 0))) FROM unnest($1::text[]) lock`, values: [of] });

/** Does `work` in a transaction in which no other worker places the bodies of this period: each league is appended once. */
export const placing = <T>(db: Database, period: Period, work: (through: Asking) => Promise<T>): Promise<T> =>
  inTransaction(db, async (through) => {
    await holding(through, [`league ${period}`]);
    return work(through);
  });

/** Does `work` in a transaction in which no other worker reckons the figures of these bodies and periods; their marks are taken away with it. */
export const reckoning = <T>(db: Database, marks: readonly Mark[], work: (through: Asking) => Promise<T>): Promise<T> =>
  inTransaction(db, async (through) => {
    // In one order whoever asks, so that nobody waits for who waits for them.
    const locks = marks.map(({ bodyId, period }) => `${bodyId} ${period}`).sort();
    await holding(through, locks);
    await through.query({
      name: 'score_unmark',
      text: 'DELETE FROM "ScoreStale" s USING unnest($1::uuid[], $2::bpchar[]) p ("bodyId", period) WHERE s."bodyId" = p."bodyId" AND s.period = p.period',
      values: [marks.map(({ bodyId }) => bodyId), marks.map(({ period }) => period)],
    });
    return work(through);
  });

/** The part that a mismatch names whose figures the open data do not give. */
export const DUMP = 'dump';

/**
 * Opens a mismatch, or settles the one that is open where nothing differs. Gives whether anything changed. What the ledger contradicts and
 * what the open data (`parts` is DUMP or nothing) contradict are judged apart: neither settles the other.
 */
export async function judge(
  db: Database,
  { newId, now }: Pick<World, 'newId' | 'now'>,
  { bodyId, period }: Mark,
  parts: readonly string[],
  by: 'ledger' | typeof DUMP = 'ledger',
): Promise<boolean> {
  const at = new Date(now());
  const ofDump = { parts: { has: DUMP } };
  const where = { bodyId, period, settledAt: null, ...(by === DUMP ? ofDump : { NOT: ofDump }) };
  if (parts.length === 0) return (await db.prisma.scoreMismatch.updateMany({ where, data: { settledAt: at } })).count > 0;
  if (await db.prisma.scoreMismatch.findFirst({ where, select: { id: true } })) return false;
  await db.prisma.scoreMismatch.create({ data: { id: newId(), bodyId, period, foundAt: at, parts: [...parts] } });
  return true;
}

/** Periods whose figures are newer than their league, or of the same moment: a worker died in between. */
export async function leagueBehind({ pool }: Database): Promise<Period[]> {
  const { rows } = await pool.query<{ period: Period }>(
    `SELECT period FROM "ScoreSnapshot" GROUP BY period
     HAVING max("computedAt") FILTER (WHERE "bodyId" IS NOT NULL) >= coalesce(max("computedAt") FILTER (WHERE "bodyId" IS NULL), '-infinity')`,
  );
  return rows.map(({ period }) => period);
}
