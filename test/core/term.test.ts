import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorking, type Calendar } from '../../app/core/calendar';
import { addDays, addMonths, dayFromNumber, dayNumber, instantOf, weekday, type Day } from '../../app/core/day';
import { ledgerOf, parseMoment, parseTerm, receive, reckon, type Span } from '../../app/core/term';
import { loadGuide } from '../../guide/load';
import type { Basis } from '../../guide/schema';

const guide = loadGuide('guide');
const { calendar } = guide;
const conventions = guide.edition('2026-1').counting;
const term = (text: string): Span => {
  const answer = parseTerm(text);
  if (!answer.ok) throw new Error(text);
  return answer.value;
};
const due = (from: Day, text: string) => reckon({ calendar, from, term: term(text), conventions }).due;

const anyDay = fc.integer({ min: dayNumber('2021-06-01'), max: dayNumber('2028-06-01') }).map(dayFromNumber);
const forward = fc.record({
  n: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom('working_day' as const, 'calendar_day' as const, 'month' as const),
  direction: fc.constant('forward' as const),
  roll: fc.constantFrom('next_working_day' as const, 'none' as const),
});
const shortMonths = forward.map((span) => (span.unit === 'month' ? { ...span, n: span.n % 14 } : span));
const anySpan = fc.oneof(
  shortMonths,
  shortMonths.map((span) => ({ ...span, direction: 'backward' as const, roll: 'none' as const })),
);

describe('a term ends on the day the law says', () => {
  // law.md 1.11: registered, +3, +10, +15, +20 working days, +15 calendar days rolled
  it.each([
    ['2026-02-02', '2026-02-05', '2026-02-16', '2026-02-23', '2026-03-02', '2026-02-17'],
    ['2026-03-12', '2026-03-17', '2026-03-31', '2026-04-07', '2026-04-14', '2026-03-27'],
    ['2026-04-20', '2026-04-23', '2026-05-05', '2026-05-14', '2026-05-21', '2026-05-05'],
    ['2026-08-14', '2026-08-19', '2026-08-28', '2026-09-04', '2026-09-11', '2026-08-31'],
    ['2026-10-12', '2026-10-15', '2026-10-27', '2026-11-03', '2026-11-10', '2026-10-27'],
    ['2026-12-11', '2026-12-17', '2026-12-28', '2027-01-06', '2027-01-14', '2026-12-28'],
    ['2027-02-25', '2027-03-02', '2027-03-12', '2027-03-25', '2027-04-01', '2027-03-12'],
  ] as [Day, Day, Day, Day, Day, Day][])('counted from %s', (from, three, ten, fifteen, twenty, rolled) => {
    expect([due(from, '3wd'), due(from, '10wd'), due(from, '15wd'), due(from, '20wd')]).toEqual([
      three,
      ten,
      fifteen,
      twenty,
    ]);
    expect(due(from, '15d')).toBe(rolled);
  });

  it('an extension decided on 2 February ends on 2 April at the latest', () => {
    expect(due('2026-02-02', '2mo')).toBe('2026-04-02');
  });

  it('a month that has no such date ends on its last day, and on the next working day if that is off', () => {
    expect(due('2026-01-31', '1mo')).toBe('2026-03-02');
    expect(reckon({ calendar, from: '2026-01-31', term: { ...term('1mo'), roll: 'none' }, conventions }).due).toBe(
      '2026-02-28',
    );
    expect(due('2024-01-31', '1mo')).toBe('2024-02-29');
  });

  it('"at least so many working days before" is counted backward and never moved later', () => {
    expect(due('2026-05-13', '-3wd')).toBe('2026-05-06');
    expect(due('2026-03-26', '-1wd')).toBe('2026-03-20');
    expect(due('2026-03-26', '-3wd')).toBe('2026-03-18');
    expect(due('2026-09-21', '-15d')).toBe('2026-09-06');
  });

  it('an event on a day off is counted backward from the working day before it', () => {
    expect(due('2026-03-22', '-3wd')).toBe('2026-03-17');
    const ledger = ledgerOf(reckon({ calendar, from: '2026-06-13', term: term('-1wd'), conventions }));
    expect(ledger.map(({ date, counts, why }) => [date, counts, why])).toEqual([
      ['2026-06-13', false, 'weekend'],
      ['2026-06-12', false, 'start'],
      ['2026-06-11', true, 'working_day'],
    ]);
  });

  it('a working Saturday by order is counted and the day moved off is not', () => {
    expect(due('2024-05-03', '1wd')).toBe('2024-05-04');
    expect(due('2024-05-06', '1wd')).toBe('2024-05-10');
  });
});

