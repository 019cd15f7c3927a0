// Correlation against R's own examples, and how often its interval holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation, fisherInterval } from '../../../app/core/statistics/correlation';
import type { Chance } from '../../../app/core/statistics/random';
import { coverage, figure, nominal, normal, off, times } from './coverage';

/** M. Hollander, D. A. Wolfe, Nonparametric Statistical Methods (1973), 187: the example of R's cor.test. */
const LIGHTNESS = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
const QUALITY = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
const pairs = LIGHTNESS.map((x, at): [number, number] => [x, QUALITY[at] ?? Number.NaN]);

describe('a correlation', () => {
  it("has the coefficient and interval of R's cor.test on its example", () => {
    const expected = { estimate: 0.5711816, low: -0.1497426, high: 0.8955795 };
    expect(off(figure(correlation(pairs)), expected)).toBeLessThan(5e-8);
  });

  it("has R's interval for the judges' ratings (r of 43) and for weight and mileage of cars (r of 32)", () => {
    expect(off(fisherInterval(-0.1331909, 43), { low: -0.4168591, high: 0.1741182 })).toBeLessThan(2e-7);
    expect(off(fisherInterval(-0.8676594, 32), { low: -0.9338264, high: -0.7440872 })).toBeLessThan(2e-7);
  });

  it('needs four pairs, and that both sides vary', () => {
    expect(correlation([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(correlation(pairs.slice(0, 3))).toEqual({ n: 3, estimate: null, lack: 'too_few' });
    expect(correlation(times(5, (at) => [at, 3]))).toEqual({ n: 5, estimate: null, lack: 'no_variation' });
    expect(() => correlation([[1, Number.NaN]])).toThrow();
    expect(() => fisherInterval(0.5, 3)).toThrow();
  });

  it('is the same turned round, turns its sign with one side, and does not ask for units', () => {
    const many = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), { minLength: 4 });
    fc.assert(
      fc.property(many, (some) => {
        const found = correlation(some);
        fc.pre(found.estimate !== null);
        const one = figure(found);
        expect(figure(correlation(some.map(([x, y]): [number, number] => [y, x]))).estimate).toBeCloseTo(
          one.estimate,
          10,
        );
        const turned = figure(correlation(some.map(([x, y]): [number, number] => [7 - 3 * x, y])));
        expect(turned.estimate).toBeCloseTo(-one.estimate, 10);
        expect(one.low).toBeLessThanOrEqual(one.estimate);
        expect(one.high).toBeGreaterThanOrEqual(one.estimate);
      }),
    );
  });

  it.each([
    [0, 50],
    [0.5, 50],
    [0.8, 120],
  ])('has an interval that holds a true %s in 93 to 97 of 100 samples of %s pairs', (truth, n) => {
    const sample = (by: Chance) =>
      correlation(
        times(n, (): [number, number] => {
          const x = normal(by);
          return [x, truth * x + Math.sqrt(1 - truth ** 2) * normal(by)];
        }),
      );
    expect(coverage({ runs: 2000, seed: 71, truth, sample })).toSatisfy(nominal);
  });
});
