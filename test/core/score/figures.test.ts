// Figures of a body: what counts as late on either clock, who never vanishes, and what can't be gained by extending.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../app/core/day';
import { banded, reached } from '../../../app/core/score/band';
import { countedAs } from '../../../app/core/score/clock';
import { countryOf, regionsOf } from '../../../app/core/score/country';
import { figuresOf } from '../../../app/core/score/figures';
import { NO_FACTS, scoredPhase, type CaseFact, type Facts, type PromiseFact } from '../../../app/core/score/facts';
import { KEPT } from '../../../app/core/kept';
import { league } from '../../../app/core/score/league';
import { daysOf, periodAfter, periodOf } from '../../../app/core/score/period';
import { heardOf } from '../../../app/core/score/promises';
import { PHASES } from '../../../app/core/standing';
import { wilson } from '../../../app/core/statistics/wilson';
import { loadGuide } from '../../../guide/load';

const guide = loadGuide(path.resolve('guide'));
const { scoring } = guide.edition('2026-6');
if (!scoring) throw new Error('the edition says nothing of scores');
const { calendar } = guide;
const TODAY: Day = '2026-06-30';
const reckon = (facts: Partial<Facts>, today: Day = TODAY) =>
  figuresOf({ ...NO_FACTS, ...facts }, { calendar, scoring, today });

const aCase = (more: Partial<CaseFact> = {}): CaseFact => ({
  ...{ kind: 'application', registeredDay: '2026-04-01', lawfulDue: '2026-04-22', dueDay: '2026-04-22' },
  ...{
    extended: false,
    phase: 'answered',
    endedDay: '2026-04-20',
    verdict: null,
    deemed: true,
    afterHours: false,
    returned: false,
    count: 1,
    ...more,
  },
});
const silent = (more: Partial<CaseFact> = {}) => aCase({ phase: 'open', endedDay: null, ...more });

describe('a case on a clock', () => {
  const due: Day = '2026-04-22';
  it('is late from the day after its last day while it is open, and not on that day', () => {
    expect(countedAs({ due, ended: null }, due)).toBe('not_due');
    expect(countedAs({ due, ended: null }, addDays(due, 1))).toBe('late_open');
  });

  it('withdrawn or sent on in time is left out; after its last day it was late already', () => {
    const ended = (day: Day, as: 'withdrawn' | 'redirected') => countedAs({ due, ended: { day, as } }, TODAY);
    expect([ended(due, 'withdrawn'), ended(due, 'redirected')]).toEqual(['withdrawn', 'redirected']);
    expect([ended('2026-04-23', 'withdrawn'), ended('2026-04-23', 'redirected')]).toEqual(['late', 'late']);
  });

  it('answered within the extended term is late on the original one, and refused by silence on neither', () => {
    const { clocks, rates } = reckon({
      cases: [aCase({ dueDay: '2026-05-22', extended: true, endedDay: '2026-05-20' })],
    });
    expect(clocks.lawful.counts).toMatchObject({ in_time: 0, late: 1 });
    expect(clocks.extended.counts).toMatchObject({ in_time: 1, late: 0 });
    expect(rates.deemed_refused).toMatchObject({ of: 0, n: 1 });
    expect(rates.extended).toMatchObject({ of: 1, n: 1 });
  });

  it('what has not come is shown apart and is in no share', () => {
    const { clocks, cases } = reckon({ cases: [silent({ registeredDay: '2026-06-29', lawfulDue: '2026-07-21' })] });
    expect(clocks.lawful).toMatchObject({ share: { estimate: null, lack: 'nothing_counted' }, counts: { not_due: 1 } });
    expect(cases).toEqual({ all: 1, notBegun: 0 });
    expect(reckon({ cases: [silent({ registeredDay: '2026-07-01' })] }).cases).toEqual({ all: 1, notBegun: 1 });
  });
});

