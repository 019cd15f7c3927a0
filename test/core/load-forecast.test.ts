// The load ahead of a desk: every working day of the horizon, holidays left out, and days off on which something is due all the same.
import path from 'node:path';
import { expect, it } from 'vitest';
import { AHEAD, loadForecast } from '../../app/core/load-forecast';
import { loadGuide } from '../../guide/load';

const { calendar } = loadGuide(path.resolve('guide'));

it('shows twenty working days and counts the days off between them, over the holidays of March', () => {
  const found = loadForecast({ due: new Map([['2026-03-26', 4]]), away: [], calendar, today: '2026-03-16' });
  expect(found.days.filter(({ working }) => working)).toHaveLength(AHEAD + 1);
  expect(found.days.map(({ day }) => day)).not.toContain('2026-03-23');
  expect(found.days.find(({ day }) => day === '2026-03-26')).toMatchObject({ due: 4, working: true });
  expect(found.until > '2026-04-13', 'holidays push the horizon out').toBe(true);
  expect(found.daysOff).toBeGreaterThan(8);
});

it('shows a day off on which something is due, as a day off', () => {
  const found = loadForecast({ due: new Map([['2026-03-22', 1]]), away: [], calendar, today: '2026-03-16' });
  expect(found.days.find(({ day }) => day === '2026-03-22')).toEqual({
    day: '2026-03-22',
    working: false,
    due: 1,
    away: 0,
  });
});

it('says how many people are away on each day, each once', () => {
  const away = [
    { personId: 'a', fromDay: '2026-03-10', untilDay: '2026-03-17' },
    { personId: 'a', fromDay: '2026-03-17', untilDay: '2026-03-18' },
    { personId: 'b', fromDay: '2026-03-17', untilDay: '2026-03-17' },
  ] as const;
  const { days } = loadForecast({ due: new Map(), away, calendar, today: '2026-03-16' });
  expect(days.slice(0, 4).map(({ away: n }) => n)).toEqual([1, 2, 1, 0]);
});