describe('properties of every term', () => {
  it('a rolled due day is a working day, and no working day lies between the nominal end and it', () => {
    fc.assert(
      fc.property(anyDay, shortMonths, (from, span) => {
        const rolled = reckon({ calendar, from, term: { ...span, roll: 'next_working_day' }, conventions }).due;
        const nominal = reckon({ calendar, from, term: { ...span, roll: 'none' }, conventions }).due;
        expect(isWorking(calendar, rolled)).toBe(true);
        for (let day = nominal; day < rolled; day = addDays(day, 1)) expect(isWorking(calendar, day)).toBe(false);
      }),
    );
  });

  it('another holiday never makes a forward due day earlier', () => {
    const basis: Basis = { act: 'guide', article: '1', confidence: 'platform', verified: '2026-11-23' };
    fc.assert(
      fc.property(anyDay, shortMonths, fc.integer({ min: 0, max: 120 }), (from, span, after) => {
        const extra = addDays(from, after);
        const year = Number(extra.slice(0, 4));
        const known = calendar.years[year] ?? { status: 'projected' as const, days: {} };
        const more: Calendar = {
          years: {
            ...calendar.years,
            [year]: {
              ...known,
              days: { ...known.days, [extra]: { working: false, why: 'holiday', basis, name: null } },
            },
          },
        };
        const before = reckon({ calendar, from, term: span, conventions }).due;
        expect(reckon({ calendar: more, from, term: span, conventions }).due >= before).toBe(true);
      }),
    );
  });

  it('a longer term or a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, shortMonths, (from, span) => {
        const now = reckon({ calendar, from, term: span, conventions }).due;
        expect(reckon({ calendar, from, term: { ...span, n: span.n + 1 }, conventions }).due >= now).toBe(true);
        expect(reckon({ calendar, from: addDays(from, 1), term: span, conventions }).due >= now).toBe(true);
      }),
    );
  });

  it('counting forward again from a day counted backward reaches the event at the latest', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), fc.constantFrom('wd', 'd'), (event, n, unit) => {
        const notice = due(event, `-${n}${unit}`);
        const again = reckon({
          calendar,
          from: notice,
          term: { ...term(`${n}${unit}`), roll: 'none' },
          conventions,
        }).due;
        expect(notice < event).toBe(true);
        expect(again <= event).toBe(true);
      }),
    );
  });

  it('the answer is provisional exactly when a day that decided it lies in a missing or projected year', () => {
    fc.assert(
      fc.property(anyDay, anySpan, (from, span) => {
        const { due: end, provisional } = reckon({ calendar, from, term: span, conventions });
        const nominal = reckon({ calendar, from, term: { ...span, roll: 'none' }, conventions }).due;
        const [low, high] = from < end ? [from, end] : [end, from];
        const decisive: Day[] = [];
        for (let day = low; day <= high; day = addDays(day, 1)) {
          const backward = span.direction === 'backward';
          const counted = span.unit === 'working_day' && (backward || (span.n > 0 && day !== from));
          const rolled = span.roll === 'next_working_day' && day >= nominal;
          if (counted || rolled) decisive.push(day);
        }
        expect(provisional).toBe(
          decisive.some((day) => calendar.years[Number(day.slice(0, 4))]?.status !== 'official'),
        );
      }),
    );
  });
});

