// Restatements of published figures: appended with the snapshot that makes them, never changed.
import type { Day } from '../core/day';
import { leagueRestatementOf, type Under } from '../core/score/league-restatement';
import { daysOf, type Period } from '../core/score/period';
import { restatementOf, type LateAct, type Restated, type Said } from '../core/score/restatement';
import type { World } from '../world';
import type { Asking } from './connect';
import { openOn } from './open-on';

type Kept = Said & { id: string; bodyId: string | null; computedAt: Date };
/** A snapshot and the one before it; `publicFrom`: the day from which the period's figures are everybody's. */
type Following = { before: Kept; snapshot: Kept; publicFrom: Day };

/** Appends the restatement that a body's snapshot makes, if any, in the transaction of its snapshot. */
export async function restateBody(db: Asking, world: Pick<World, 'newId'>, { before, snapshot, publicFrom }: Following): Promise<void> {
  const restated = restatementOf(before, snapshot, publicFrom);
  if (!restated) return;
  const acts = restated.causes.includes('late_act') ? await actsSince(db, before, snapshot) : [];
  await append(db, world, { before, snapshot, restated: { ...restated, trace: { ...restated.trace, acts } } });
}

/** The same of a league: it follows what was restated of bodies since the league before. */
export async function restateLeague(db: Asking, world: Pick<World, 'newId'>, { before, snapshot, publicFrom }: Following): Promise<void> {
  if (snapshot.reportDay < publicFrom) return;
  const { rows } = await db.query<Under>({
    name: 'score_restated_since',
    text: `SELECT causes, trace FROM "ScoreRestatement" WHERE period = $1::bpchar AND "bodyId" IS NOT NULL AND at > $2 AND at <= $3 ORDER BY at, id`,
    values: [snapshot.period, before.computedAt.toISOString(), snapshot.computedAt.toISOString()],
  });
  const restated = leagueRestatementOf(before, snapshot, publicFrom, rows);
  if (restated) await append(db, world, { before, snapshot, restated });
}

async function append(
  db: Asking,
  { newId }: Pick<World, 'newId'>,
  { before, snapshot, restated }: Pick<Following, 'before' | 'snapshot'> & { restated: Restated },
): Promise<void> {
  const { causes, changes, trace } = restated;
  await db.query({
    name: 'score_restate',
    text: `INSERT INTO "ScoreRestatement" (id, "bodyId", period, at, "beforeId", "snapshotId", causes, changes, trace)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      ...[newId(), snapshot.bodyId, snapshot.period, snapshot.computedAt.toISOString(), before.id, snapshot.id],
      ...[causes, JSON.stringify(changes), JSON.stringify(trace)],
    ],
  });
}

/**
 * The acts since the snapshot before on what a body's figures of the period are counted from: entries of the ledger, with the number of a
 * case or round that everybody may read. Of an act of the very moment of that snapshot nothing tells whether it was in it: it is named.
 */
async function actsSince(db: Asking, { computedAt }: Kept, { bodyId, period, reportDay, computedAt: until }: Kept): Promise<LateAct[]> {
  const { first, last }: { first: Day; last: Day } = daysOf(period satisfies Period);
  const { rows } = await db.query<LateAct>({
    name: 'score_acts_since',
    text: `SELECT e.seq::text, e.type, e.day, CASE WHEN ${openOn('$6')} THEN 'appeals' WHEN r.id IS NOT NULL THEN 'rounds' END AS place,
                  CASE WHEN ${openOn('$6')} THEN a.number ELSE r.number END AS number
             FROM "Event" e
             LEFT JOIN "Appeal" a ON e.stream = 'appeal:' || a.id AND a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar
             LEFT JOIN "Comment" c ON e.stream = 'comment:' || c.id AND c."bodyId" = $1::uuid AND c."receivedDay" BETWEEN $2::bpchar AND $3::bpchar
             LEFT JOIN "Round" r ON r.id = c."roundId" OR (e.stream = 'round:' || r.id AND r."bodyId" = $1::uuid
              AND (jsonb_array_length(e.closes) + jsonb_array_length(e.moves) > 0 OR e.type = 'round.commitment_judged'))
            WHERE e.at >= $4 AND e.at <= $5 AND e.type <> 'obligation.lapsed' AND (a.id IS NOT NULL OR c.id IS NOT NULL OR r.id IS NOT NULL)
            ORDER BY e.seq LIMIT 20`,
    values: [bodyId, first, last, computedAt.toISOString(), until.toISOString(), reportDay],
  });
  return rows;
}
