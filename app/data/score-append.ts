// Appends snapshots of figures, each unless the latest says the same, and what they restate. Nothing is ever overwritten. Called by
// commands/scores within the transaction that holds them.
import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../core/day';
import type { Contested } from '../core/score/contested';
import { METHOD } from '../core/score/method';
import { publicFrom } from '../core/score/publication';
import { restating, rulingsBetween } from '../core/score/restatement';
import type { Mark } from '../core/score/stale';
import type { World } from '../world';
import type { Asking } from './connect';
import { restateBody, restateLeague } from './restatements';
import { codeHash } from './score-code';
import type { Snapshot } from './scores';

export type New = Omit<Snapshot, 'id' | 'method' | 'codeHash' | 'computedAt'>;
/** The snapshot before; its figures are read only where they are asked for. */
type Before = Omit<Snapshot, 'figures'>;
type OfBody = Mark & { before: Before | null; snapshot: Snapshot };

/** As the database keeps it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** The snapshot as it is to be appended. One that counts by other rulings than the one before says so. */
function snapshotOf({ newId, now }: Pick<World, 'newId' | 'now'>, it: New, before: Before | null): Snapshot {
  const contests = plain(it.contests) as Contested | null;
  const because = it.bodyId && rulingsBetween(before?.contests ?? null, it.contests).length > 0 ? 'ruling' : it.because;
  return { ...it, contests, id: newId(), because, method: METHOD, codeHash: codeHash(), computedAt: new Date(now()) };
}

/** Whether the one before may say the same of the same day, as far as can be told without the figures of both. */
const maySaySame = (before: Before, it: Snapshot): boolean =>
  before.edition === it.edition &&
  before.codeHash === it.codeHash &&
  (before.reportDay === it.reportDay || !it.moves) &&
  isDeepStrictEqual(before.contests, it.contests);

/**
 * Appends snapshots of bodies, each unless the latest says the same of the same day; gives those appended. One that restates what was
 * published of a quarter that is over appends the restatement too.
 */
export async function appendAll(db: Asking, world: Pick<World, 'newId' | 'now' | 'guide'>, all: readonly (New & Mark)[]): Promise<Snapshot[]> {
  const known = new Map((await latestOfMarks(db, all)).map((one) => [`${one.bodyId} ${one.period}`, one]));
  const found = all.map((it): OfBody => {
    const before = known.get(`${it.bodyId} ${it.period}`) ?? null;
    return { bodyId: it.bodyId, period: it.period, before, snapshot: snapshotOf(world, it, before) };
  });
  const figures = await figuresOf(
    db,
    found.flatMap((one) => (one.before && (maySaySame(one.before, one.snapshot) || restates(world, one)) ? [one.before.id] : [])),
  );
  const appended = found.filter(
    ({ before, snapshot }) => !before || !maySaySame(before, snapshot) || !isDeepStrictEqual(figures.get(before.id), plain(snapshot.figures)),
  );
  await insert(
    db,
    appended.map(({ snapshot }) => snapshot),
  );
  for (const one of appended) {
    const { before, snapshot } = one;
    const publicDay = restates(world, one);
    if (before && publicDay)
      await restateBody(db, world, { before: { ...before, figures: figures.get(before.id) }, snapshot, publicFrom: publicDay });
  }
  return appended.map(({ snapshot }) => snapshot);
}

/** The day from which the figures were everybody's, where the snapshot may restate what stood before. */
function restates(world: Pick<World, 'guide'>, { before, snapshot }: OfBody) {
  const day = publicDayOf(world, snapshot);
  return before && day && restating(before, snapshot, day) ? day : null;
}

function publicDayOf({ guide }: Pick<World, 'guide'>, { edition, period }: Snapshot): Day | null {
  const { scoring } = guide.edition(edition);
  return scoring ? publicFrom(period, { calendar: guide.calendar, scoring }) : null;
}

/** Appends what is put together of a period unless the latest says the same, and what that restates; gives whether it did. */
export async function appendOverview(db: Asking, world: Pick<World, 'newId' | 'now' | 'guide'>, it: New): Promise<boolean> {
  const { rows } = await db.query<Snapshot>({
    name: 'score_league_before',
    text: `SELECT * FROM "ScoreSnapshot" WHERE "bodyId" IS NULL AND period = $1::bpchar ORDER BY "computedAt" DESC, id DESC LIMIT 1`,
    values: [it.period],
  });
  const before = rows[0] ?? null;
  const snapshot = snapshotOf(world, it, before);
  if (before && maySaySame(before, snapshot) && isDeepStrictEqual(before.figures, plain(snapshot.figures))) return false;
  await insert(db, [snapshot]);
  const day = publicDayOf(world, snapshot);
  if (before && day) await restateLeague(db, world, { before, snapshot, publicFrom: day });
  return true;
}

const COLUMNS = {
  ...{ id: 'uuid', bodyId: 'uuid', period: 'bpchar', reportDay: 'bpchar', edition: 'text', method: 'text', codeHash: 'bpchar' },
  ...{ computedAt: 'timestamptz', because: 'text', cases: 'int', moves: 'boolean', contests: 'jsonb' },
} as const satisfies Record<keyof Before, string>;
const NAMES = Object.keys(COLUMNS).map((name) => `"${name}"`);

/**
 * Appends them; where they are of bodies, these are to be placed beside each other anew. Figures, which are most of a snapshot, are lines of
 * their own, so that the database reads them once.
 */
async function insert(db: Asking, snapshots: readonly Snapshot[]): Promise<void> {
  if (snapshots.length === 0) return;
  await db.query({
    name: 'score_append',
    text: `WITH appended AS (
             INSERT INTO "ScoreSnapshot" (${NAMES.join()}, figures) SELECT ${NAMES.join()}, figures::jsonb
               FROM ROWS FROM (jsonb_to_recordset($1) AS (${Object.entries(COLUMNS).map(([name, type]) => `"${name}" ${type}`).join()}), string_to_table($2, E'\\n')) AS r (${NAMES.join()}, figures)
             RETURNING "bodyId", period)
           INSERT INTO "ScoreStale" (period) SELECT DISTINCT period FROM appended WHERE "bodyId" IS NOT NULL`,
    values: [JSON.stringify(snapshots.map(({ figures: _figures, ...rest }) => rest)), snapshots.map(({ figures }) => JSON.stringify(figures)).join('\n')],
  });
}

/** Whatever method reckoned them: figures by another one are restated. */
async function latestOfMarks(db: Asking, marks: readonly Mark[]): Promise<Before[]> {
  const { rows } = await db.query<Before>({
    name: 'score_latest_of_marks',
    text: `SELECT s.* FROM unnest($1::uuid[], $2::bpchar[]) p ("bodyId", period)
           CROSS JOIN LATERAL (SELECT id, "bodyId", period, "reportDay", edition, method, "codeHash", "computedAt", because, cases, moves, contests FROM "ScoreSnapshot"
             WHERE "bodyId" = p."bodyId" AND period = p.period ORDER BY "computedAt" DESC, id DESC LIMIT 1) s`,
    values: [marks.map(({ bodyId }) => bodyId), marks.map(({ period }) => period)],
  });
  return rows;
}

async function figuresOf(db: Asking, ids: readonly string[]): Promise<Map<string, unknown>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; figures: unknown }>({
    name: 'score_figures_of',
    text: 'SELECT id, figures FROM "ScoreSnapshot" WHERE id = ANY ($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map(({ id, figures }) => [id, figures]));
}
