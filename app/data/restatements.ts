// Restatements of published figures: appended with the snapshot that makes them, never changed.
import type { Day } from '../core/day';
import type { Period } from '../core/score/period';
import type { Restated } from '../core/score/restatement';
import type { World } from '../world';
import type { Asking } from './connect';

type Told = { id: string; period: Period; reportDay: Day; computedAt: Date };
type Restating = { bodyId: string; before: Told; snapshot: Told; restated: Restated };

/** Appends one, in the transaction of its snapshot. */
export async function restate(db: Asking, { newId }: Pick<World, 'newId'>, { bodyId, before, snapshot, restated }: Restating): Promise<void> {
  const { causes, changes, trace } = restated;
  await db.query({
    name: 'score_restate',
    text: `INSERT INTO "ScoreRestatement" (id, "bodyId", period, at, "beforeId", "snapshotId", causes, changes, trace)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      ...[newId(), bodyId, snapshot.period, snapshot.computedAt.toISOString(), before.id, snapshot.id],
      ...[causes, JSON.stringify(changes), JSON.stringify(trace)],
    ],
  });
}
