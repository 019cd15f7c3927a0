// What the published tables of the invented country's waves say of what was planted in them: each mean of `trust`, of the total and of
// each body, and each gap, beside its truth. Called by simulate.ts, which prints it, and by the test that counts how many intervals hold.
import { differencesOf } from '../app/core/gap';
import type { TrustFigures } from '../app/core/trust-figures';
import { waveOf } from '../app/core/wave';
import type { World } from '../app/world';
import { DIRECTIONS, type Direction } from '../guide/schema';
import type { PlantedPanel, PlantedWave } from './live-waves';

type Kind = 'total' | 'body' | 'gap';
/** `truth` and the interval in points of the scale. `cell`: the body, or nothing for the total. `seen`: by everyone, or by the body alone. */
export type Recovered = {
  wave: number;
  kind: Kind;
  direction: Direction | null;
  cell: string;
  seen: 'public' | 'internal';
  truth: number;
  figure: { n: number; estimate: number; low: number; high: number };
  holds: boolean;
};

const sum = (panels: readonly PlantedPanel[], of: (panel: PlantedPanel) => number): number =>
  panels.reduce((all, panel) => all + of(panel), 0);
/** The answer that is expected of whoever answered there. */
const truthOf = (panels: readonly PlantedPanel[]): number =>
  sum(panels, ({ level, points }) => level * points) / sum(panels, ({ points }) => points);

/** Every published mean and gap of these waves. Throws where a table stands on other answers than were given. */
export async function recoveredFrom({ db, guide }: World, waves: readonly PlantedWave[]): Promise<Recovered[]> {
  const found: Recovered[] = [];
  for (const [wave, { waveId, panels }] of waves.entries()) {
    const { edition } = waveOf(
      await db.prisma.wave.findUniqueOrThrow({ where: { id: waveId }, select: { facts: true } }),
    );
    const least = guide.edition(edition).surveys?.publishing.internal.n ?? 0;
    const rows = await db.prisma.surveyCut.findMany({
      where: { waveId, cut: { in: ['total', 'body'] } },
      orderBy: [{ cut: 'desc' }, { cell: 'asc' }, { direction: 'desc' }],
    });
    for (const cell of new Set(rows.map((row) => row.cell))) {
      const sides = DIRECTIONS.map((direction) => {
        const row = rows.find((one) => one.cell === cell && one.direction === direction);
        // A cell that nobody may see has empty figures.
        const figures = row?.internal ? (row.figures as unknown as TrustFigures) : null;
        const trust = figures?.items.trust;
        if (!row || !figures || trust?.kind !== 'scale' || trust.mean.estimate === null) return null;
        const about = panels.filter((one) => one.direction === direction && (cell === '' || one.bodyId === cell));
        // The total leaves out the smallest panels where even together they are too few to be told.
        const told = [about, about.filter(({ answers }) => answers >= least)].find(
          (of) => sum(of, ({ points }) => points) === trust.answered,
        );
        if (!told) throw new Error(`the table of ${cell || 'the total'} does not stand on the answers that were given`);
        const seen = row.public ? ('public' as const) : ('internal' as const);
        const { mean } = trust;
        return { wave, direction, cell, seen, truth: truthOf(told), figure: mean, figures };
      });
      const [a, b] = sides;
      const gap = a && b && differencesOf(a.figures, b.figures).find(({ item }) => item === 'trust')?.mean;
      for (const side of sides)
        if (side) found.push(judged({ ...side, kind: cell === '' ? 'total' : 'body', figure: side.figure }));
      if (a && b && gap && gap.estimate !== null)
        found.push(
          judged({
            ...{ wave, kind: 'gap', direction: null, cell, truth: a.truth - b.truth, figure: gap },
            seen: a.seen === 'public' && b.seen === 'public' ? 'public' : 'internal',
          }),
        );
    }
  }
  return found;
}

function judged({ figure, truth, wave, kind, direction, cell, seen }: Omit<Recovered, 'holds'>): Recovered {
  const { n, estimate, low, high } = figure;
  return {
    ...{ wave, kind, direction, cell, seen, truth, figure: { n, estimate, low, high } },
    holds: low <= truth && truth <= high,
  };
}
