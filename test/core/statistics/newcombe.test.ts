// The interval of a difference of shares against Newcombe's published table, its symmetries, and how often it holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe } from '../../../app/core/statistics/newcombe';
import { binomial, figure, nominal, times } from './coverage';
import published from './fixtures/newcombe-1998.json';

const counted = fc
  .integer({ min: 1, max: 800 })
  .chain((n) => fc.record({ of: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

describe('the difference of two shares', () => {
  it.each(published.difference)('$a.of/$a.n − $b.of/$b.n has the published interval', ({ a, b, low, high }) => {
    const found = figure(newcombe(a, b));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    expect(found.n).toBe(a.n + b.n);
  });

  it('is nothing where one group is empty', () => {
    const lacking = { n: 5, estimate: null, lack: 'nothing_counted' };
    expect(newcombe({ of: 0, n: 0 }, { of: 1, n: 5 })).toEqual(lacking);
    expect(newcombe({ of: 1, n: 5 }, { of: 0, n: 0 })).toEqual(lacking);
  });

  it('lies within −1..1, holds the difference, and turns round with the groups', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const [one, other] = [figure(newcombe(a, b)), figure(newcombe(b, a))];
        expect(-1 <= one.low && one.low <= one.estimate && one.estimate <= one.high && one.high <= 1).toBe(true);
        expect(one.low).toBeCloseTo(-other.high, 12);
      }),
    );
  });

  it('is the shorter the more was counted', () => {
    fc.assert(
      fc.property(counted, counted, fc.integer({ min: 2, max: 5 }), (a, b, more) => {
        const [few, many] = [
          figure(newcombe(a, b)),
          figure(newcombe({ of: a.of * more, n: a.n * more }, { of: b.of * more, n: b.n * more })),
        ];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('refuses what is no share', () => {
    expect(() => newcombe({ of: 3, n: 2 }, { of: 1, n: 5 })).toThrow();
  });
});

describe('how often it holds the truth', () => {
  /** Exactly: every pair of outcomes with its probability. */
  const held = (nA: number, pA: number, nB: number, pB: number): number => {
    let sum = 0;
    for (const a of times(nA + 1, (of) => ({ of, n: nA })))
      for (const b of times(nB + 1, (of) => ({ of, n: nB }))) {
        const { low, high } = figure(newcombe(a, b));
        if (low <= pA - pB && pA - pB <= high) sum += binomial(a.of, nA, pA) * binomial(b.of, nB, pB);
      }
    return sum;
  };

  it.each([
    [20, 0.8, 30, 0.6],
    [30, 0.5, 30, 0.5],
    [60, 0.9, 40, 0.7],
    [100, 0.95, 60, 0.85],
    [80, 0.3, 15, 0.2],
  ])('is 0.93 to 0.97 for n = %i at %d against n = %i at %d', (nA, pA, nB, pB) => {
    expect(held(nA, pA, nB, pB)).toSatisfy(nominal);
  });

  it('is more than that for few cases with shares near 1: whole counts leave no choice', () => {
    expect(held(10, 0.98, 10, 0.98)).toBeGreaterThan(0.97);
  });
});
