// Published trust in bodies, by body and quarter: means of overall trust from the cells of waves that are open to everyone. What was
// suppressed does not leave the database. Read when bodies are put beside each other.
import { hasShares, mainItem, measuresOf } from '../core/measure';
import { periodOf, type Period } from '../core/score/period';
import { waveOf } from '../core/wave';
import type { Guide } from '../../guide/schema';
import type { ItemFigures } from '../core/item-figures';
import type { Asking, Database } from './connect';

export type TrustCell = { bodyId: string; period: Period; trust: number };

/**
 * One a body and quarter, that of the wave which closed last; of waves by invitation that ask overall trust on the guide's scale, none of a
 * council's own. Who answers an open wave chose to: its level is that of whoever came, and stands beside no score.
 */
export async function publishedTrust({ prisma, pool }: Database, guide: Guide, until: Period): Promise<TrustCell[]> {
  const waves = await prisma.wave.findMany({
    where: { phase: 'counted', councilId: null, openness: 'closed' },
    orderBy: [{ closesDay: 'asc' }, { number: 'asc' }],
    select: { id: true, closesDay: true, facts: true },
  });
  const found = new Map<string, TrustCell>();
  for (const { id, facts } of waves) {
    const { instrument, edition, closesDay } = waveOf({ facts });
    const period = periodOf(closesDay);
    const item = mainItem(instrument);
    const publishing = guide.edition(edition).surveys?.publishing;
    const asked = measuresOf(instrument).find((one) => one.item === item && one.construct === 'trust');
    if (period > until || !item || !publishing || !asked || !hasShares(asked.scale, publishing)) continue;
    for (const { bodyId, figures } of await cellsOf(pool, id, item)) {
      if (figures?.kind !== 'scale' || figures.mean.estimate === null) continue;
      found.set(`${bodyId} ${period}`, { bodyId, period, trust: figures.mean.estimate });
    }
  }
  return [...found.values()];
}

async function cellsOf(db: Asking, waveId: string, item: string) {
  const { rows } = await db.query<{ bodyId: string; figures: ItemFigures | null }>({
    name: 'score_trust',
    text: `SELECT "bodyId", figures #> ARRAY['items', $2::text] AS figures FROM "SurveyCut"
            WHERE "waveId" = $1::uuid AND direction = 'ngo_to_body' AND cut = 'body' AND public AND "bodyId" IS NOT NULL`,
    values: [waveId, item],
  });
  return rows;
}
