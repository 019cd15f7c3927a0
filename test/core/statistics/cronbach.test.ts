// Cronbach's alpha against R's and a published interval, its limits, and how often Feldt's interval holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronbach } from '../../../app/core/statistics/cronbach';
import type { Chance } from '../../../app/core/statistics/random';
import { coverage, figure, nominal, normal, off, times } from './coverage';
import fixture from './fixtures/cronbach.json';

/** Parallel items: each is the person's own level plus noise of the deviation `noise`; α = k / (k + noise²). */
const parallel = (n: number, items: number, noise: number, by: Chance): number[][] =>
  times(n, () => {
    const level = normal(by);
    return times(items, () => level + noise * normal(by));
  });

describe('alpha', () => {
  it("of Chatterjee and Price's attitudes has R's value and interval", () => {
    expect(
      off(figure(cronbach(fixture.rows)), { estimate: fixture.alpha, low: fixture.low, high: fixture.high }),
    ).toBeLessThan(1e-8);
  });

  it.each([
    // C. Evans' feldt1.return(0.913, 873, 20), statistics wiki of the MRC Cognition and Brain Sciences Unit.
    [0.913, 873, 20, 0.9044024, 0.9211588],
    // C. Zaiontz, Real Statistics, "Cronbach's alpha continued".
    [0.591719, 15, 10, 0.1949217, 0.8398209],
  ])('of %d for %i people and %i items has the published interval', (alpha, n, items, low, high) => {
    // Made-up rows, whose common part is stretched until alpha is that.
    const rows = (stretch: number) =>
      times(n, (person) =>
        times(items, (item) => stretch * Math.sin(person) + Math.sin(1.7 * person * (item + 1) + item)),
      );
    let [less, more] = [0, 10];
    for (let step = 0; step < 40; step++) {
      const middle = (less + more) / 2;
      if (figure(cronbach(rows(middle))).estimate < alpha) less = middle;
      else more = middle;
    }
    expect(off(figure(cronbach(rows(less))), { estimate: alpha, low, high })).toBeLessThan(1e-6);
  });

  it('needs two people, two items and sums that differ', () => {
    expect(cronbach([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(cronbach([[1, 2]])).toEqual({ n: 1, estimate: null, lack: 'too_few' });
    expect(cronbach([[1], [2], [3]])).toEqual({ n: 3, estimate: null, lack: 'too_few' });
    const opposite = [
      [1, 3],
      [3, 1],
    ];
    expect(cronbach(opposite)).toEqual({ n: 2, estimate: null, lack: 'no_variation' });
  });

  it('refuses rows with an item left out, or with something that is no number', () => {
    expect(() => cronbach([[1, 2], [1]])).toThrow();
    expect(() =>
      cronbach([
        [1, Number.NaN],
        [1, 2],
      ]),
    ).toThrow();
  });

  it('is at most 1, the same in any order of people and items, and 1 where all items say the same', () => {
    const rows = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 12 })).chain(([items, n]) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(rows, (some) => {
        const found = cronbach(some);
        if (found.estimate === null) return;
        expect(found.low <= found.estimate && found.estimate <= found.high + 1e-12 && found.high <= 1 + 1e-12).toBe(
          true,
        );
        const turned = figure(cronbach(some.toReversed().map((row) => row.toReversed())));
        expect(turned.low).toBeCloseTo(found.low, 8);
        const copied = cronbach(some.map((row) => times(3, () => row[0] ?? 0)));
        if (copied.estimate !== null) expect(copied.estimate).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('how often its interval holds the truth', () => {
  it.each([
    [30, 4, 1, 4 / 5],
    [100, 3, 2, 3 / 7],
    [15, 10, 1, 10 / 11],
  ])('is 0.93 to 0.97 for %i people and %i parallel items with noise %d', (n, items, noise, truth) => {
    const held = coverage({ runs: 2000, seed: n, truth, sample: (by) => cronbach(parallel(n, items, noise, by)) });
    expect(held).toSatisfy(nominal);
  });
});
