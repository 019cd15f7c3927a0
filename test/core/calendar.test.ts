import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, dayStatus, isWorking, nextWorkingDay, workingDaysBetween } from '../../app/core/calendar';
import { addDays, dayFromNumber, dayNumber, weekday, type Day } from '../../app/core/day';
import { loadGuide } from '../../guide/load';

const { calendar } = loadGuide('guide');
const daysOf = (year: number) => {
  const first = dayNumber(`${year}-01-01` as Day);
  return Array.from({ length: dayNumber(`${year + 1}-01-01` as Day) - first }, (_, index) =>
    dayFromNumber(first + index),
  );
};
const within = fc.integer({ min: dayNumber('2022-01-01'), max: dayNumber('2027-12-31') }).map(dayFromNumber);

/** Published lists of days off on weekdays and of working weekend days, five-day week. */
const PUBLISHED: Record<number, { off: string; worked: string }> = {
  2024: {
    off: '01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16',
    worked: '05-04',
  },
  2025: {
    off: '01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16',
    worked: '01-05',
  },
  2026: { off: '01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16', worked: '' },
  2027: { off: '01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16', worked: '' },
};

describe('the calendar of Kazakhstan', () => {
  for (const [year, { off, worked }] of Object.entries(PUBLISHED)) {
    it(`has the published days off and working weekends of ${year}`, () => {
      const days = daysOf(Number(year));
      expect(
        days
          .filter((day) => weekday(day) < 6 && !isWorking(calendar, day))
          .map((day) => day.slice(5))
          .join(' '),
      ).toBe(off);
      expect(
        days
          .filter((day) => weekday(day) > 5 && isWorking(calendar, day))
          .map((day) => day.slice(5))
          .join(' '),
      ).toBe(worked);
    });
  }

  it.each([
    [2023, 246],
    [2024, 249],
    [2025, 246],
    [2026, 247],
    [2027, 247],
  ])('has in %i the published %i working days', (year, expected) => {
    expect(daysOf(year).filter((day) => isWorking(calendar, day))).toHaveLength(expected);
  });

  it('has in 2022 one working day more than was published in 2021: two days of December were given back and Republic Day was added', () => {
    expect(daysOf(2022).filter((day) => isWorking(calendar, day))).toHaveLength(245 + 2 - 1);
    const worked = (month: string) =>
      daysOf(2022).filter((day) => day.startsWith(`2022-${month}`) && isWorking(calendar, day)).length;
    expect(worked('07')).toBe(20);
    expect(worked('12')).toBe(31 - 10);
  });

  it('says why a day is off or worked, and which act says so', () => {
    expect(dayStatus(calendar, '2026-03-23')).toMatchObject({ working: false, why: 'holiday', name: 'nauryz' });
    expect(dayStatus(calendar, '2026-03-24')).toMatchObject({
      working: false,
      why: 'substitute',
      name: 'nauryz',
      basis: { act: 'holidays_law', article: '5' },
    });
    expect(dayStatus(calendar, '2024-05-08')).toMatchObject({
      working: false,
      why: 'moved_off',
      basis: { act: 'moves_2024' },
    });
    expect(dayStatus(calendar, '2024-05-04')).toMatchObject({
      working: true,
      why: 'moved_work',
      basis: { act: 'moves_2024' },
    });
    expect(dayStatus(calendar, '2026-08-31')).toMatchObject({ working: true, why: 'working_day', basis: null });
    expect(dayStatus(calendar, '2026-08-29')).toMatchObject({ working: false, why: 'weekend', provisional: false });
  });

  it('does not move Orthodox Christmas and Kurban Ait from a weekend', () => {
    expect(isWorking(calendar, '2023-01-09')).toBe(true);
    expect(isWorking(calendar, '2024-06-17')).toBe(true);
  });

  it('marks every day of a missing or projected year as provisional, and guesses only weekends in a missing one', () => {
    expect(dayStatus(calendar, '2027-03-15')).toMatchObject({ working: false, provisional: true });
    expect(dayStatus(calendar, '2031-03-21')).toMatchObject({ working: true, why: 'working_day', provisional: true });
    expect(dayStatus(calendar, '2031-03-22')).toMatchObject({ working: false, why: 'weekend', provisional: true });
    expect(dayStatus(calendar, '2026-12-31').provisional).toBe(false);
  });
});

describe('counting working days', () => {
  it('the next working day is the first one on or after the day', () => {
    fc.assert(
      fc.property(within, (day) => {
        const next = nextWorkingDay(calendar, day);
        expect(isWorking(calendar, next)).toBe(true);
        for (let at = day; at < next; at = addDays(at, 1)) expect(isWorking(calendar, at)).toBe(false);
      }),
    );
  });

  it('n working days later there are n working days in between, and back again is never later than the start', () => {
    fc.assert(
      fc.property(within, fc.integer({ min: 1, max: 80 }), (day, n) => {
        const later = addWorkingDays(calendar, day, n);
        expect(workingDaysBetween(calendar, day, later)).toBe(n);
        expect(workingDaysBetween(calendar, later, day)).toBe(-n);
        expect(isWorking(calendar, addWorkingDays(calendar, day, -n))).toBe(true);
        expect(addWorkingDays(calendar, later, -n) <= day).toBe(true);
      }),
    );
  });

  it('a six-day week works on Saturdays that are no holidays', () => {
    expect(isWorking(calendar, '2026-08-29', [1, 2, 3, 4, 5, 6])).toBe(true);
    expect(isWorking(calendar, '2026-03-21', [1, 2, 3, 4, 5, 6])).toBe(false);
  });
});
