// When one may complain: never before the last day has passed, never after the window, and longer where the act named no way (APPC 91-92).
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../guide/load';
import { KINDS } from '../../guide/schema';
import { isWorking } from '../../app/core/calendar';
import { complaintWindowOf, remediesNamed, whyNotComplain } from '../../app/core/complaint';
import { addDays, addMonths, type Day } from '../../app/core/day';
import type { EventOf } from '../../app/core/event';
import { PHASES } from '../../app/core/standing';

const guide = loadGuide(path.resolve('guide'));
const edition = guide.inForceOn('2026-03-02');
const { calendar } = guide;
const around = (kind: (typeof KINDS)[number], today: Day) => ({
  procedure: edition.procedures[kind],
  calendar,
  today,
});

const someCase = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    phase: fc.constantFrom(...PHASES),
    due: fc.integer({ min: 0, max: 700 }),
    ended: fc.integer({ min: -40, max: 200 }),
    asked: fc.integer({ min: -60, max: 420 }),
    named: fc.boolean(),
  })
  .map(({ kind, phase, due, ended, asked, named }) => {
    const dueDay = addDays('2025-01-06', due);
    return {
      ...{ kind, phase, dueDay, named },
      endedDay: phase === 'open' ? null : addDays(dueDay, ended),
      today: addDays(dueDay, asked),
    };
  });

describe('the window of a complaint', () => {
  it('is never there before the term has passed in silence or the case has ended: over cases, days and calendars', () => {
    fc.assert(
      fc.property(someCase, ({ kind, named, today, ...facts }) => {
        const window = complaintWindowOf(facts, named, around(kind, today));
        if (facts.phase === 'open' && today <= facts.dueDay) expect(window).toBeNull();
        if (facts.phase === 'withdrawn' || facts.phase === 'redirected') expect(window).toBeNull();
        expect(whyNotComplain(facts, around(kind, today)) === null).toBe(window !== null);
      }),
      { numRuns: 3000 },
    );
  });

  it('ends on a working day, so many whole months after it began as the guide says, and is not there for long after', () => {
    fc.assert(
      fc.property(someCase, ({ kind, named, today, ...facts }) => {
        const { procedure } = around(kind, today);
        const window = complaintWindowOf(facts, named, around(kind, today));
        if (!window) return;
        const { complaint_window: span } = procedure;
        const long = window.why === 'ended' && !named ? span?.if_remedies_not_stated : null;
        const months = (long ?? span)?.n ?? 0;
        expect(window.from).toBe(facts.endedDay ?? facts.dueDay);
        if (window.until === null) throw new Error('a complaint without a last day');
        expect(isWorking(calendar, window.until)).toBe(true);
        expect(window.until >= addMonths(window.from, months)).toBe(true);
        expect(window.until <= addDays(addMonths(window.from, months), 9)).toBe(true);
        const open = today <= window.until;
        if (today > addDays(addMonths(window.from, months), 9)) expect(open).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the guide’s longer one where the act named no remedy, and the usual one for silence', () => {
    const facts = { phase: 'answered', dueDay: '2026-03-27', endedDay: '2026-03-20' } as const;
    const at = around('application', '2026-04-01');
    expect(complaintWindowOf(facts, true, at)).toMatchObject({ until: '2026-06-22', named: true });
    expect(complaintWindowOf(facts, false, at)).toMatchObject({ until: '2026-09-21', named: false });
    const silent = { phase: 'open', dueDay: '2026-03-27', endedDay: null } as const;
    expect(complaintWindowOf(silent, false, at)).toMatchObject({ why: 'silent', until: '2026-06-29', named: true });
    expect(complaintWindowOf(silent, false, around('application', '2026-03-27'))).toBeNull();
    expect(whyNotComplain(silent, around('application', '2026-03-27'))).toMatchObject({
      code: 'complaint_too_early',
      basis: { article: '91(2)' },
    });
  });

  it('is unknown about complaints themselves and about public services, where the guide names other ways', () => {
    const facts = { phase: 'answered', dueDay: '2026-03-27', endedDay: '2026-03-20' } as const;
    for (const kind of ['complaint', 'service_complaint'] as const) {
      expect(complaintWindowOf(facts, true, around(kind, '2026-04-01'))).toBeNull();
      expect(whyNotComplain(facts, around(kind, '2026-04-01'))?.code).toBe('complaint_not_known');
    }
  });

  it('an act names the remedies when it has the one sentence of the simplified procedure or the three parts of the full one', () => {
    const answered = (requirements: Record<string, string>) =>
      [{ type: 'appeal.answered', payload: { requirements } }] as unknown as EventOf<'appeal'>[];
    expect(remediesNamed(answered({ right_to_complain: 'В суд.' }))).toBe(true);
    expect(
      remediesNamed(answered({ superior_body: 'МТСЗН', complaint_term: '3 месяца', complaint_order: 'Через орган' })),
    ).toBe(true);
    expect(remediesNamed(answered({ superior_body: 'МТСЗН', complaint_term: '3 месяца' }))).toBe(false);
    expect(remediesNamed([{ type: 'appeal.terminated' }] as unknown as EventOf<'appeal'>[])).toBe(false);
  });
});
