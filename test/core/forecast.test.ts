// The forecast before filing: the product-limit estimate of published data, the guide's minimum, the quarters whose figures are everybody's.
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { forecastOfCases, forecastOfCurves, quartersOf } from '../../app/core/forecast';
import { addWorkingDays } from '../../app/core/calendar';
import type { CaseSeen } from '../../app/core/score/time';
import { kaplanMeier } from '../../app/core/statistics/kaplan-meier';

const guide = loadGuide('guide');
const { calendar } = guide;
const edition = guide.inForceOn('2026-11-26');
const [filing, scoring] = [edition.filing!, edition.scoring!];
const around = { calendar, scoring, filing };

/** Remission of 21 patients under 6-mercaptopurine (Freireich et al., Blood 21 (1963) 699–716): weeks, and those still in remission. */
const ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const SEEN = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const times = [...ENDED.map((time) => ({ time, ended: true })), ...SEEN.map((time) => ({ time, ended: false }))];
const cases: CaseSeen[] = times.map(({ time, ended }) => ({
  registeredDay: '2026-03-02',
  phase: ended ? 'answered' : 'withdrawn',
  endedDay: addWorkingDays(calendar, '2026-03-02', time),
  count: 1,
}));

describe('the forecast', () => {
  it('is the published estimate: half by week 23, 0.4482 still open at 30 (Freireich 1963)', () => {
    const forecast = forecastOfCases(cases, { ...around, today: '2026-11-02' });
    expect(forecast?.n).toBe(21);
    expect(forecast?.half).toBe(23);
    expect(forecast?.open?.day).toBe(30);
    expect(forecast?.open?.share).toBeCloseTo(0.4482, 4);
  });

  it('put together from the curves of quarters is that of their cases', () => {
    const parts = [times.slice(0, 8), times.slice(8, 9), times.slice(9)].map((part) => kaplanMeier(part));
    expect(forecastOfCurves(parts, filing)).toEqual(forecastOfCases(cases, { ...around, today: '2026-11-02' }));
  });

  it('says nothing of fewer cases than the guide asks for, and not by when half was answered when it never was', () => {
    const { minimum } = filing.forecast;
    const one = cases[0]!;
    const many = (count: number, phase: CaseSeen['phase']) =>
      forecastOfCases([{ ...one, phase, count }], { ...around, today: '2026-11-02' });
    expect(many(minimum - 1, 'answered')).toBeNull();
    expect(many(minimum, 'answered')).toEqual({ n: minimum, half: 6, open: { day: filing.forecast.day, share: 0 } });
    expect(many(minimum, 'withdrawn')).toEqual({ n: minimum, half: null, open: null });
  });

  it('counts an open case with the time that it has been open: silence makes it worse', () => {
    const silent = { registeredDay: '2026-03-02', phase: 'open', endedDay: null, count: 30 } as const;
    const forecast = forecastOfCases([...cases, silent], { ...around, today: '2026-11-02' });
    expect(forecast?.half).toBeNull();
    expect(forecast?.open?.share).toBeGreaterThan(0.75);
  });

  it('rests on quarters whose figures are everybody’s', () => {
    expect(quartersOf(filing, { ...around, today: '2026-05-15' })).toEqual([
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
    ]);
    expect(quartersOf(filing, { ...around, today: '2026-04-02' }).at(-1)).toBe('2025-Q4');
  });
});
