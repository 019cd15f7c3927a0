// Trust beside responsiveness: a planted slope is found, none is where none was planted, and too few cells say nothing.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { association, type Cell } from '../../../app/core/score/association';
import type { Period } from '../../../app/core/score/period';
import { chance } from '../../../app/core/statistics/random';
import { normalPoint } from '../../../app/core/statistics/normal';
import { loadGuide } from '../../../guide/load';

const scoring = loadGuide(path.resolve('guide')).editions.at(-1)?.scoring;
if (!scoring?.association) throw new Error('the edition says nothing of the association');
const rule = { level: scoring.level, association: scoring.association };
const PERIODS: Period[] = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];

/** Bodies that differ in trust by themselves, plus `slope` points of trust for each ten of the score. */
function planted({
  bodies,
  quarters,
  slope,
  seed,
}: {
  bodies: number;
  quarters: number;
  slope: number;
  seed: number;
}): Cell[] {
  const { unit } = chance(seed);
  const noise = () => normalPoint(Math.max(1e-9, unit()));
  return Array.from({ length: bodies }, (_, body) => {
    const [own, level] = [0.4 * noise(), 30 + 60 * unit()];
    return PERIODS.slice(0, quarters).map((period) => {
      const score = level + 5 * noise();
      return { bodyId: `body-${body}`, period, score, trust: 3 + (slope * score) / 10 + own + 0.3 * noise() };
    });
  }).flat();
}

describe('the association of trust with responsiveness', () => {
  it('recovers a planted slope: the interval holds it, and leaves out nought', () => {
    const { slope, coefficient, bodies } = association(planted({ bodies: 30, quarters: 4, slope: 0.5, seed: 7 }), rule);
    expect(bodies).toBe(30);
    if (slope.estimate === null || coefficient.estimate === null) throw new Error('nothing was found');
    expect(slope.estimate).toBeCloseTo(0.5, 1);
    expect(slope.low).toBeLessThan(0.5);
    expect(slope.high).toBeGreaterThan(0.5);
    expect(slope.low).toBeGreaterThan(0.2);
    expect(coefficient.low).toBeGreaterThan(0.5);
  });

  it('counts a body once, however many quarters it has', () => {
    const cells = planted({ bodies: 20, quarters: 1, slope: 0.5, seed: 5 });
    const again = cells.map((cell) => ({ ...cell, period: '2026-Q3' as const }));
    const [once, twice] = [association(cells, rule), association([...cells, ...again], rule)];
    expect(twice.cells.length).toBe(40);
    expect(twice.slope).toEqual(once.slope);
    expect(twice.coefficient).toMatchObject({ ...once.coefficient, n: 20 });
  });

  it('is refused below the least number of cells, or of bodies, and where one side does not vary', () => {
    const { cells, bodies } = rule.association;
    const few = association(planted({ bodies, quarters: 1, slope: 1, seed: 1 }), rule);
    expect(few.cells.length).toBeLessThan(cells);
    expect(few).toMatchObject({ slope: { estimate: null, lack: 'too_few' }, coefficient: { estimate: null } });
    expect(association(planted({ bodies: bodies - 1, quarters: 4, slope: 1, seed: 1 }), rule).slope).toMatchObject({
      lack: 'too_few',
    });
    expect(association([], rule).slope).toMatchObject({ n: 0, lack: 'nothing_counted' });
    const flat = planted({ bodies, quarters: 2, slope: 1, seed: 1 }).map((cell) => ({ ...cell, score: 80 }));
    expect(association(flat, rule).slope.estimate).toBeNull();
  });

  it('does not depend on the order of cells, and gives the same digits again', () => {
    const cells = planted({ bodies: 12, quarters: 2, slope: 0.3, seed: 3 });
    expect(association([...cells].reverse(), rule)).toEqual(association(cells, rule));
  });
});
