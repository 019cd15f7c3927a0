// Shares and means drawn toward all bodies: against a second reckoning in R, against Efron and Morris's ball players, and how often the
// intervals hold the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, type Chance } from '../../../app/core/statistics/random';
import { shrinkage } from '../../../app/core/statistics/shrinkage';
import { shrunkenAt, type Measured } from '../../../app/core/statistics/shrunken-means';
import { betaDraw, figure, nominal, normal, off, successes, times } from './coverage';
import published from './fixtures/efron-morris-1975.json';
import fixture from './fixtures/shrinkage.json';

type Counts = { of: number; n: number };
const all = (bodies: readonly Counts[]) => {
  const found = shrinkage(bodies);
  if ('lack' in found) throw new Error(found.lack);
  return { ...found, shares: found.shares.map(figure) };
};

describe('shares drawn toward all bodies', () => {
  it.each(['baseball', 'mixed'] as const)('of %s are those of plain numerical integration, to 4 digits', (name) => {
    const found = all(fixture[name].shares);
    expect(found.mean).toBeCloseTo(fixture[name].mean, 4);
    expect(found.spread).toBeCloseTo(fixture[name].spread, 4);
    fixture[name].shares.forEach(({ estimate, low, high, kept }, at) => {
      expect(off(found.shares[at] ?? {}, { estimate, low, high, kept })).toBeLessThan(5e-5);
    });
  });

  it('come within 0.01 of the published James–Stein estimates, and foretell the season three times as well as raw ones', () => {
    const { shares } = all(published.hits.map((of) => ({ of, n: published.atBats })));
    const wrong = (guess: readonly number[]) =>
      guess.reduce((sum, one, at) => sum + (one - (published.rest[at] ?? 0)) ** 2, 0);
    const drawn = shares.map(({ estimate }) => estimate);
    drawn.forEach((one, at) => expect(Math.abs(one - (published.jamesStein[at] ?? 0))).toBeLessThan(0.01));
    expect(wrong(drawn)).toBeLessThan(wrong(published.hits.map((of) => of / published.atBats)) / 3);
  });

  const bodies = fc.array(
    fc.integer({ min: 1, max: 80 }).chain((n) => fc.record({ of: fc.integer({ min: 0, max: n }), n: fc.constant(n) })),
    { minLength: 4, maxLength: 12 },
  );

  it('lie within 0..1 and in their intervals, whatever was counted, and are the same in any order', () => {
    fc.assert(
      fc.property(bodies, (some) => {
        const { shares, mean } = all(some);
        expect(mean > 0 && mean < 1).toBe(true);
        for (const { low, estimate, high, kept } of shares) {
          expect(0 <= low && low <= estimate && estimate <= high && high <= 1).toBe(true);
          expect(kept > 0 && kept < 1).toBe(true);
        }
        expect(all(some.toReversed()).shares.toReversed()).toEqual(shares);
      }),
      { numRuns: 25 },
    );
  });

  it('keep the more of their own the more cases they stand on', () => {
    fc.assert(
      fc.property(bodies, (some) => {
        const byCases = all(some).shares.toSorted((one, other) => one.n - other.n);
        byCases.slice(1).forEach(({ kept }, at) => {
          expect(kept).toBeGreaterThanOrEqual((byCases[at]?.kept ?? 1) - 1e-12);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('let a body that answers nothing sink with every case, and never vanish', () => {
    const others = times(8, (i) => ({ of: 20 + i, n: 30 }));
    const silent = [3, 6, 12, 40].map((n) => all([...others, { of: 0, n }]).shares[8]?.estimate ?? 1);
    expect(silent).toEqual(silent.toSorted((a, b) => b - a));
    expect(silent[3]).toBeLessThan(0.1);
  });

  it('hardly move where bodies differ and have many cases, and nearly meet where bodies are alike', () => {
    const differing = times(10, (i) => ({ of: 50 + 90 * i, n: 1000 }));
    all(differing).shares.forEach(({ estimate, of, n }) => expect(estimate).toBeCloseTo(of / n, 2));
    const alike = all(times(40, (i) => ({ of: 14_000 + (i % 5), n: 20_000 + i })));
    expect(Math.max(...alike.shares.map(({ kept }) => kept))).toBeLessThan(0.1);
  });

  it('are nothing for a body without cases, and for fewer than four bodies', () => {
    const three = times(3, () => ({ of: 1, n: 4 }));
    expect(shrinkage([...three, { of: 0, n: 0 }])).toEqual({ n: 12, bodies: 3, estimate: null, lack: 'too_few' });
    expect(shrinkage([])).toEqual({ n: 0, bodies: 0, estimate: null, lack: 'nothing_counted' });
    const found = shrinkage([...three, { of: 0, n: 0 }, { of: 2, n: 3 }]);
    expect('shares' in found && found.shares[3]).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect('shares' in found && found.bodies).toBe(4);
    expect(() => shrinkage([...three, { of: 5, n: 4 }])).toThrow();
  });

  it('are found where all or none were in time', () => {
    for (const of of [0, 9]) {
      const { shares } = all(times(6, () => ({ of, n: 9 })));
      expect(Math.abs((shares[0]?.estimate ?? 0.5) - of / 9)).toBeLessThan(0.06);
    }
  });
});

const drawnMeans = (bodies: readonly Measured[]) => {
  const [found] = shrunkenAt(bodies, [0.95]);
  if (!found) throw new Error('nothing for this level');
  return found;
};

describe('means drawn toward all bodies', () => {
  const given = fixture.schools.means.map(({ own, error }) => ({ n: 1, estimate: own, error }));
  const drawn = (bodies: typeof given) => {
    const found = drawnMeans(bodies);
    if ('lack' in found) throw new Error(found.lack);
    return found;
  };

  it("of Rubin's eight schools are those of plain numerical integration", () => {
    const found = drawn(given);
    expect(found.mean).toBeCloseTo(fixture.schools.mean, 4);
    fixture.schools.means.forEach(({ estimate, low, high }, at) => {
      expect(off(found.means[at] ?? {}, { estimate, low, high })).toBeLessThan(1e-4);
    });
  });

  it('move and stretch with the unit, in any order', () => {
    const [plain, turned] = [drawn(given), drawn(given.toReversed())];
    const stretched = drawn(
      given.map(({ n, estimate, error }) => ({ n, estimate: 100 + 7 * estimate, error: 7 * error })),
    );
    plain.means.forEach(({ low, kept }, at) => {
      expect(stretched.means[at]?.low).toBeCloseTo(100 + 7 * low, 8);
      expect(stretched.means[at]?.kept).toBeCloseTo(kept, 10);
      expect(turned.means.at(-1 - at)?.low).toBeCloseTo(low, 10);
    });
  });

  it('are nothing for fewer than four bodies, and ask for errors', () => {
    expect(drawnMeans(given.slice(0, 3))).toEqual({ n: 3, bodies: 3, estimate: null, lack: 'too_few' });
    expect(drawnMeans([])).toEqual({ n: 0, bodies: 0, estimate: null, lack: 'nothing_counted' });
    expect(() => drawnMeans(given.map((one) => ({ ...one, error: 0 })))).toThrow();
    expect(() => drawnMeans(given.map((one) => ({ ...one, estimate: Number.NaN })))).toThrow();
  });
});

describe('how often the intervals hold the truth, over all bodies', () => {
  const CASES = [3, 5, 8, 12, 20, 40, 60, 100];
  const held = (runs: number, seed: number, league: (by: Chance) => { truth: number; low: number; high: number }[]) => {
    const by = chance(seed);
    const found = times(runs, () => league(by)).flat();
    return found.filter(({ truth, low, high }) => low <= truth && truth <= high).length / found.length;
  };
  const leagueOf = (draw: (by: Chance) => number) => (by: Chance) => {
    const truths = times(24, () => draw(by));
    const { shares } = all(
      truths.map((truth, i) => {
        const n = CASES[i % CASES.length] ?? 1;
        return { of: successes(n, truth, by), n };
      }),
    );
    return shares.map(({ low, high }, i) => ({ truth: truths[i] ?? Number.NaN, low, high }));
  };

  const meansOf = (apart: number) => (by: Chance) => {
    const truths = times(12, () => 60 + apart * normal(by));
    const found = drawnMeans(
      truths.map((truth, i) => {
        const error = 3 + (i % 4) * 4;
        return { n: 1, estimate: truth + error * normal(by), error };
      }),
    );
    return 'lack' in found
      ? []
      : found.means.map(({ low, high }, i) => ({ truth: truths[i] ?? Number.NaN, low, high }));
  };

  it.each([
    [8, 2],
    [3, 3],
    [40, 10],
  ])('is 0.93 to 0.97 for shares of 24 bodies that differ like beta(%i, %i)', (a, b) => {
    expect(
      held(
        60,
        100 + a,
        leagueOf((by) => betaDraw(a, b, by)),
      ),
    ).toSatisfy(nominal);
  });

  it('is more than that where all bodies are the same: that they are is never taken for certain', () => {
    expect(
      held(
        30,
        7,
        leagueOf(() => 0.8),
      ),
    ).toBeGreaterThan(0.97);
  });

  it('is 0.93 to 0.97 for means of 12 bodies', () => {
    expect(held(250, 9, meansOf(8))).toSatisfy(nominal);
    expect(held(250, 10, meansOf(15))).toSatisfy(nominal);
  });

  it('is more than that for means where all bodies are the same', () => {
    expect(held(100, 11, meansOf(0))).toBeGreaterThan(0.97);
  });
});
