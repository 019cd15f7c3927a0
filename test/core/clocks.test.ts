// Standings, clocks and reminders as properties: exactly one on every day, the due day included, and every reminder in working time.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { REMINDER_PLANS } from '../../guide/schema';
import { isWorking } from '../../app/core/calendar';
import { addDays, dayFromNumber, dayNumber, dayOf, instantOf, timeOf, type Day } from '../../app/core/day';
import { clockOf, foldObligations, type Opening } from '../../app/core/obligation';
import { nextReminder, planReminders } from '../../app/core/reminder';
import { isLate, PHASES, standingOf } from '../../app/core/standing';
import { reckon } from '../../app/core/term';

const guide = loadGuide(path.resolve('guide'));
const { calendar } = guide;
const edition = guide.edition('2026-1');
const day = fc.integer({ min: dayNumber('2026-01-05'), max: dayNumber('2026-12-20') }).map(dayFromNumber);
const days = (first: Day, n: number): Day[] => Array.from({ length: n }, (_, i) => addDays(first, i));

describe('the standing of an open case', () => {
  it('is received, running, due today, overdue, in this order, each day exactly one, due today for one day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 40 }), (received, wait, term) => {
        const registeredDay = addDays(received, wait);
        const dueDay = addDays(registeredDay, term);
        const seen = days(received, wait + term + 5).map((today) =>
          standingOf({ phase: 'open', registeredDay, dueDay, endedDay: null }, today),
        );
        const order = ['received', 'running', 'due_today', 'overdue'];
        expect(seen).toEqual([...seen].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
        expect(seen.filter((standing) => standing === 'due_today')).toHaveLength(1);
        expect(seen.filter((standing) => standing === 'received')).toHaveLength(wait);
      }),
    );
  });

  it('before its end shows what it was then, from the end on how it ended, and late only if the end was after the due day', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...PHASES.filter((phase) => phase !== 'open')),
        fc.integer({ min: -10, max: 10 }),
        (dueDay, phase, after) => {
          const facts = { phase, registeredDay: addDays(dueDay, -20), dueDay, endedDay: addDays(dueDay, after) };
          expect(standingOf(facts, facts.endedDay)).toBe(phase);
          expect(standingOf(facts, addDays(facts.endedDay, -1))).not.toBe(phase);
          expect(isLate(facts, addDays(dueDay, 30))).toBe(after > 0);
        },
      ),
    );
  });
});

describe('the clock of an obligation', () => {
  it('on its due day is due today, and what is done that day is kept', () => {
    expect(clockOf({ dueDay: '2026-05-05', closedDay: null, closedHow: null }, '2026-05-05')).toBe('due_today');
    expect(clockOf({ dueDay: '2026-05-05', closedDay: '2026-05-05', closedHow: 'discharged' }, '2026-05-05')).toBe(
      'kept',
    );
    expect(clockOf({ dueDay: '2026-05-05', closedDay: '2026-05-06', closedHow: 'discharged' }, '2026-06-01')).toBe(
      'late',
    );
    expect(clockOf({ dueDay: '2026-05-05', closedDay: '2026-05-06', closedHow: 'released' }, '2026-06-01')).toBe(
      'released',
    );
    expect(clockOf({ dueDay: '2026-05-05', closedDay: '2026-05-09', closedHow: 'discharged' }, '2026-05-06')).toBe(
      'overdue',
    );
  });
});

describe('the fold of obligations', () => {
  const conventions = edition.counting;
  const reckoning = (from: Day, n: number) =>
    reckon({
      calendar,
      from,
      conventions,
      term: { n, unit: 'working_day', direction: 'forward', roll: 'next_working_day' },
    });
  const opening = (key: string): Opening => ({
    id: key,
    key,
    rule: 'decide',
    debtor: { kind: 'body', id: 'b' },
    creditor: null,
    reckoning: reckoning('2026-02-02', 15),
  });
  const event = (version: number, more: object) => ({
    version,
    day: '2026-02-03' as Day,
    opens: [],
    moves: [],
    closes: [],
    ...more,
  });

  it('keeps the lawful day when the due day moves', () => {
    const folded = foldObligations([
      event(1, { opens: [opening('decide')] }),
      event(2, { moves: [{ key: 'decide', reckoning: reckoning('2026-02-03', 20) }] }),
    ]).get('decide');
    expect(folded).toMatchObject({ lawfulDue: '2026-02-23', closedDay: null });
    expect(folded?.reckoning.due).toBe('2026-03-03');
  });

  it('holds a history that can not have happened for a fault', () => {
    expect(() => foldObligations([event(1, { closes: [{ key: 'decide', how: 'discharged' }] })])).toThrow(/not open/);
    expect(() => foldObligations([event(1, { opens: [opening('a')] }), event(2, { opens: [opening('a')] })])).toThrow(
      /second time/,
    );
    const closed = [event(1, { opens: [opening('a')] }), event(2, { closes: [{ key: 'a', how: 'released' }] })];
    expect(() => foldObligations([...closed, event(3, { closes: [{ key: 'a', how: 'discharged' }] })])).toThrow(
      /not open/,
    );
  });
});

describe('reminders', () => {
  const plans = REMINDER_PLANS.map((id) => [id, edition.reminder_plans[id]] as const);
  it.each(plans)(
    'by the plan %s all come on working days at its hour, in order, never two a day, never in the past',
    (_id, plan) => {
      fc.assert(
        fc.property(day, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 }), (from, n, later) => {
          const reckoning = reckon({
            calendar,
            from,
            conventions: edition.counting,
            term: { n, unit: 'working_day', direction: 'forward', roll: 'next_working_day' },
          });
          const now = instantOf(addDays(from, later), '12:00');
          const planned = planReminders({ plan, reckoning, calendar, now });
          const on = planned.map(({ dueAt }) => dayOf(dueAt));
          expect(new Set(on).size).toBe(on.length);
          expect(on).toEqual([...on].sort());
          for (const { dueAt } of planned) {
            expect(dueAt).toBeGreaterThan(now);
            expect(timeOf(dueAt)).toBe(plan.hour);
            expect(isWorking(calendar, dayOf(dueAt))).toBe(true);
          }
        }),
      );
    },
  );

  it('weekly while overdue: each next one is later, on a working day, and a single point has no next', () => {
    const plan = edition.reminder_plans.standard;
    const next = nextReminder({ plan, point: 'weekly_overdue', day: '2026-03-16', calendar });
    expect(next && dayOf(next.dueAt)).toBe('2026-03-26');
    expect(nextReminder({ plan, point: 'due_day', day: '2026-03-16', calendar })).toBeNull();
  });
});