describe('the figures', () => {
  it('of a body that has nothing are all without an estimate, and none is a number that looks like one', () => {
    const none = reckon({});
    expect(none.composite.score).toMatchObject({ estimate: null, lack: 'nothing_counted' });
    expect(JSON.stringify(none)).not.toMatch(/NaN|Infinity/);
    expect(JSON.parse(JSON.stringify(none)), 'what is kept is what was reckoned').toEqual(none);
  });

  it('tell the median with open cases, which the answered alone would make shorter', () => {
    const cases = [aCase({ endedDay: '2026-04-08', count: 4 }), silent({ count: 6 })];
    const { time } = reckon({ cases });
    expect(time).toMatchObject({ n: 10, answered: 4, open: 6, others: 0 });
    expect(time.quartiles.median).toMatchObject({ estimate: 'not_reached' });
    expect(reckon({ cases: cases.slice(0, 1) }).time.quartiles.median).toMatchObject({ estimate: 5 });
  });

  it('give returns a rate of their own, within what the body ended without a decision', () => {
    const ended = { phase: 'terminated' as const };
    const { rates } = reckon({
      cases: [aCase({ count: 6 }), aCase({ ...ended, count: 3 }), aCase({ ...ended, returned: true })],
    });
    expect(rates.returned).toMatchObject({ of: 1, n: 10 });
    expect(rates.terminated).toMatchObject({ of: 4, n: 10 });
  });

  it('count how long the overdue are overdue, in working days', () => {
    expect(reckon({ cases: [silent({ count: 2 })] }, '2026-04-24').backlog).toEqual({
      overdue: 2,
      ages: [{ days: 2, count: 2 }],
    });
  });

  it('give each duty its own share, and leave out the one that the clocks measure', () => {
    const duty = { dueDay: '2026-04-02' as Day, closedDay: '2026-04-03' as Day, closedHow: 'discharged' as const };
    const { duties, composite } = reckon({
      duties: ['register', 'extension_notice', 'decide'].map((rule) => ({ ...duty, rule, count: 3 })),
    });
    expect(duties.map(({ rule }) => rule)).toEqual(['extension_notice', 'register']);
    expect(duties[0]?.clock.share).toMatchObject({ of: 0, n: 3 });
    expect(composite.parts.find(({ measure }) => measure === 'registered')).toMatchObject({ used: 1, weight: 10 });
  });

  it('count comments and replies to councils by their own last days', () => {
    const day: Day = '2026-05-05';
    const { comments, councilReplies } = reckon({
      comments: [
        { topic: 'disability', dueDay: day, phase: 'disposed', endedDay: day, count: 8 },
        { topic: 'disability', dueDay: day, phase: 'disposed', endedDay: addDays(day, 1), count: 1 },
        { topic: 'disability', dueDay: day, phase: 'open', endedDay: null, count: 1 },
        { topic: 'disability', dueDay: day, phase: 'withdrawn', endedDay: day, count: 5 },
      ],
      councilReplies: [{ rule: 'council_reply', dueDay: day, closedDay: null, closedHow: null, count: 2 }],
    });
    expect(comments.clock.share).toMatchObject({ of: 8, n: 10 });
    expect(comments.coverage).toMatchObject({ of: 9, n: 10 });
    expect(councilReplies.share).toMatchObject({ of: 0, n: 2 });
  });
});

