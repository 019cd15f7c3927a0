// Snapshots of figures as they are read: the latest of each body and period, and of each league. What appends them is in data/score-append.
import type { Day } from '../core/day';
import type { Contested } from '../core/score/contested';
import type { Countable } from '../core/score/country';
import type { Figures } from '../core/score/figures';
import { METHOD } from '../core/score/method';
import type { Period } from '../core/score/period';
import type { Asking } from './connect';

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

/** The periods that have snapshots, found one after another and not among all that were ever kept. `of` says of which snapshots. */
export const PERIODS = (of = 'true') => `WITH RECURSIVE known AS (
  SELECT min(period) AS period FROM "ScoreSnapshot" WHERE ${of} UNION ALL
  SELECT (SELECT min(period) FROM "ScoreSnapshot" WHERE ${of} AND period > known.period) FROM known WHERE known.period IS NOT NULL)`;

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

/** What is put together of the figures of each body: without the shares of each end by day, which are most of what figures hold. */
export type ToPlace = { id: string; bodyId: string; figures: Countable };

/** Figures that were read already, by their snapshot: what was appended never changes, so that a league costs the figures that are new in it. */
const placed = new Map<string, Countable>();
const KEPT = 2000;

/** The same as far as they are put together. */
export async function latestToPlace(db: Asking, period: Period): Promise<ToPlace[]> {
  const { rows } = await db.query<{ id: string; bodyId: string }>({ name: 'score_latest_ids', text: LATEST_OF('NULL'), values: [period] });
  const missing = rows.flatMap(({ id }) => (placed.has(id) ? [] : [id]));
  const found = new Map(rows.flatMap(({ id }) => { const known = placed.get(id); return known ? [[id, known] as const] : []; }));
  if (missing.length > 0) {
    const { rows: read } = await db.query<{ id: string; figures: Countable }>({
      name: 'score_to_place',
      text: `SELECT id, figures #- '{time,ends}' AS figures FROM "ScoreSnapshot" WHERE id = ANY ($1::uuid[])`,
      values: [missing],
    });
    if (placed.size + read.length > KEPT) placed.clear();
    for (const { id, figures } of read) {
      placed.set(id, figures);
      found.set(id, figures);
    }
  }
  return rows.flatMap(({ id, bodyId }) => { const figures = found.get(id); return figures ? [{ id, bodyId, figures }] : []; });
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
    text: `SELECT s.* FROM (SELECT DISTINCT ON (period) * FROM "ScoreSnapshot" WHERE method = '${METHOD}' AND "bodyId" = $1::uuid ORDER BY period, "computedAt" DESC, id DESC) s
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

