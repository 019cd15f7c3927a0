// When mail comes, and what may be muted: by the weight of a letter, its reader's wish, the hour and the calendar.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { isWorking } from '../../app/core/calendar';
import { dayOf, instantOf, timeOf, type Day } from '../../app/core/day';
import {
  inWorkingHours,
  LETTER_WEIGHTS,
  nextGathering,
  PACES,
  routeOf,
  stopPath,
  type Delivery,
} from '../../app/core/delivery';
import { LETTERS, type LetterId } from '../../app/core/letter';

const { calendar } = loadGuide(path.resolve('guide'));
const saidOf = (instant: number) => `${dayOf(instant)} ${timeOf(instant)}`;
const at = (text: string) => instantOf(text.slice(0, 10) as Day, text.slice(11));
const route = (letter: LetterId, wish: Partial<Delivery>, when: string, muted = false) => {
  const found = routeOf(letter, { pace: 'at_once', workingHours: false, ...wish }, { muted, now: at(when), calendar });
  return 'at' in found ? `${found.how} ${saidOf(found.at)}` : found.how;
};

describe('mail in working hours', () => {
  it.each([
    ['2026-05-06 10:00', '2026-05-06 10:00'],
    ['2026-05-06 06:15', '2026-05-06 09:00'],
    // 7 and 9 May 2026 are holidays, 10 May a Sunday, and 11 May a day off for the 9th.
    ['2026-05-06 18:30', '2026-05-08 09:00'],
    ['2026-05-08 23:59', '2026-05-12 09:00'],
    ['2026-05-09 12:00', '2026-05-12 09:00'],
  ])('what is written at %s comes at %s', (written, comes) => {
    expect(saidOf(inWorkingHours(at(written), calendar))).toBe(comes);
  });

  it('is never earlier than it was written, and always on a working day between nine and half past six', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2024-01-01 00:00'), max: at('2027-12-01 00:00') }), (now) => {
        const comes = inWorkingHours(now, calendar);
        expect(comes).toBeGreaterThanOrEqual(now);
        expect(isWorking(calendar, dayOf(comes))).toBe(true);
        expect(timeOf(comes) >= '09:00' && timeOf(comes) < '18:30').toBe(true);
        expect(inWorkingHours(comes, calendar)).toBe(comes);
      }),
    );
  });
});

describe('gathered letters', () => {
  it.each([
    ['daily', '2026-05-06 08:59', '2026-05-06 09:00'],
    ['daily', '2026-05-06 09:00', '2026-05-08 09:00'],
    ['weekly', '2026-05-05 12:00', '2026-05-12 09:00'],
    ['weekly', '2026-05-10 12:00', '2026-05-12 09:00'],
    ['weekly', '2026-05-11 12:00', '2026-05-12 09:00'],
    ['weekly', '2026-05-12 09:00', '2026-05-18 09:00'],
  ] as const)('%s, written at %s, are made at %s', (pace, written, made) => {
    expect(saidOf(nextGathering(pace, at(written), calendar))).toBe(made);
  });
});

describe('what a reader may choose', () => {
  const everyWish = PACES.flatMap((pace) => [true, false].map((workingHours) => ({ pace, workingHours })));
  const ofWeight = (weight: string) =>
    (Object.keys(LETTERS) as LetterId[]).filter((letter) => LETTER_WEIGHTS[letter].weight === weight);

  it('changes nothing about what is owed, or needed to sign in: it leaves at once, muted or not, at night too', () => {
    for (const letter of [...ofWeight('owed'), ...ofWeight('account')])
      for (const wish of everyWish) expect(route(letter, wish, '2026-05-09 03:00', true), letter).toBe('leaves');
  });

  it('may put off what somebody waits for by a working day, and never mute it', () => {
    for (const letter of ofWeight('duty')) {
      expect(route(letter, {}, '2026-05-06 10:00', true)).toBe('leaves');
      for (const pace of ['daily', 'weekly', 'site'] as const)
        expect(route(letter, { pace }, '2026-05-06 10:00', true)).toBe('gathered 2026-05-08 09:00');
    }
  });

  it('may gather, mute and put off news', () => {
    for (const letter of ofWeight('news').filter((one) => !LETTER_WEIGHTS[one].many)) {
      expect(route(letter, {}, '2026-05-06 10:00')).toBe('leaves');
      expect(route(letter, { workingHours: true }, '2026-05-06 23:00')).toBe('later 2026-05-08 09:00');
      expect(route(letter, { pace: 'weekly' }, '2026-05-06 10:00')).toBe('gathered 2026-05-12 09:00');
      expect(route(letter, { pace: 'site' }, '2026-05-06 10:00')).toBe('site');
      expect(route(letter, {}, '2026-05-06 10:00', true)).toBe('site');
    }
  });

  it('never gets a mail for each of many news: they are gathered at least once a working day', () => {
    expect(route('body_news', {}, '2026-05-06 10:00')).toBe('gathered 2026-05-08 09:00');
    expect(route('body_news', { workingHours: true }, '2026-05-06 10:00')).toBe('gathered 2026-05-08 09:00');
    expect(route('body_news', { pace: 'weekly' }, '2026-05-06 10:00')).toBe('gathered 2026-05-12 09:00');
    expect(route('body_news', { pace: 'site' }, '2026-05-06 10:00')).toBe('site');
    expect(route('body_news', {}, '2026-05-06 10:00', true)).toBe('site');
  });

  it('has a way out of every letter but those that must come', () => {
    for (const letter of Object.keys(LETTERS) as LetterId[]) {
      const { weight } = LETTER_WEIGHTS[letter];
      const out = stopPath(letter, { id: 'L', stopToken: 'T' });
      if (letter === 'digest') expect(out).toBe('/inbox/stop/T');
      else expect(out, letter).toBe(weight === 'duty' || weight === 'news' ? '/inbox/stop/T?letter=L' : null);
    }
  });
});
