// The load ahead of a desk: every working day of the horizon, holidays left out, and days off on which something is due all the same.
import path from 'node:path';
import { expect, it } from 'vitest';
import { AHEAD, loadForecast } from '../../app/core/load-forecast';
import { loadGuide } from '../../guide/load';

const { calendar } = loadGuide(path.resolve('guide'));

it('shows twenty working days and counts the days off between them, over the holidays of March', () => {
  const found = loadForecast(new Map([['2026-03-26', 4]]), calendar, '2026-03-16');
  expect(found.days.filter(({ working }) => working)).toHaveLength(AHEAD + 1);
  expect(found.days.map(({ day }) => day)).not.toContain('2026-03-23');
  expect(found.days.find(({ day }) => day === '2026-03-26')).toMatchObject({ due: 4, working: true });
  expect(found.until > '2026-04-13', 'holidays push the horizon out').toBe(true);
  expect(found.daysOff).toBeGreaterThan(8);
});

it('shows a day off on which something is due, as a day off', () => {
  const found = loadForecast(new Map([['2026-03-22', 1]]), calendar, '2026-03-16');
  expect(found.days.find(({ day }) => day === '2026-03-22')).toEqual({ day: '2026-03-22', working: false, due: 1 });
});
