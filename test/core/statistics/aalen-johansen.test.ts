// Cumulative incidence against R's survival and etm, against Kaplan–Meier where there is one end, and how often it holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, incidenceAt, type Ending } from '../../../app/core/statistics/aalen-johansen';
import { kaplanMeier } from '../../../app/core/statistics/kaplan-meier';
import { coverage, exponential, figure, nominal, times } from './coverage';
import fixture from './fixtures/competing.json';

const ENDS = ['answered', 'withdrawn'] as const;
type End = (typeof ENDS)[number];

describe('the incidence of an end among others', () => {
  const ends = ['pcm', 'death'] as const;
  const isEnd = (end: string): end is (typeof ends)[number] => end === 'pcm' || end === 'death';
  const cases = fixture.time.map((time, at) => {
    const end = fixture.end[at] ?? '';
    return { time, end: isEnd(end) ? end : null };
  });
  const found = aalenJohansen(cases, ends);

  it.each(ends)("of %s is R's, with the variance of etm and of survfit", (end) => {
    fixture.at.forEach((time, at) => {
      expect(figure(incidenceAt(found, end, time)).estimate).toBeCloseTo(fixture.share[end][at] ?? Number.NaN, 10);
      const step = found.steps.findLast((one) => one.time <= time);
      const error = Math.sqrt(step?.ends[end].variance ?? Number.NaN);
      expect(error).toBeCloseTo(fixture.errorEtm[end][at] ?? Number.NaN, 10);
      expect(error).toBeCloseTo(fixture.errorSurvfit[end][at] ?? Number.NaN, 10);
    });
  });

  it('is nothing of no cases and beyond what was seen', () => {
    expect(incidenceAt(aalenJohansen([], ends), 'pcm', 3)).toEqual({ n: 0, estimate: null, lack: 'nothing_counted' });
    expect(incidenceAt(found, 'pcm', 1000)).toEqual({ n: 276, estimate: null, lack: 'outside_observed' });
    expect(figure(incidenceAt(found, 'pcm', 0))).toMatchObject({ estimate: 0, low: 0 });
    const all = aalenJohansen([{ time: 2, end: 'pcm' }], ends);
    expect(figure(incidenceAt(all, 'pcm', 50)).estimate).toBe(1);
  });

  it('refuses an end that is none of the ends, and times that can not have passed', () => {
    const odd: Ending<string>[] = [{ time: 1, end: 'lost' }];
    expect(() => aalenJohansen(odd, ['answered'])).toThrow();
    expect(() => aalenJohansen([{ time: -1, end: null }], ends)).toThrow();
  });
});

describe('whatever was seen', () => {
  const cases = fc.array(
    fc.record({
      time: fc.integer({ min: 0, max: 20 }),
      end: fc.constantFrom<End | null>('answered', 'withdrawn', null),
    }),
    { minLength: 1, maxLength: 50 },
  );

  it('ends and open cases add up to 1, within their intervals, in any order', () => {
    fc.assert(
      fc.property(cases, (some) => {
        const found = aalenJohansen(some, ENDS);
        for (const { open, ends } of found.steps) {
          expect(open + ends.answered.estimate + ends.withdrawn.estimate).toBeCloseTo(1, 10);
          for (const { low, estimate, high } of Object.values(ends))
            expect(0 <= low && low <= estimate + 1e-12 && estimate <= high + 1e-12 && high <= 1).toBe(true);
        }
        expect(aalenJohansen(some.toReversed(), ENDS)).toEqual(found);
      }),
    );
  });

  it("with one end it is what Kaplan–Meier has closed, with Greenwood's variance", () => {
    fc.assert(
      fc.property(cases, (some) => {
        const one = some.map(({ time, end }) => ({ time, end: end === null ? null : ('answered' as const) }));
        const { steps } = kaplanMeier(one.map(({ time, end }) => ({ time, ended: end !== null })));
        aalenJohansen(one, ['answered']).steps.forEach(({ ends: { answered } }, at) => {
          expect(answered.estimate).toBeCloseTo(1 - (steps[at]?.survival ?? 0), 10);
          if ((steps[at]?.survival ?? 0) > 0) expect(answered.variance).toBeCloseTo(steps[at]?.variance ?? 0, 10);
        });
      }),
    );
  });

  it('is the same of cases counted as of cases listed', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.nat({ max: 4 }), { minLength: 50, maxLength: 50 }), (some, counts) => {
        const counted = some.map((one, at) => ({ ...one, count: counts[at] ?? 0 }));
        const listed = counted.flatMap(({ time, end, count }) => times(count, () => ({ time, end })));
        expect(aalenJohansen(counted, ENDS)).toEqual(aalenJohansen(listed, ENDS));
      }),
    );
  });

  it('is never above what censoring the other end would pretend', () => {
    fc.assert(
      fc.property(cases, (some) => {
        const pretended = kaplanMeier(some.map(({ time, end }) => ({ time, ended: end === 'answered' })));
        const found = aalenJohansen(some, ENDS);
        found.steps.forEach(({ ends }, at) => {
          expect(ends.answered.estimate).toBeLessThanOrEqual(1 - (pretended.steps[at]?.survival ?? 0) + 1e-12);
        });
      }),
    );
  });

  it('leaving more cases open never raises the number of ends', () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 49 }), (some, from) => {
        const count = (given: typeof some) =>
          aalenJohansen(given, ENDS).steps.reduce(
            (sum, { ends }) => sum + ends.answered.ended + ends.withdrawn.ended,
            0,
          );
        expect(count(some.map((one, at) => (at >= from ? { ...one, end: null } : one)))).toBeLessThanOrEqual(
          count(some),
        );
      }),
    );
  });
});

describe('how often the interval holds the truth', () => {
  it.each([0.4, 1])('is 0.93 to 0.97 for the share answered by %d, of 80 cases, a third of them withdrawn', (time) => {
    // Answers come at the rate 1, withdrawals at 0.5; seen until an even time up to 3.
    const truth = (1 / 1.5) * (1 - Math.exp(-1.5 * time));
    const held = coverage({
      ...{ runs: 2500, seed: 23, truth },
      sample: (by) =>
        incidenceAt(
          aalenJohansen(
            times(80, (): Ending<End> => {
              const [end, until] = [exponential(by) / 1.5, 3 * by.unit()];
              const kind = by.unit() < 1 / 1.5 ? 'answered' : 'withdrawn';
              return end <= until ? { time: end, end: kind } : { time: until, end: null };
            }),
            ENDS,
          ),
          'answered',
          time,
        ),
    });
    expect(held).toSatisfy(nominal);
  });
});