describe('promises of a body', () => {
  const due: Day = '2026-05-05';
  const promise = (more: Partial<PromiseFact>): PromiseFact => ({
    ...{ dueDay: due, reportedDay: due, said: 'kept', heard: null, count: 1, ...more },
  });

  it('are kept in time, late, in part or not at all, and silence after their day is not kept', () => {
    const found = reckon(
      {
        promises: [
          promise({ count: 4 }),
          promise({ reportedDay: addDays(due, 1), count: 3 }),
          promise({ said: 'partly', count: 2 }),
          promise({ said: 'not_kept', reportedDay: addDays(due, -10) }),
          promise({ said: null, reportedDay: null }),
          promise({ said: null, reportedDay: null, dueDay: '2026-07-01', count: 5 }),
        ],
      },
      '2026-05-06',
    ).promises;
    expect(found?.counts).toEqual({ kept: 4, late: 3, partly: 2, unkept: 2, not_due: 5 });
    expect(found?.share).toMatchObject({ of: 4, n: 11 });
    expect(found?.disputed).toMatchObject({ estimate: null, lack: 'nothing_counted' });
  });

  it('are disputed where most of those who took part say that less was kept', () => {
    expect(heardOf('kept', ['kept', 'partly'])).toBe('agree');
    expect(heardOf('kept', ['kept', 'partly', 'not_kept'])).toBe('differ');
    expect(heardOf('not_kept', ['kept'])).toBe('agree');
    expect([heardOf('kept', []), heardOf(null, ['kept'])]).toEqual([null, null]);
    const { promises } = reckon({ promises: [promise({ heard: 'differ' }), promise({ heard: 'agree', count: 3 })] });
    expect(promises?.disputed).toMatchObject({ of: 1, n: 4 });
  });

  it('add up whatever they are', () => {
    const some = fc.record({
      ...{ dueDay: day(0, 60), reportedDay: fc.option(day(0, 90)), said: fc.option(fc.constantFrom(...KEPT)) },
      ...{ heard: fc.constant(null), count: fc.integer({ min: 1, max: 4 }) },
    });
    fc.assert(
      fc.property(fc.array(some), day(0, 120), (promises, today) => {
        const counts = Object.values(reckon({ promises }, today).promises?.counts ?? {});
        expect(counts.reduce((a, b) => a + b, 0)).toBe(promises.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });
});

describe('decisions after hours', () => {
  const late = { afterHours: true };

  it('are those after the working day and those on a day off, of what the body itself decided', () => {
    const { afterHours } = reckon({
      cases: [
        aCase({ ...late, count: 2 }),
        aCase({ endedDay: '2026-04-19' }),
        aCase({ count: 5 }),
        aCase({ ...late, phase: 'withdrawn' }),
        silent({ count: 9 }),
      ],
    });
    expect(afterHours?.share).toMatchObject({ of: 3, n: 8 });
  });

  it('heaped on the last day are found, and evenly spread ones are not', () => {
    const on = (endedDay: Day, of: number, n: number) => [
      aCase({ ...late, endedDay, count: of }),
      aCase({ endedDay, count: n - of }),
    ];
    const planted = reckon({ cases: [...on('2026-04-22', 12, 40), ...on('2026-04-20', 2, 40)] }).afterHours?.heaping;
    expect(planted?.estimate).toBeCloseTo(0.25, 10);
    expect(planted && 'p' in planted && planted.p).toBeLessThan(0.01);
    const even = reckon({ cases: [...on('2026-04-22', 4, 40), ...on('2026-04-20', 4, 40)] }).afterHours?.heaping;
    expect(even && 'p' in even && even.p).toBeGreaterThan(0.3);
  });
});

describe('cuts', () => {
  it('by kind, topic and region add up to the whole', () => {
    const topics = (topic: string, count: number) => ({
      ...{ topic, dueDay: '2026-05-05' as Day, phase: 'disposed' as const, endedDay: '2026-05-05' as Day, count },
    });
    const of = (kind: CaseFact['kind'], count: number) =>
      reckon({ cases: [silent({ kind, count })], comments: [topics('disability', count), topics('youth', 1)] });
    const bodies = [
      { region: 'KZ-71', figures: of('application', 3) },
      { region: null, figures: of('complaint', 2) },
      { region: 'KZ-71', figures: of('complaint', 4) },
    ];
    const whole = countryOf(
      bodies.map(({ figures }) => figures),
      scoring,
    );
    expect(whole.byKind.map(({ kind, overdue }) => [kind, overdue])).toEqual([
      ['application', 3],
      ['complaint', 6],
    ]);
    expect(whole.byTopic.map(({ topic, clock }) => [topic, clock.counts.in_time])).toEqual([
      ['disability', 9],
      ['youth', 3],
    ]);
    const regions = regionsOf(bodies, scoring);
    expect(regions.map(({ region, bodies: n, cases }) => [region, n, cases])).toEqual([
      ['KZ-71', 2, 7],
      [null, 1, 2],
    ]);
  });
});

describe('a band', () => {
  it('is named with every band that the interval reaches', () => {
    const found = banded(wilson(19, 20), scoring);
    expect(found).toMatchObject({ band: 'good', best: 'good', worst: 'unsatisfactory', sure: false });
    expect(found && reached(found)).toEqual(['good', 'adequate', 'unsatisfactory']);
    expect(banded(wilson(10, 100), scoring)).toMatchObject({ band: 'unsatisfactory', sure: true });
    expect(banded(wilson(0, 0), scoring)).toBeNull();
  });
});

describe('a period', () => {
  it('is the quarter of a day, and knows its first and last', () => {
    expect(periodOf('2026-03-31')).toBe('2026-Q1');
    expect(daysOf('2026-Q4')).toEqual({ first: '2026-10-01', last: '2026-12-31' });
    expect(periodAfter('2026-Q1', -1)).toBe('2025-Q4');
  });
});

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays('2026-04-01', n));
const someCase: fc.Arbitrary<CaseFact> = fc
  .record({
    kind: fc.constantFrom('application', 'complaint', 'message'),
    registeredDay: day(0, 60),
    term: fc.integer({ min: 1, max: 30 }),
    extension: fc.option(fc.integer({ min: 1, max: 60 })),
    phase: fc.constantFrom(...PHASES),
    after: fc.integer({ min: 0, max: 100 }),
    verdict: fc.option(fc.constantFrom('answers', 'partly', 'not_at_all')),
    deemed: fc.boolean(),
    afterHours: fc.boolean(),
    count: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ term, extension, after, phase, registeredDay, verdict, ...rest }): CaseFact => {
    const lawfulDue = addDays(registeredDay, term);
    return {
      ...{ ...rest, registeredDay, lawfulDue, phase: scoredPhase(phase), extended: extension !== null },
      dueDay: addDays(lawfulDue, extension ?? 0),
      endedDay: phase === 'open' ? null : addDays(registeredDay, after),
      verdict: phase === 'answered' ? verdict : null,
      returned: false,
    };
  });
const someCases = fc.array(someCase, { minLength: 1, maxLength: 25 });
const points = (facts: Partial<Facts>, today: Day = TODAY) => reckon(facts, today).composite.score;

describe('whatever the cases are', () => {
  it('every case is counted once on each clock', () => {
    fc.assert(
      fc.property(someCases, day(0, 200), (cases, today) => {
        const { clocks, cases: counted } = reckon({ cases }, today);
        for (const { counts } of [clocks.lawful, clocks.extended])
          expect(Object.values(counts).reduce((a, b) => a + b)).toBe(counted.all - counted.notBegun);
      }),
    );
  });

  it('a body that leaves one more case unanswered gets worse, and does not vanish', () => {
    fc.assert(
      fc.property(someCases, fc.integer({ min: 1, max: 20 }), (cases, count) => {
        const before = points({ cases });
        const after = points({ cases: [...cases, silent({ count })] });
        expect(after.estimate).not.toBeNull();
        if (before.estimate !== null) expect(after.estimate).toBeLessThanOrEqual(before.estimate + 1e-9);
        expect(after.n).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  it('a body that answers nothing gets worse with time', () => {
    fc.assert(
      fc.property(someCases, day(0, 150), fc.integer({ min: 1, max: 60 }), (cases, today, later) => {
        const open = cases.map((one) => ({ ...one, phase: 'open' as const, endedDay: null, verdict: null }));
        const share = (on: Day) => reckon({ cases: open }, on).clocks.lawful;
        const [now, then] = [share(today), share(addDays(today, later))];
        expect(then.counts.late_open).toBeGreaterThanOrEqual(now.counts.late_open);
        if (then.share.estimate !== null) expect(then.share.estimate).toBe(0);
      }),
    );
  });

  it('extending everything changes neither the original clock nor the score: it can not outrank whoever is honestly late', () => {
    fc.assert(
      fc.property(someCases, fc.integer({ min: 1, max: 90 }), (cases, days) => {
        const extended = cases.map((one) => ({ ...one, extended: true, dueDay: addDays(one.dueDay, days) }));
        const notices = { rule: 'extension_notice', dueDay: TODAY, closedDay: TODAY, closedHow: 'discharged' } as const;
        const [honest, extender] = [
          reckon({ cases }),
          reckon({ cases: extended, duties: [{ ...notices, count: 50 }] }),
        ];
        expect(extender.clocks.lawful).toEqual(honest.clocks.lawful);
        expect(extender.composite).toEqual(honest.composite);
      }),
    );
  });

  it('censoring more never raises the number of answers, nor brings the median nearer', () => {
    fc.assert(
      fc.property(someCases, fc.nat(), (cases, which) => {
        const at = which % cases.length;
        const censored = cases.map((one, index) =>
          index === at ? { ...one, phase: 'open' as const, endedDay: null } : one,
        );
        const [more, fewer] = [reckon({ cases: censored }).time, reckon({ cases }).time];
        expect(more.answered).toBeLessThanOrEqual(fewer.answered);
        const median = ({ quartiles: { median: at } }: typeof more) =>
          typeof at.estimate === 'number' ? at.estimate : Infinity;
        expect(median(more)).toBeGreaterThanOrEqual(median(fewer));
      }),
    );
  });

  it('the order of facts, and whether like ones stand together, does not matter', () => {
    fc.assert(
      fc.property(
        someCases.chain((cases) =>
          fc.tuple(fc.constant(cases), fc.shuffledSubarray(cases, { minLength: cases.length })),
        ),
        ([cases, shuffled]) => {
          const apart = shuffled.flatMap((one) => Array.from({ length: one.count }, () => ({ ...one, count: 1 })));
          expect(reckon({ cases: apart })).toEqual(reckon({ cases }));
        },
      ),
    );
  });

  it('the ends and what is open add up to all', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        for (const { open, ends } of reckon({ cases }).time.ends.steps)
          expect(Object.values(ends).reduce((sum, { estimate }) => sum + estimate, open)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('a league', () => {
  const body = (id: string, good: number, n: number) => {
    const figures = reckon({
      cases: [aCase({ count: good }), silent({ count: n - good })].filter(({ count }) => count),
    });
    return { id, n, score: figures.composite.score };
  };

  it('lets no body lead that stands on one case, and lists it all the same', () => {
    const { rows, ranked } = league(
      [body('one', 1, 1), body('a', 90, 100), body('b', 70, 100), body('c', 40, 100), body('d', 10, 100)],
      scoring,
    );
    expect(ranked).toBe(4);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'one']);
    expect(rows.at(-1)?.place).toMatchObject({ rank: null, lack: 'too_few' });
  });

  it('gives the same place to bodies that are the same, and no body a place that its interval rules out', () => {
    const { rows } = league([body('a', 50, 100), body('b', 50, 100), body('c', 20, 100), body('d', 95, 100)], scoring);
    const place = (id: string) => rows.find((row) => row.id === id)?.place;
    expect(place('a')).toEqual(place('b'));
    expect(place('a')).toMatchObject({ rank: 2, tied: 1 });
    expect(place('d')).toMatchObject({ rank: 1, low: 1, high: 1 });
  });

  it('has no places where there are too few bodies to tell how bodies differ', () => {
    const { rows, ranked } = league([body('a', 9, 10), body('b', 5, 10), body('c', 1, 10)], scoring);
    expect(ranked).toBe(0);
    expect(rows).toHaveLength(3);
  });
});
