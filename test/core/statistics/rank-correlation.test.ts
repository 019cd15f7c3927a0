// Spearman's coefficient and the slope of least squares against R, their limits, and how often their intervals hold the truth. Said before it
// was looked at: 0.93 to 0.97 from the guide's least number of bodies on, for values of any of these shapes, none, weak and strong.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, type Chance } from '../../../app/core/statistics/random';
import { spearman } from '../../../app/core/statistics/rank-correlation';
import { slope } from '../../../app/core/statistics/slope';
import { loadGuide } from '../../../guide/load';
import { exponential, figure, nominal, normal, off, times } from './coverage';
import fixture from './fixtures/association.json';

type Pair = readonly [number, number];
const pairsOf = ({ x, y }: { x: number[]; y: number[] }): Pair[] => x.map((one, at) => [one, y[at] ?? Number.NaN]);
/** M. Hollander, D. A. Wolfe, Nonparametric Statistical Methods (1973), 187: the example of R's cor.test. */
const LIGHTNESS = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
const QUALITY = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];

describe('a rank correlation', () => {
  it("has R's coefficient and interval, of weight and mileage of cars, with ties", () => {
    const { estimate, low, high } = fixture.rank;
    expect(off(figure(spearman(pairsOf(fixture.rank))), { estimate, low, high })).toBeLessThan(1e-9);
  });

  it('is 0.6 in the example of the book', () => {
    expect(figure(spearman(pairsOf({ x: LIGHTNESS, y: QUALITY }))).estimate).toBeCloseTo(0.6, 12);
  });

  it('asks for orders alone: the same of values stretched, its sign turned with one side', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 5 });
    fc.assert(
      fc.property(some, (pairs) => {
        const found = spearman(pairs);
        fc.pre(found.estimate !== null);
        const one = figure(found);
        expect(spearman(pairs.map(([x, y]) => [Math.exp(x), y ** 3] as const))).toEqual(one);
        const turned = figure(spearman(pairs.map(([x, y]) => [-x, y] as const)));
        expect(off(turned, { estimate: -one.estimate, low: -one.high, high: -one.low })).toBeLessThan(1e-9);
        expect(-1 <= one.low && one.low <= one.estimate && one.estimate <= one.high && one.high <= 1).toBe(true);
      }),
    );
  });

  it('says nothing of four pairs or of a side that does not vary; one order throughout leaves an interval', () => {
    expect(spearman([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(spearman(times(4, (at) => [at, at]))).toEqual({ n: 4, estimate: null, lack: 'too_few' });
    expect(spearman(times(9, (at) => [at, 1]))).toEqual({ n: 9, estimate: null, lack: 'no_variation' });
    const same = figure(spearman(times(10, (at) => [at, 2 * at])));
    expect(same).toMatchObject({ estimate: 1, high: 1 });
    expect(same.low).toBeGreaterThan(0.5);
    expect(same.low).toBeLessThan(1);
  });
});

describe('a slope', () => {
  it("has R's estimate, error and interval, of speed and way of braking", () => {
    const { estimate, error, low, high } = fixture.slope;
    expect(off(figure(slope(pairsOf(fixture.slope))), { estimate, error, low, high })).toBeLessThan(1e-8);
  });

  it('says nothing of four pairs, where one side does not vary, or where one pair alone makes it vary', () => {
    expect(slope([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(slope(times(4, (at) => [at, at]))).toMatchObject({ lack: 'too_few' });
    expect(slope(times(9, (at) => [3, at]))).toMatchObject({ lack: 'no_variation' });
    expect(slope(times(9, (at) => [at === 4 ? 9 : 3, at]))).toMatchObject({ lack: 'no_variation' });
    expect(() => slope([[1, Number.NaN]])).toThrow();
  });
});

const asked = loadGuide(path.resolve('guide')).editions.at(-1)?.scoring?.association;
if (!asked) throw new Error('the newest edition says nothing of the association');
/** Bodies of one to four quarters; each has a level of its own, and `ten` points of trust go with ten of the score. */
const body = (ten: number, by: Chance, { level, own }: { level: number; own: number }): Pair => {
  const quarters = 1 + by.below(4);
  const cells = times(quarters, () => {
    const score = level + 5 * normal(by);
    return [score, 3 + (ten * score) / 10 + own + 0.3 * normal(by)] as const;
  });
  const mean = (of: 0 | 1) => cells.reduce((sum, cell) => sum + cell[of], 0) / quarters;
  return [mean(0), mean(1)];
};
const SHAPES = {
  even: (ten, by) => body(ten, by, { level: 30 + 60 * by.unit(), own: 0.4 * normal(by) }),
  normal: (ten, by) => body(ten, by, { level: 70 + 12 * normal(by), own: 0.4 * normal(by) }),
  skewed: (ten, by) => body(ten, by, { level: 95 - 20 * exponential(by), own: 0.4 * (exponential(by) - 1) }),
  uneven: (ten, by) => {
    const level = 30 + 60 * by.unit();
    return body(ten, by, { level, own: (0.2 + (0.6 * (90 - level)) / 60) * normal(by) });
  },
} as const satisfies Record<string, (ten: number, by: Chance) => Pair>;

describe('how often their intervals hold the truth', { timeout: 60_000 }, () => {
  const RUNS = 3000;
  const cases = (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).flatMap((shape) =>
    [0, 0.5].map((ten) => [shape, ten] as const),
  );
  it.each(cases)('is 0.93 to 0.97 for %s bodies with %d points of trust to ten of the score', (shape, ten) => {
    const make = SHAPES[shape];
    const many = chance(5);
    const truth = figure(spearmanOf(times(40_000, () => make(ten, many))));
    const by = chance(1904);
    for (const bodies of [asked.bodies, 2 * asked.bodies]) {
      const held = { rank: 0, slope: 0 };
      for (let run = 0; run < RUNS; run++) {
        const pairs = times(bodies, () => make(ten, by));
        const [rank, steep] = [figure(spearman(pairs)), figure(slope(pairs))];
        if (rank.low <= truth.estimate && truth.estimate <= rank.high) held.rank++;
        if (steep.low <= ten / 10 && ten / 10 <= steep.high) held.slope++;
      }
      expect(held.rank / RUNS, `coefficient, ${bodies} bodies`).toSatisfy(nominal);
      expect(held.slope / RUNS, `slope, ${bodies} bodies`).toSatisfy(nominal);
    }
  });
});

/** The coefficient of very many pairs without ties, for which no interval is asked. */
function spearmanOf(pairs: readonly Pair[]): { estimate: number } {
  const places = (of: 0 | 1) => {
    const found = new Map([...pairs].sort((a, b) => a[of] - b[of]).map((pair, at) => [pair, at]));
    return pairs.map((pair) => found.get(pair) ?? 0);
  };
  const [x, y] = [places(0), places(1)];
  const n = pairs.length;
  const squares = x.reduce((sum, place, at) => sum + (place - (y[at] ?? 0)) ** 2, 0);
  return { estimate: 1 - (6 * squares) / (n * (n ** 2 - 1)) };
}
