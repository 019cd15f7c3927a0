// The rows of a wave's tables as they are kept, with their figures. Called by count, once.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Publishing } from '../../../guide/schema';
import { cutsOf, type CountedAnswer, type CountedPanel, type CutRow } from '../../core/cuts';
import type { Level } from '../../core/region';
import type { Wave } from '../../core/wave';
import type { World } from '../../world';

type Counted = {
  wave: Wave;
  publishing: Publishing;
  panels: readonly CountedPanel[];
  answers: readonly CountedAnswer[];
};

/** Rows of SurveyCut in the order of cutsOf; a cell that nobody may see has empty figures. */
export async function tabulate(world: World, { wave, publishing, panels, answers }: Counted) {
  const bodies = await world.db.prisma.body.findMany({
    where: { id: { in: panels.map(({ bodyId }) => bodyId) } },
    select: { id: true, level: true, region: true },
  });
  const cuts = cutsOf({
    ...{ answers, panels, publishing, instrument: wave.instrument, openness: wave.openness },
    bodies: bodies.map(({ level, ...body }) => ({ ...body, level: level as Level })),
  });
  return cuts.map(({ figures, ...cut }) => ({ id: world.newId(), waveId: wave.id, ...cut, figures: figures ?? {} }));
}

type Named = Pick<CutRow, 'direction' | 'cut' | 'cell' | 'bodyId' | 'public'> & { figures: unknown };

/**
 * SHA-256 of the public cells in canonical JSON (RFC 8785): whoever has the published tables can see that they are those of the count.
 * Cells by direction, cut, body and cell.
 */
export function hashOfTables(cuts: readonly Named[]): string {
  const placed = cuts
    .filter((cut) => cut.public)
    .map(({ direction, cut, cell, bodyId, figures }) => ({
      key: [direction, cut, bodyId ?? '', cell].join(' '),
      of: { direction, cut, cell, body: bodyId, figures },
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return createHash('sha256')
    .update(canonicalize(placed.map(({ of }) => of)) ?? '')
    .digest('hex');
}
