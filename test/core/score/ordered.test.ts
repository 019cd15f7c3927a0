// Duties are told apart by the order of their days alone, in the database already: no figure may see the difference.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../app/core/day';
import { NO_FACTS, type CaseFact, type DutyFact, type Facts, type RulingFact } from '../../../app/core/score/facts';
import { figuresOf } from '../../../app/core/score/figures';
import { orderedDuty, orderedFacts } from '../../../app/core/score/ordered';
import { publishedOf } from '../../../app/core/score/published';
import { afterRulings } from '../../../app/core/score/ruled';
import { loadGuide } from '../../../guide/load';

const guide = loadGuide(path.resolve('guide'));
const { scoring } = guide.edition('2026-6');
if (!scoring) throw new Error('the edition says nothing of scores');
const TODAY: Day = '2026-06-30';
const on = { calendar: guide.calendar, scoring, today: TODAY };

const day = fc.integer({ min: -4, max: 4 }).map((n) => addDays(TODAY, n));
const duty = fc
  .record({
    rule: fc.constantFrom('register', 'decide', 'redirect'),
    dueDay: day,
    closed: fc.option(fc.record({ closedDay: day, closedHow: fc.constantFrom('discharged' as const, 'released') })),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ closed, ...rest }): DutyFact => ({ ...rest, ...(closed ?? { closedDay: null, closedHow: null }) }));
const recorded: CaseFact = {
  ...{
    kind: 'application',
    registeredDay: '2026-06-01',
    lawfulDue: '2026-06-22',
    dueDay: '2026-06-22',
    extended: false,
  },
  ...{
    phase: 'answered',
    returned: false,
    endedDay: '2026-06-20',
    verdict: null,
    deemed: true,
    afterHours: false,
    count: 1,
  },
};
/** Facts in which some cases, with duties that are among all, are counted nowhere by a ruling. */
const facts = fc
  .record({ duties: fc.array(duty, { maxLength: 12 }), out: fc.array(duty, { maxLength: 4 }) })
  .map(({ duties, out }): Facts => {
    const one = out.map((each) => ({ ...each, count: 1 }));
    const ruling: RulingFact = {
      ...{
        contest: 'C-1',
        version: 2,
        ruling: 'upheld',
        effect: { claim: 'not_counted', day: null },
        recorded,
        count: 1,
      },
      duties: one,
    };
    return { ...NO_FACTS, cases: [recorded], duties: [...duties, ...one], rulings: out.length > 0 ? [ruling] : [] };
  });

describe('duties whose days stand in one order', () => {
  it('give the same figures, before and after rulings, as duties by their days', () => {
    fc.assert(
      fc.property(facts, (all) => {
        expect(figuresOf(orderedFacts(all, TODAY), on)).toEqual(figuresOf(all, on));
        expect(publishedOf(all, on).figures).toEqual(figuresOf(afterRulings(all), on));
      }),
    );
  });

  it('keep their order when each is told by the first of their days', () => {
    const first = (days: readonly (Day | null)[]) => [...days].sort()[0] ?? null;
    fc.assert(
      fc.property(fc.array(duty, { minLength: 1 }), (all) => {
        const groups = new Map<string, DutyFact[]>();
        for (const one of all) {
          const key = JSON.stringify({ ...orderedDuty(one, TODAY), count: 0 });
          groups.set(key, [...(groups.get(key) ?? []), one]);
        }
        for (const [key, group] of groups) {
          const dueDay = first(group.map((one) => one.dueDay)) as Day;
          const told = { ...(group[0] as DutyFact), dueDay, closedDay: first(group.map((one) => one.closedDay)) };
          expect(JSON.stringify({ ...orderedDuty(told, TODAY), count: 0 })).toBe(key);
        }
      }),
    );
  });

  it('are few, however many there are', () => {
    fc.assert(
      fc.property(fc.array(duty, { maxLength: 300 }), (duties) => {
        const kinds = orderedFacts({ ...NO_FACTS, duties }, TODAY).duties;
        expect(kinds.length).toBeLessThanOrEqual(3 * (3 + 2 * 13));
        expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(
          duties.reduce((sum, { count }) => sum + count, 0),
        );
      }),
    );
  });
});
