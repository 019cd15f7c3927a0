import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  instantOf,
  isDay,
  parseDay,
  timeOf,
  weekday,
  type Day,
} from '../../app/core/day';

const days = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2099-12-31') }).map(dayFromNumber);
const byIntl = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Almaty',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

describe('a day is a civil date', () => {
  it('is refused when the calendar has no such day', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '1899-01-01',
      '',
      '2026-01-01T00:00',
      ' 2026-01-01',
    ]) {
      expect(isDay(text), text).toBe(false);
      expect(parseDay(text)).toBeNull();
    }
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2000-02-29')).toBe(true);
    expect(isDay('2100-02-29')).toBe(false);
  });

  it('agrees with the proleptic Gregorian calendar of the runtime on every day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const utc = Date.parse(`${day}T00:00:00Z`);
        expect(addDays(day, n)).toBe(new Date(utc + n * 86_400_000).toISOString().slice(0, 10));
        expect(weekday(day)).toBe(new Date(utc).getUTCDay() || 7);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        // Adding zero: -0 and 0 are the same answer.
        expect(Math.sign(compareDays(day, addDays(day, n))) + 0).toBe(0 - Math.sign(n));
      }),
    );
  });

  it('a month later is the same date, or the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2026-02-02', 2)).toBe('2026-04-02');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  });

  it('a month later never leaves the next month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, n) => {
        const later = addMonths(day, n);
        const months = (text: Day) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(isDay(later)).toBe(true);
        expect(months(later) - months(day)).toBe(n);
        expect(Number(later.slice(8))).toBe(
          Math.min(Number(day.slice(8)), daysInMonth(Number(later.slice(0, 4)), Number(later.slice(5, 7)))),
        );
      }),
    );
  });
});

describe('an instant becomes a day of Asia/Almaty', () => {
  it('by UTC+6 until the end of February 2024 and by UTC+5 from 1 March 2024', () => {
    expect(dayOf(Date.parse('2024-02-28T17:59:00Z'))).toBe('2024-02-28');
    expect(dayOf(Date.parse('2024-02-28T18:00:00Z'))).toBe('2024-02-29');
    expect(dayOf(Date.parse('2024-03-05T18:59:00Z'))).toBe('2024-03-05');
    expect(dayOf(Date.parse('2024-03-05T19:00:00Z'))).toBe('2024-03-06');
    expect(timeOf(Date.parse('2026-03-21T06:20:00Z'))).toBe('11:20');
  });

  it('agrees with Intl at every quarter of an hour around the change of 2024', () => {
    for (let at = Date.parse('2024-02-27T00:00:00Z'); at < Date.parse('2024-03-03T00:00:00Z'); at += 15 * 60_000) {
      expect(`${dayOf(at)} ${timeOf(at)}`).toBe(byIntl.format(at));
    }
  });

  it('agrees with Intl at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('1995-01-01'), max: Date.parse('2060-01-01') }), (at) => {
        expect(`${dayOf(at)} ${timeOf(at)}`).toBe(byIntl.format(at));
      }),
      { numRuns: 500 },
    );
  });

  it('and back: the instant of a local moment is that moment, the earlier one where clocks were set back', () => {
    fc.assert(
      fc.property(
        days.filter((day) => day >= '2005-01-01'),
        fc.integer({ min: 0, max: 1439 }),
        (day, minute) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const at = instantOf(day, time);
          expect([dayOf(at), timeOf(at)]).toEqual([day, time]);
        },
      ),
    );
    expect(instantOf('2024-02-29', '23:30')).toBe(Date.parse('2024-02-29T17:30:00Z'));
  });
});