/** The ledger written down a second time, straight from the calendar. */
function direct(from: Day, span: Span) {
  const { due: end } = reckon({ calendar, from, term: span, conventions });
  const moved = span.direction === 'backward' && span.unit === 'working_day' && !isWorking(calendar, from);
  let skip = moved ? 1 : 0;
  const step = span.direction === 'backward' ? -1 : 1;
  const rows: { date: Day; counts: boolean }[] = [{ date: from, counts: false }];
  let left = span.n;
  const lastMonthDay = addMonths(from, step * span.n);
  for (let date = from; date !== end;) {
    date = addDays(date, step);
    const inTerm =
      span.unit === 'month' ? (step > 0 ? date <= lastMonthDay : date >= lastMonthDay) && span.n > 0 : left > 0;
    const works = span.unit !== 'working_day' || isWorking(calendar, date);
    const counts = inTerm && works && skip === 0;
    if (works && skip > 0) skip -= 1;
    if (counts) left -= 1;
    rows.push({ date, counts });
  }
  return rows;
}

describe('the ledger of days', () => {
  it('rebuilt from the compact notes without a calendar, is the one counted from the calendar', () => {
    fc.assert(
      fc.property(anyDay, anySpan, (from, span) => {
        const stored = JSON.parse(JSON.stringify(reckon({ calendar, from, term: span, conventions }))) as ReturnType<
          typeof reckon
        >;
        expect(ledgerOf(stored).map(({ date, counts }) => ({ date, counts }))).toEqual(direct(from, span));
      }),
    );
  });

  it('counts exactly n days, numbered one by one, and ends on the due day', () => {
    fc.assert(
      fc.property(anyDay, anySpan, (from, span) => {
        const reckoning = reckon({ calendar, from, term: span, conventions });
        const ledger = ledgerOf(reckoning);
        const numbers = ledger.flatMap(({ number }) => (number === null ? [] : [number]));
        expect(numbers).toEqual(Array.from({ length: span.n }, (_, index) => index + 1));
        expect(ledger.at(-1)?.date).toBe(reckoning.due);
        expect(ledger[0]).toMatchObject({ date: from, counts: false });
        expect(ledger.filter(({ why }) => why === 'start')).toHaveLength(1);
      }),
    );
  });

  it('gives each day that is no plain weekday or weekend its reason and its act', () => {
    const ledger = ledgerOf(reckon({ calendar, from: '2026-03-12', term: term('15wd'), conventions }));
    const reasons = ledger
      .filter(({ date }) => date >= '2026-03-21' && date <= '2026-03-26')
      .map(({ why, name, basis }) => [why, name, basis?.act ?? null]);
    expect(reasons).toEqual([
      ['holiday', 'nauryz', 'holidays_law'],
      ['holiday', 'nauryz', 'holidays_law'],
      ['holiday', 'nauryz', 'holidays_law'],
      ['substitute', 'nauryz', 'holidays_law'],
      ['substitute', 'nauryz', 'holidays_law'],
      ['working_day', null, null],
    ]);
  });

  it('keeps only the days that need a reason, so that it is small enough to store on every obligation', () => {
    const { notes } = reckon({ calendar, from: '2026-06-08', term: term('15wd'), conventions });
    expect(notes).toEqual([{ date: '2026-06-08', why: 'start', name: null, basis: conventions.start_basis }]);
  });

  it('says that the last day was moved, and by which article', () => {
    const ledger = ledgerOf(reckon({ calendar, from: '2026-09-05', term: term('15d'), conventions }));
    expect(ledger.at(-2)).toMatchObject({ date: '2026-09-20', counts: true, number: 15, why: 'weekend' });
    expect(ledger.at(-1)).toMatchObject({
      date: '2026-09-21',
      counts: false,
      number: null,
      why: 'rolled',
      basis: { article: '76(5)' },
    });
  });
});

