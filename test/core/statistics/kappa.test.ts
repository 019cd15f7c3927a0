// Cohen's kappa against Fleiss's published table and R's vcd and psych, its limits, and how often the interval holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kappa } from '../../../app/core/statistics/kappa';
import type { Chance } from '../../../app/core/statistics/random';
import { coverage, figure, nominal, off, times } from './coverage';
import fixture from './fixtures/kappa.json';

describe('kappa', () => {
  it.each(['clinic', 'spouses'] as const)("of %s has R's value and the interval of its error", (name) => {
    const { table, estimate, error, psychError } = fixture[name];
    const found = figure(kappa(table));
    const z = 1.959963984540054;
    expect(off(found, { estimate, low: estimate - z * error, high: estimate + z * error })).toBeLessThan(1e-8);
    expect(psychError).toBeCloseTo(error, 10);
  });

  it("of Fleiss's two clinicians is the published 0.68", () => {
    expect(figure(kappa(fixture.clinic.table)).estimate).toBeCloseTo(0.68, 2);
  });

  it('where all are judged alike is 1, and as sure as so many cases allow', () => {
    const ends = [10, 40, 400].map((n) =>
      figure(
        kappa([
          [n / 2, 0],
          [0, n / 2],
        ]),
      ),
    );
    expect(ends.map(({ estimate, high }) => [estimate, high])).toEqual(times(3, () => [1, 1]));
    // Wilson's 0.7225 of ten, put in for the agreement: (0.7225 − 0.5) / 0.5.
    expect(ends[0]?.low).toBeCloseTo(0.4449, 4);
    expect(ends.map(({ low }) => low)).toEqual(ends.map(({ low }) => low).toSorted((a, b) => a - b));
  });

  it('is nothing of fewer than two cases, and where one judgement was given to all', () => {
    expect(kappa([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(
      kappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(
      kappa([
        [1, 0],
        [0, 0],
      ]),
    ).toEqual({ n: 1, estimate: null, lack: 'too_few' });
    expect(
      kappa([
        [9, 0],
        [0, 0],
      ]),
    ).toEqual({ n: 9, estimate: null, lack: 'no_variation' });
  });

  it('refuses tables that are not square or hold no counts', () => {
    expect(() => kappa([[1, 2]])).toThrow();
    expect(() =>
      kappa([
        [1, -2],
        [0, 3],
      ]),
    ).toThrow();
    expect(() =>
      kappa([
        [1, 0.5],
        [0, 3],
      ]),
    ).toThrow();
  });

  it('is the same when the two change places or the judgements are listed otherwise', () => {
    const tables = fc.integer({ min: 2, max: 4 }).chain((k) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: k, maxLength: k }), {
        minLength: k,
        maxLength: k,
      }),
    );
    fc.assert(
      fc.property(tables, (table) => {
        const found = kappa(table);
        if (found.estimate === null) return;
        expect(-1 <= found.low && found.low <= found.estimate && found.estimate <= found.high && found.high <= 1).toBe(
          true,
        );
        const { estimate, low, high } = found;
        const swapped = figure(kappa(table.map((row, i) => row.map((_, j) => table[j]?.[i] ?? 0))));
        const relisted = figure(kappa(table.toReversed().map((row) => row.toReversed())));
        expect(off(swapped, { estimate, low, high })).toBeLessThan(1e-9);
        expect(off(relisted, { estimate, low, high })).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('how often the interval holds the truth', () => {
  /** Both say the same in the share `truth`, and otherwise judge on their own, by the same shares: kappa is then `truth`. */
  const sample = (n: number, truth: number) => (by: Chance) => {
    const judge = () => (by.unit() < 0.5 ? 0 : by.unit() < 0.6 ? 1 : 2);
    const table = times(3, () => [0, 0, 0]);
    for (let i = 0; i < n; i++) {
      const first = judge();
      const second = by.unit() < truth ? first : judge();
      const row = table[first] ?? [];
      row[second] = (row[second] ?? 0) + 1;
    }
    return kappa(table);
  };

  it.each([
    [80, 0.4],
    [100, 0.6],
    [200, 0.8],
  ])('is 0.93 to 0.97 for %i cases with kappa %d', (n, truth) => {
    expect(coverage({ runs: 3000, seed: n, truth, sample: sample(n, truth) })).toSatisfy(nominal);
  });
});
