// The interval of a share against published values and against its own definition.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate, NotEstimable } from '../../../app/core/statistics/estimate';
import { wilson } from '../../../app/core/statistics/wilson';

const figure = (found: Estimate | NotEstimable): Estimate => {
  if (found.estimate === null) throw new Error(`not estimable: ${found.lack}`);
  return found;
};

describe('the 95 % interval of a share', () => {
  it.each([
    // Newcombe 1998, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is the published one', (of, n, low, high) => {
    const found = figure(wilson(of, n));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('is nothing where nothing was counted', () => {
    expect(wilson(0, 0)).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
  });

  it('refuses what is no share', () => {
    for (const [of, n] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
      [0, Number.NaN],
    ] as const)
      expect(() => wilson(of, n)).toThrow();
  });

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('lies within 0..1 and holds the share', () => {
    fc.assert(
      fc.property(counts, ([of, n]) => {
        const { low, estimate, high } = figure(wilson(of, n));
        return low >= 0 && low <= estimate && estimate <= high && high <= 1;
      }),
    );
  });

  it('ends where a share would just not be told from the one found: |p − π| = z·√(π(1−π)/n)', () => {
    fc.assert(
      fc.property(counts, ([of, n]) => {
        const it = figure(wilson(of, n));
        return [it.low, it.high].every(
          (end) =>
            end === 0 ||
            end === 1 ||
            Math.abs(Math.abs(it.estimate - end) - 1.959963984540054 * Math.sqrt((end * (1 - end)) / n)) < 1e-9,
        );
      }),
    );
  });

  it('mirrors: the share of the others has the mirrored interval', () => {
    fc.assert(
      fc.property(counts, ([of, n]) => {
        const [one, other] = [figure(wilson(of, n)), figure(wilson(n - of, n))];
        return Math.abs(one.low - (1 - other.high)) < 1e-12;
      }),
    );
  });
});
