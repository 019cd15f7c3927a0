// The interval of a share against published values, against its own definition, and how often it holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../app/core/statistics/wilson';
import { binomial, figure, nominal, times } from './coverage';
import published from './fixtures/newcombe-1998.json';

describe('the interval of a share', () => {
  it.each(published.single)('of $of of $n is the published one', ({ of, n, low, high }) => {
    const found = figure(wilson(of, n));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('is nothing where nothing was counted', () => {
    expect(wilson(0, 0)).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
  });

  it('refuses what is no share or no level', () => {
    for (const [of, n] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
      [0, Number.NaN],
    ] as const)
      expect(() => wilson(of, n)).toThrow();
    expect(() => wilson(1, 2, 95)).toThrow();
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

  it('is the shorter the more was counted, and the longer the surer it is to be', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ([of, n], more) => {
        expect(width(figure(wilson(of * more, n * more)))).toBeLessThan(width(figure(wilson(of, n))));
        expect(width(figure(wilson(of, n, 0.99)))).toBeGreaterThan(width(figure(wilson(of, n, 0.95))));
      }),
    );
  });
});

describe('how often it holds the truth', () => {
  /** Exactly: every outcome with its probability. */
  const held = (n: number, truth: number): number =>
    times(n + 1, (of) => figure(wilson(of, n)))
      .filter(({ low, high }) => low <= truth && truth <= high)
      .reduce((sum, { of }) => sum + binomial(of, n, truth), 0);
  const shares = times(81, (step) => 0.1 + step / 100);

  it.each([30, 60, 200, 1000])('is 95 % on average over shares from 0.1 to 0.9, for n = %i', (n) => {
    const average = shares.reduce((sum, share) => sum + held(n, share), 0) / shares.length;
    expect(average).toBeGreaterThan(0.945);
    expect(average).toBeLessThan(0.96);
  });

  it.each([200, 1000])('is 93–97 % at each of these shares, for n = %i', (n) => {
    for (const share of shares) {
      expect(held(n, share), `${share}`).toSatisfy(nominal);
    }
  });

  it('falls outside where whole counts leave no choice: few cases, or shares near 0 and 1', () => {
    expect(held(10, 0.02)).toBeGreaterThan(0.97);
    expect(held(10, 0.0179)).toBeLessThan(0.99);
    // The lowest there is for ten: just beyond what one of ten holds.
    expect(Math.min(...times(999, (step) => held(10, (step + 1) / 1000)))).toBeGreaterThan(0.83);
  });
});