describe('receipt and registration', () => {
  const workdayEnd = '18:30';
  const at = (day: Day, time: string) => receive({ calendar, at: { day, time }, workdayEnd });

  it('in working hours it is registered on the same day, the last minute included', () => {
    expect(at('2026-03-20', '09:00')).toMatchObject({ registeredDay: '2026-03-20', why: 'in_hours' });
    expect(at('2026-03-20', '18:30')).toMatchObject({ registeredDay: '2026-03-20', why: 'in_hours' });
    expect(at('2026-03-20', '00:05')).toMatchObject({ registeredDay: '2026-03-20', why: 'in_hours' });
  });

  it('after the end of the working day it is registered on the next working day', () => {
    expect(at('2026-03-19', '18:31')).toMatchObject({ registeredDay: '2026-03-20', why: 'after_hours' });
    expect(at('2026-03-20', '18:31')).toMatchObject({ registeredDay: '2026-03-26', why: 'after_hours' });
  });

  it('received on Saturday, 21 March 2026, it is registered on Thursday, 26 March', () => {
    expect(at('2026-03-21', '11:20')).toMatchObject({
      registeredDay: '2026-03-26',
      why: 'day_off',
      provisional: false,
    });
  });

  it('a body with another hour has another day', () => {
    expect(receive({ calendar, at: { day: '2026-03-19', time: '18:00' }, workdayEnd: '17:30' }).registeredDay).toBe(
      '2026-03-20',
    );
  });

  it('an instant is read in Asia/Almaty', () => {
    const received = receive({ calendar, at: instantOf('2026-03-21', '11:20'), workdayEnd });
    expect(received).toMatchObject({ receivedDay: '2026-03-21', receivedTime: '11:20' });
  });

  it('is always registered on a working day, never before the receipt', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 23 }), (day, hour) => {
        const { registeredDay } = at(day, `${String(hour).padStart(2, '0')}:00`);
        expect(isWorking(calendar, registeredDay)).toBe(true);
        expect(registeredDay >= day).toBe(true);
      }),
    );
  });
});

describe('what a person types', () => {
  it('a term is 15wd, 15d, 2mo or -3wd', () => {
    expect(term('15wd')).toEqual({ n: 15, unit: 'working_day', direction: 'forward', roll: 'next_working_day' });
    expect(term(' 2mo ')).toMatchObject({ n: 2, unit: 'month' });
    expect(term('-3wd')).toEqual({ n: 3, unit: 'working_day', direction: 'backward', roll: 'none' });
  });

  it('another form and an endless term are refused with the field and a code', () => {
    for (const text of ['', 'wd', '15', '15 wd', '1.5d', '15WD', '+3wd', '--3wd', '3y']) {
      expect(parseTerm(text), text).toEqual({ ok: false, problem: { field: 'term', code: 'form' } });
    }
    expect(parseTerm('5000wd')).toEqual({ ok: false, problem: { field: 'term', code: 'too_long' } });
  });

  it('a moment is local, unless it carries an offset', () => {
    const moment = (text: string) => {
      const answer = parseMoment(text);
      return answer.ok ? `${answer.value.day} ${answer.value.time}` : answer.problem;
    };
    expect(moment('2026-03-21T11:20')).toBe('2026-03-21 11:20');
    expect(moment('2026-03-21T11:20:45+05:00')).toBe('2026-03-21 11:20');
    expect(moment('2026-03-21T11:20 05:00')).toBe('2026-03-21 11:20');
    expect(moment('2026-03-20T20:20Z')).toBe('2026-03-21 01:20');
    expect(moment('2026-03-20T20:20-04:00')).toBe('2026-03-21 05:20');
    for (const text of ['2026-02-30T10:00', '2026-03-21', '2026-03-21T24:00', '2026-03-21T1:20', 'yesterday']) {
      expect(moment(text), text).toEqual({ field: 'received', code: 'form' });
    }
  });

  it('every weekday is known as such to the ledger', () => {
    expect(
      ledgerOf(reckon({ calendar, from: '2026-06-08', term: term('5wd'), conventions })).every(
        ({ date, why }) => why === 'start' || weekday(date) > 5 === (why === 'weekend'),
      ),
    ).toBe(true);
  });
});
