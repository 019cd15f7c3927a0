// Curves, medians and the log-rank test against R's survival and the published 6-MP trial; what no data may break; and how often the
// intervals hold the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt, type Seen } from '../../../app/core/statistics/kaplan-meier';
import { logRank } from '../../../app/core/statistics/log-rank';
import { chance, type Chance } from '../../../app/core/statistics/random';
import { survivalQuantile } from '../../../app/core/statistics/survival-quantile';
import { coverage, exponential, figure, nominal, times } from './coverage';
import published from './fixtures/freireich-published.json';
import fixture from './fixtures/survival.json';

const seen = (until: readonly number[], ended: readonly (number | boolean)[]): Seen[] =>
  until.map((time, at) => ({ time, ended: Boolean(ended[at]) }));
const given = {
  amlMaintained: fixture.amlMaintained,
  amlNot: fixture.amlNot,
  lung: fixture.lung,
  sixMp: fixture.sixMp,
  placebo: fixture.placebo,
};
type Given = keyof typeof given;
const NAMES = Object.keys(given) as Given[];
const casesOf = (name: Given): Seen[] => seen(given[name].time, given[name].ended);
const where = (cases: readonly Seen[], group: readonly (string | number)[], is: string | number): Seen[] =>
  cases.filter((_, at) => group[at] === is);

describe('a curve', () => {
  it.each(NAMES)("of %s has R's steps, Greenwood's variance and ln(−ln) intervals", (name) => {
    const { steps } = kaplanMeier(casesOf(name));
    expect(steps.map(({ time, atRisk, ended, censored }) => ({ time, atRisk, ended, censored }))).toEqual(
      given[name].steps.map(({ time, atRisk, ended, censored }) => ({ time, atRisk, ended, censored })),
    );
    given[name].steps.forEach((expected, at) => {
      const step = steps[at];
      expect(step?.survival).toBeCloseTo(expected.survival, 10);
      if (expected.survival === 0 || expected.survival === 1) return;
      expect(Math.sqrt(step?.variance ?? 0)).toBeCloseTo(expected.error ?? Number.NaN, 10);
      expect(step?.low).toBeCloseTo(expected.low ?? Number.NaN, 10);
      expect(step?.high).toBeCloseTo(expected.high ?? Number.NaN, 10);
    });
  });

  it('of the 6-MP trial is the published one', () => {
    const curve = kaplanMeier(casesOf('sixMp'));
    for (const { time, survival, error } of published.sixMp) {
      const step = curve.steps.find((one) => one.time === time);
      expect(step?.survival).toBeCloseTo(survival, 3);
      expect(Math.abs(Math.sqrt(step?.variance ?? 0) - error)).toBeLessThan(0.001);
    }
  });

  it("has R's quartiles and their intervals, or says that they are not reached", () => {
    for (const name of NAMES) {
      const curve = kaplanMeier(casesOf(name));
      for (const { share, ...expected } of given[name].quantiles) {
        const { estimate, low, high } = figure(survivalQuantile(curve, share));
        const found = [estimate, low, high].map((one) => (one === 'not_reached' ? null : one));
        expect(found, `${name} ${share}`).toEqual([expected.estimate, expected.low ?? null, expected.high ?? null]);
      }
    }
    const median = (name: Given) => figure(survivalQuantile(kaplanMeier(casesOf(name)), 0.5)).estimate;
    expect([median('sixMp'), median('placebo')]).toEqual([published.medians.sixMp, published.medians.placebo]);
  });

  it('gives half its time to the first step that comes down to a half', () => {
    const curve = kaplanMeier(seen([1, 2, 3, 4], [1, 1, 1, 1]));
    expect(figure(survivalQuantile(curve, 0.5)).estimate).toBe(2);
    // Products of fractions round: k of n must be there at the k-th time all the same.
    for (let n = 2; n <= 60; n++) {
      const whole = kaplanMeier(times(n, (i) => ({ time: i + 1, ended: true })));
      for (let k = 1; k < n; k++) expect(figure(survivalQuantile(whole, k / n)).estimate).toBe(k);
    }
  });

  it('knows nothing of no cases, and nothing beyond what was seen', () => {
    const none = { n: 0, estimate: null, lack: 'nothing_counted' };
    expect(survivalAt(kaplanMeier([]), 3)).toEqual(none);
    expect(survivalQuantile(kaplanMeier([]), 0.5)).toEqual(none);
    const open = kaplanMeier(seen([2, 5, 9], [1, 1, 0]));
    expect(survivalAt(open, 10)).toEqual({ n: 3, estimate: null, lack: 'outside_observed' });
    expect(figure(survivalAt(open, 9)).estimate).toBeCloseTo(1 / 3, 12);
    expect(figure(survivalAt(kaplanMeier(seen([2, 5], [1, 1])), 100)).estimate).toBe(0);
  });

  it('of a body that answered nothing stays at 1, and is the less sure the fewer are still seen', () => {
    const curve = kaplanMeier(times(30, (i) => ({ time: i + 1, ended: false })));
    expect(curve.ended).toBe(0);
    expect(figure(survivalQuantile(curve, 0.5))).toMatchObject({
      estimate: 'not_reached',
      low: 'not_reached',
      high: 'not_reached',
    });
    const [early, late] = [figure(survivalAt(curve, 1)), figure(survivalAt(curve, 29))];
    expect([early.estimate, early.high, late.estimate]).toEqual([1, 1, 1]);
    expect(early.low).toBeGreaterThan(0.88);
    expect(late.low).toBeLessThan(0.4);
    expect(figure(survivalAt(curve, 0.5)).low).toBeGreaterThan(0.88);
  });

  it('that came down to 0 is no less sure there than before: the last case alone tells little', () => {
    const { steps } = kaplanMeier(times(30, (i) => ({ time: i + 1, ended: true })));
    expect(steps.at(-1)).toMatchObject({ survival: 0, low: 0, high: steps.at(-2)?.high });
    expect(steps.at(-1)?.high).toBeLessThan(0.2);
    const atOnce = kaplanMeier(times(10, () => ({ time: 15, ended: true })));
    // Wilson's interval of none of ten.
    expect(figure(survivalAt(atOnce, 15)).high).toBeCloseTo(0.2775, 4);
    expect(figure(survivalQuantile(atOnce, 0.5))).toMatchObject({ estimate: 15, low: 15, high: 15 });
  });

  it('refuses times that can not have passed', () => {
    expect(() => kaplanMeier([{ time: -1, ended: true }])).toThrow();
    expect(() => kaplanMeier([{ time: Number.NaN, ended: false }])).toThrow();
    expect(() => survivalQuantile(kaplanMeier(casesOf('lung')), 1)).toThrow();
  });
});

