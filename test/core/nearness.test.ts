// The groups of a desk by time left: which day is in which, and that every sentence about them says the number that is meant.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { workingDaysBetween } from '../../app/core/calendar';
import { addDays, type Day } from '../../app/core/day';
import { NEAR, nearnessOf, nearUntil } from '../../app/core/nearness';
import { LOCALES, textFor } from '../../app/text';

const { calendar } = loadGuide(path.resolve('guide'));
/** The Friday before Nauryz: the working days after it are 26, 27 and 30 March. */
const today: Day = '2026-03-20';
const until = nearUntil(calendar, today);

describe('what is near', () => {
  it('ends so many working days on, whatever lies between', () => {
    expect(workingDaysBetween(calendar, today, until)).toBe(NEAR);
    expect(until).toBe('2026-03-30');
  });

  it.each([
    ['2026-03-19', 'overdue'],
    ['2026-03-20', 'today'],
    ['2026-03-21', 'near'],
    ['2026-03-30', 'near'],
    ['2026-03-31', 'later'],
  ] as const)('%s is %s', (day, group) => {
    expect(nearnessOf(day, today, until)).toBe(group);
  });

  it('leaves no day without a group, and none in two', () => {
    const groups = Array.from({ length: 30 }, (_, n) => nearnessOf(addDays('2026-03-10', n), today, until));
    expect(groups).toEqual([...groups].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(new Set(groups).size).toBe(ORDER.length);
  });

  it.each(LOCALES)('is said in %s with the number that is meant', (locale) => {
    const { desk, bodies } = textFor(locale);
    for (const n of [NEAR, 5, 21])
      for (const sentence of [desk.nearness.near(n), bodies.owes.near(n)]) expect(sentence).toContain(String(n));
  });
});

const ORDER = ['overdue', 'today', 'near', 'later'];
