// Means, their differences and weighted means against R's, and how often their intervals hold the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../../app/core/statistics/mean';
import { momentsOf } from '../../../app/core/statistics/moments';
import { normalBelow } from '../../../app/core/statistics/normal';
import type { Chance } from '../../../app/core/statistics/random';
import { weightedMean } from '../../../app/core/statistics/weighted-mean';
import { welch } from '../../../app/core/statistics/welch';
import { coverage, figure, nominal, normal, off, times } from './coverage';
import fixture from './fixtures/means.json';
import survey from './fixtures/weighted-mean.json';

const values = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 40 });
const varied = values.filter((some) => new Set(some).size > 1);

describe('a mean', () => {
  it("of Student's sleep data has R's interval", () => {
    const { estimate, low, high, error } = fixture.mean;
    expect(off(figure(mean(fixture.first)), { estimate, low, high, error })).toBeLessThan(1e-8);
  });

  it('needs two values that differ', () => {
    expect(mean([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(mean([4])).toEqual({ n: 1, estimate: null, lack: 'too_few' });
    expect(mean([0.1, 0.1, 0.1])).toEqual({ n: 3, estimate: null, lack: 'no_variation' });
    expect(() => mean([1, Number.NaN])).toThrow();
  });

  it('does not depend on the order, moves with the values, and lies in the middle of its interval', () => {
    fc.assert(
      fc.property(varied, fc.integer({ min: -50, max: 50 }), (some, shift) => {
        const [one, back, moved] = [some, some.toReversed(), some.map((value) => value + shift)].map((given) =>
          figure(mean(given)),
        );
        expect(back?.low).toBeCloseTo(one?.low ?? Number.NaN, 10);
        expect(moved?.high).toBeCloseTo((one?.high ?? Number.NaN) + shift, 9);
        expect(((one?.low ?? 0) + (one?.high ?? 0)) / 2).toBeCloseTo(one?.estimate ?? Number.NaN, 10);
      }),
    );
  });

  it('keeps its digits far away from 0', () => {
    expect(momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
  });
});

describe('a difference of means', () => {
  it("has R's interval, whether the spreads are like or not", () => {
    expect(off(figure(welch(fixture.first, fixture.second)), fixture.difference)).toBeLessThan(1e-8);
    expect(off(figure(welch(fixture.first, fixture.second, 0.99)), fixture.wide)).toBeLessThan(1e-8);
    expect(off(figure(welch(fixture.irisA, fixture.irisB)), fixture.iris)).toBeLessThan(1e-8);
  });

  it('needs two values in each group, and that something varies', () => {
    expect(welch([1, 2], [])).toEqual({ n: 2, estimate: null, lack: 'nothing_counted' });
    expect(welch([1, 2], [3])).toEqual({ n: 3, estimate: null, lack: 'too_few' });
    expect(welch([1, 1], [3, 3])).toEqual({ n: 4, estimate: null, lack: 'no_variation' });
    expect(figure(welch([1, 1], [3, 5])).df).toBeCloseTo(1, 12);
  });

  it('turns round with the groups', () => {
    fc.assert(
      fc.property(varied, varied, (a, b) => {
        expect(figure(welch(a, b)).low).toBeCloseTo(-figure(welch(b, a)).high, 10);
      }),
    );
  });
});

describe('a weighted mean', () => {
  const given = survey.values.map((value, at) => ({ value, weight: survey.weights[at] ?? 0 }));

  it("has the estimate, error and interval of R's survey package", () => {
    const { estimate, low, high, error } = survey;
    expect(off(figure(weightedMean(given)), { estimate, low, high, error })).toBeLessThan(1e-7);
  });

  it('with equal weights is the mean, whatever they are', () => {
    fc.assert(
      fc.property(varied, fc.double({ min: 0.01, max: 100, noNaN: true }), (some, weight) => {
        const [plain, weighted] = [figure(mean(some)), figure(weightedMean(some.map((value) => ({ value, weight }))))];
        expect(
          off(weighted, { estimate: plain.estimate, low: plain.low, high: plain.high, effective: some.length }),
        ).toBeLessThan(1e-8);
      }),
    );
  });

  it('tells as much as fewer equal ones where weights differ', () => {
    const { n, effective } = figure(weightedMean(given));
    expect(effective).toBeLessThan(n);
    expect(effective).toBeGreaterThan(1);
  });

  it('needs two values that differ and weights above 0', () => {
    expect(weightedMean([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(weightedMean([{ value: 1, weight: 2 }])).toEqual({ n: 1, estimate: null, lack: 'too_few' });
    const same = times(3, (i) => ({ value: 0.1, weight: i + 1 }));
    expect(weightedMean(same)).toEqual({ n: 3, estimate: null, lack: 'no_variation' });
    expect(() => weightedMean([...same, { value: 3, weight: 0 }])).toThrow();
    expect(() => weightedMean([...same, { value: Number.NaN, weight: 1 }])).toThrow();
  });
});

describe('how often their intervals hold the truth', () => {
  /** Answers 0..10 as people give them: rounded, leaning to the upper end. */
  const answer = (middle: number, spread: number, by: Chance) =>
    Math.min(10, Math.max(0, Math.round(middle + spread * normal(by))));

  it('is 93–97 % for means of few normal values and of some dozens of answers', () => {
    expect(coverage({ runs: 3000, seed: 1, truth: 3, sample: (by) => mean(times(5, () => 3 + normal(by))) })).toSatisfy(
      nominal,
    );
    const truth = expectedAnswer(6, 2.5);
    expect(
      coverage({ runs: 3000, seed: 2, truth, sample: (by) => mean(times(40, () => answer(6, 2.5, by))) }),
    ).toSatisfy(nominal);
  });

  it('is 93–97 % for differences where one group is small and varies more', () => {
    const sample = (by: Chance) =>
      welch(
        times(8, () => 5 + 3 * normal(by)),
        times(40, () => 4 + normal(by)),
      );
    expect(coverage({ runs: 3000, seed: 3, truth: 1, sample })).toSatisfy(nominal);
  });

  it('is 93–97 % for weighted means whose weights go with the values', () => {
    // A third stands for one each and answers around 4, the others for three each and answer around 7: the truth is 46/7.
    const sample = (by: Chance) =>
      weightedMean(
        times(90, () =>
          by.unit() < 1 / 3 ? { value: 4 + normal(by), weight: 1 } : { value: 7 + 2 * normal(by), weight: 3 },
        ),
      );
    expect(coverage({ runs: 3000, seed: 4, truth: (4 + 2 * 3 * 7) / 7, sample })).toSatisfy(nominal);
  });
});

/** The mean of round(middle + spread · Z) cut to 0..10. */
function expectedAnswer(middle: number, spread: number): number {
  let sum = 0;
  for (let answer = 1; answer <= 10; answer++) sum += 1 - normalBelow((answer - 0.5 - middle) / spread);
  return sum;
}