describe('whatever was seen', () => {
  const cases = fc.array(fc.record({ time: fc.integer({ min: 0, max: 25 }), ended: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  });

  it('the curve goes down within 0..1, holds its intervals, and does not depend on the order of cases', () => {
    fc.assert(
      fc.property(cases, (some) => {
        const curve = kaplanMeier(some);
        let before = 1;
        for (const { survival, low, high, variance } of curve.steps) {
          expect(0 <= low && low <= survival + 1e-12 && survival <= high + 1e-12 && high <= 1).toBe(true);
          expect(survival).toBeLessThanOrEqual(before);
          expect(variance).toBeGreaterThanOrEqual(0);
          before = survival;
        }
        expect(kaplanMeier(some.toReversed())).toEqual(curve);
        expect(kaplanMeier(some.toSorted((a, b) => a.time - b.time))).toEqual(curve);
      }),
    );
  });

  it('closing fewer cases never raises the number of ends, and never lowers the curve', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (some, reopened) => {
        const more = kaplanMeier(some);
        const fewer = kaplanMeier(some.map((one, at) => ({ ...one, ended: one.ended && !reopened[at] })));
        expect(fewer.ended).toBeLessThanOrEqual(more.ended);
        fewer.steps.forEach((step, at) => {
          expect(step.survival).toBeGreaterThanOrEqual((more.steps[at]?.survival ?? 1) - 1e-12);
        });
      }),
    );
  });

  it('without open cases it is the plain share, with the variance of a share', () => {
    fc.assert(
      fc.property(cases, (some) => {
        for (const { time, survival, variance } of kaplanMeier(some.map((one) => ({ ...one, ended: true }))).steps) {
          const share = some.filter((one) => one.time > time).length / some.length;
          expect(survival).toBeCloseTo(share, 10);
          expect(variance).toBeCloseTo((share * (1 - share)) / some.length, 10);
        }
      }),
    );
  });

  it('quantiles come in order and lie in their intervals', () => {
    const at = (reached: number | 'not_reached') => (reached === 'not_reached' ? Infinity : reached);
    fc.assert(
      fc.property(cases, (some) => {
        const curve = kaplanMeier(some);
        const found = [0.25, 0.5, 0.75].map((share) => figure(survivalQuantile(curve, share)));
        for (const { low, estimate, high } of found)
          expect(at(low) <= at(estimate) && at(estimate) <= at(high)).toBe(true);
        expect(found.map(({ estimate }) => at(estimate))).toEqual(
          found.map(({ estimate }) => at(estimate)).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('cases that are counted instead of listed', () => {
  const counts = fc.array(
    fc.record({ time: fc.integer({ min: 0, max: 9 }), ended: fc.boolean(), count: fc.integer({ min: 0, max: 5 }) }),
    { minLength: 1, maxLength: 20 },
  );
  const listed = (some: readonly (Seen & { count: number })[]): Seen[] =>
    some.flatMap(({ time, ended, count }) => times(count, () => ({ time, ended })));

  it('give the same curve and the same test', () => {
    fc.assert(
      fc.property(counts, counts, (some, others) => {
        expect(kaplanMeier(some)).toEqual(kaplanMeier(listed(some)));
        expect(logRank([some, others])).toEqual(logRank([listed(some), listed(others)]));
      }),
    );
  });

  it('are whole', () => {
    for (const count of [-1, 0.5, Number.NaN]) expect(() => kaplanMeier([{ time: 1, ended: true, count }])).toThrow();
  });
});

describe('the log-rank test', () => {
  const chi = (groups: Seen[][]) => {
    const found = logRank(groups);
    if ('lack' in found) throw new Error(found.lack);
    return found;
  };
  const lung = casesOf('lung');
  const { sex, performance } = fixture.lungGroups;

  it.each([
    ['aml', [casesOf('amlMaintained'), casesOf('amlNot')], fixture.amlCompared],
    ['lung by sex', [where(lung, sex, 1), where(lung, sex, 2)], fixture.lungBySex],
    ['lung by performance', [0, 1, 2].map((is) => where(lung, performance, is)), fixture.lungByPerformance],
    ['6-MP', [casesOf('sixMp'), casesOf('placebo')], fixture.sixCompared],
  ] as const)("of %s is R's", (_name, groups, expected) => {
    const found = chi([...groups]);
    expect(found.statistic).toBeCloseTo(expected.statistic, 8);
    expect(found.p).toBeCloseTo(expected.p, 10);
    expect(found.df).toBe(expected.df);
    found.groups.forEach((group, at) => expect(group.expected).toBeCloseTo(expected.expected[at] ?? 0, 8));
  });

  it('of the 6-MP trial is the published 16.79', () => {
    expect(chi([casesOf('sixMp'), casesOf('placebo')]).statistic).toBeCloseTo(published.logRank, 2);
  });

  it('does not depend on the order of groups, and says so where nothing can be compared', () => {
    const groups = [0, 1, 2].map((is) => where(lung, performance, is));
    expect(chi(groups.toReversed()).statistic).toBeCloseTo(chi(groups).statistic, 8);
    expect(logRank([lung, []])).toEqual({ n: 228, lack: 'nothing_counted' });
    const open = lung.map((one) => ({ ...one, ended: false }));
    expect(logRank([open, open])).toEqual({ n: 456, lack: 'no_variation' });
    expect(() => logRank([lung])).toThrow();
  });

  it('calls like groups unlike in about one of twenty samples', () => {
    const rejected = times(600, (run) => {
      const by = chance(run);
      return chi([sample(25, by), sample(40, by)]).p < 0.05;
    }).filter(Boolean);
    expect(rejected.length / 600).toBeGreaterThan(0.03);
    expect(rejected.length / 600).toBeLessThan(0.075);
  });
});

/** Exponential times with mean 1, seen until an even time up to 2.5: about a third is still open then. */
function sample(n: number, by: Chance): Seen[] {
  return times(n, () => {
    const [end, until] = [exponential(by), 2.5 * by.unit()];
    return { time: Math.min(end, until), ended: end <= until };
  });
}

describe('how often the intervals hold the truth', () => {
  it.each([0.3, 0.7, 1.2])('is 0.93 to 0.97 for the share open after %d, of 50 cases', (time) => {
    const held = coverage({
      ...{ runs: 2500, seed: 11, truth: Math.exp(-time) },
      sample: (by) => survivalAt(kaplanMeier(sample(50, by)), time),
    });
    expect(held).toSatisfy(nominal);
  });

  it.each([0.25, 0.5])('is 0.93 to 0.97 for the time by which %d have ended, of 100 cases', (share) => {
    const by = chance(17);
    const truth = -Math.log(1 - share);
    const at = (reached: number | 'not_reached') => (reached === 'not_reached' ? Infinity : reached);
    const held = times(2000, () => figure(survivalQuantile(kaplanMeier(sample(100, by)), share))).filter(
      ({ low, high }) => at(low) <= truth && truth <= at(high),
    );
    expect(held.length / 2000).toSatisfy(nominal);
  });
});
