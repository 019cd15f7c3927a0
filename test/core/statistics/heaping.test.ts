// The last day of the term against the days before: Fisher's test against R's, a planted body found, an honest one left in peace, and
// how often the interval holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaping, type Termed } from '../../../app/core/statistics/heaping';
import { hypergeometricTail } from '../../../app/core/statistics/hypergeometric';
import { chance, type Chance } from '../../../app/core/statistics/random';
import { coverage, figure, nominal, times } from './coverage';
import fixture from './fixtures/fisher.json';

/** Cases with a term of 15 days, answered each day in the share `daily` of those open, on the last in the share `last`. */
const cases = (n: number, { daily, last }: { daily: number; last: number }, by: Chance): Termed[] =>
  times(n, () => {
    for (let day = 1; day <= 20; day++)
      if (by.unit() < (day === 15 ? last : daily)) return { term: 15, day, answered: true };
    return { term: 15, day: 20, answered: false };
  });

describe("Fisher's exact test", () => {
  it.each(fixture.tails)("of $a.of/$a.n against $b.of/$b.n is R's", ({ a, b, p }) => {
    expect(Math.abs(hypergeometricTail(a, b) - p) / p).toBeLessThan(1e-9);
  });
});

describe('answers on the last day', () => {
  it('are counted against the days before, among what was open', () => {
    const one = (day: number, answered = true): Termed => ({ term: 10, day, answered });
    const found = figure(
      heaping([one(2), one(7), one(9), one(10), one(10), one(10), one(10, false), one(13), one(8, false)], {
        before: 3,
      }),
    );
    // Days 7, 8 and 9 began with 8, 7 and 6 open; two were answered on them. Day 10 began with 5, of which three were answered.
    expect(found.before).toEqual({ of: 2, n: 21 });
    expect(found.last).toEqual({ of: 3, n: 5 });
    expect(found.estimate).toBeCloseTo(3 / 5 - 2 / 21, 12);
    expect(found.excess).toBeCloseTo(3 - 5 * (2 / 21), 12);
    expect(found.p).toBeCloseTo(hypergeometricTail({ of: 3, n: 5 }, { of: 2, n: 21 }), 12);
  });

  it('heap at a body that waits for it, and not at one that answers evenly', () => {
    const waiting = figure(heaping(cases(150, { daily: 0.05, last: 0.5 }, chance(1))));
    expect(waiting.low).toBeGreaterThan(0.2);
    expect(waiting.p).toBeLessThan(1e-6);
    const even = figure(heaping(cases(150, { daily: 0.08, last: 0.08 }, chance(2))));
    expect(even.low).toBeLessThan(0);
    expect(even.p).toBeGreaterThan(0.05);
  });

  it('of an even body are called heaped in at most one of twenty', () => {
    const by = chance(3);
    const called = times(600, () => figure(heaping(cases(60, { daily: 0.08, last: 0.08 }, by))).p < 0.05).filter(
      Boolean,
    );
    expect(called.length / 600).toBeLessThan(0.05);
    expect(called.length / 600).toBeGreaterThan(0.005);
  });

  it('tell nothing where no case was open on them, or on a day before', () => {
    expect(heaping([])).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(heaping([{ term: 10, day: 4, answered: true }])).toEqual({ n: 0, estimate: null, lack: 'too_few' });
    expect(heaping([{ term: 1, day: 1, answered: true }])).toEqual({ n: 1, estimate: null, lack: 'too_few' });
    expect(() => heaping([{ term: 10, day: 0, answered: true }])).toThrow();
    expect(() => heaping([{ term: 2.5, day: 1, answered: true }])).toThrow();
  });

  const some = fc.array(
    fc.record({
      term: fc.integer({ min: 1, max: 8 }),
      day: fc.integer({ min: 1, max: 10 }),
      answered: fc.boolean(),
    }),
    { maxLength: 40 },
  );

  it('do not depend on the order, stay within −1..1, and are never more when fewer cases were answered', () => {
    fc.assert(
      fc.property(some, (given) => {
        const found = heaping(given);
        expect(heaping(given.toReversed())).toEqual(found);
        const twice = given.map((one) => ({ ...one, count: 2 }));
        expect(heaping(twice)).toEqual(heaping([...given, ...given]));
        if (found.estimate === null) return;
        const { low, estimate, high, p } = found;
        expect(-1 <= low && low <= estimate && estimate <= high && high <= 1 && p > 0 && p <= 1).toBe(true);
        const open = figure(heaping(given.map((one, at) => (at % 2 ? { ...one, answered: false } : one))));
        expect(open.last.of).toBeLessThanOrEqual(found.last.of);
        expect(open.before.of).toBeLessThanOrEqual(found.before.of);
        expect([open.last.n, open.before.n]).toEqual([found.last.n, found.before.n]);
      }),
    );
  });
});

describe('how often the interval holds the truth', () => {
  it.each([
    [0.1, 0.1],
    [0.06, 0.4],
  ])('is 0.93 to 0.97 for daily shares of %d and %d on the last day, of 200 cases', (daily, last) => {
    const sample = (by: Chance) => heaping(cases(200, { daily, last }, by));
    expect(coverage({ runs: 1500, seed: 41, truth: last - daily, sample })).toSatisfy(nominal);
  });
});
