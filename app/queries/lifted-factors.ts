// Second factors that administrators took away because they were lost, the newest first. For the page of it.
import type { Instant } from '../core/day';
import { signatory } from '../core/shape';
import type { World } from '../world';

const SHOWN = 100;
export type LiftedFactor = { id: string; name: string; reason: string; by: string; at: Instant };

/** The latest hundred. */
export async function liftedFactors({ db }: Pick<World, 'db'>): Promise<LiftedFactor[]> {
  const rows = await db.prisma.factorLift.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    include: { person: { select: { name: true } } },
  });
  return rows.map(({ id, person, reason, by, at }) => ({
    ...{ id, name: person.name, reason, at: at.getTime() },
    by: signatory.parse(by).name,
  }));
}
