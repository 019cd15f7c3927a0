// Where a round stands on each day: exactly one stage, its last day for comments still open, stages of one day possible.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../guide/schema';
import { addDays, type Day } from '../../app/core/day';
import { stageOf, takesComments, type RoundStage } from '../../app/core/stage';

type Facts = Parameters<typeof stageOf>[0];
const signatory = { personId: '01900000-0000-7000-8000-000000000001', name: 'Head', post: null };
const both = { kk: 'Мәтін', ru: 'Текст' };
const OPENS: Day = '2026-02-02';
const CLOSES: Day = '2026-02-23';
const NO_COMMENTS = { open: 0, total: 0 };

const round = (more: Partial<Facts> = {}, days: Partial<Facts['settings']> = {}): Facts => ({
  phase: 'opened',
  points: [],
  ...{ view: null, decision: null, outcome: null, commitments: [], followUp: null },
  settings: { opensDay: OPENS, closesDay: CLOSES, followUpDay: null, ...days },
  ...more,
});
const point = { id: 'p', title: 'Срок', draft: null, returned: null, disposition: null, approved: null };
const view: Facts['view'] = { councilId: 'c', text: both, members: 5, votes: [], recused: [], signatory, day: CLOSES };
const promise = (report: Facts['commitments'][number]['report'] = null): Facts['commitments'][number] => ({
  ...{ id: 'k', text: both, dueDay: '2026-06-01', pointId: null, signatory, report, judgements: [] },
});
const report = { kept: 'kept' as const, evidence: both, files: [], signatory, day: CLOSES };

describe('by its days alone', () => {
  it('a round is announced until the day before it opens, and open from that day to the last one, both included', () => {
    const on = (day: Day) => stageOf(round(), NO_COMMENTS, day);
    expect(on('2026-02-01')).toBe('announced');
    expect(on(OPENS)).toBe('open');
    expect(on(CLOSES)).toBe('open');
    expect(on('2026-02-24')).toBe('closed');
  });

  it('a round of one day is open on that day and on no other', () => {
    const oneDay = round({}, { opensDay: OPENS, closesDay: OPENS });
    expect([-1, 0, 1].map((n) => stageOf(oneDay, NO_COMMENTS, addDays(OPENS, n)))).toEqual([
      'announced',
      'open',
      'closed',
    ]);
  });

  it('what is being prepared is in no public stage, whatever the day', () => {
    for (const day of ['2026-01-01', OPENS, '2026-12-31'] as const)
      expect(stageOf(round({ phase: 'preparing' }), NO_COMMENTS, day)).toBe('preparing');
  });

  it('a reopened round is open again, though answers were given', () => {
    const reopened = round({ points: [point] }, { closesDay: '2026-03-10' });
    expect(stageOf(reopened, { open: 0, total: 4 }, '2026-03-10')).toBe('open');
  });
});

describe('by what happened after the last day', () => {
  const after: Day = '2026-02-24';
  it.each<[string, RoundStage, Facts, { open: number; total: number }]>([
    ['nobody has touched the comments', 'closed', round(), { open: 3, total: 3 }],
    ['one was grouped', 'analysis', round({ points: [point] }), { open: 3, total: 3 }],
    ['one of three is answered', 'analysis', round({ points: [point] }), { open: 2, total: 3 }],
    ['each has its answer', 'replies', round({ points: [point] }), { open: 0, total: 3 }],
    ['nobody commented', 'closed', round(), NO_COMMENTS],
    ['the council gave its view', 'council_view', round({ points: [point], view }), { open: 0, total: 3 }],
    ['the body decided', 'decision', round({ phase: 'decided', view }), { open: 0, total: 3 }],
    ['the council’s view came before the last reply', 'analysis', round({ view }), { open: 1, total: 3 }],
    ['the council’s view came before anything else', 'closed', round({ view }), { open: 3, total: 3 }],
    [
      'the decision came before the last reply',
      'analysis',
      round({ phase: 'decided', view, points: [point] }),
      { open: 1, total: 3 },
    ],
    ['the council gave its view of what nobody commented on', 'council_view', round({ view }), NO_COMMENTS],
    ['the body decided what nobody commented on', 'decision', round({ phase: 'decided' }), NO_COMMENTS],
    ['the outcome is published', 'outcome_published', round({ phase: 'completed' }), { open: 0, total: 3 }],
    ['a promise runs', 'follow_up', round({ phase: 'completed', commitments: [promise()] }), { open: 0, total: 3 }],
    [
      'every promise was reported on',
      'outcome_published',
      round({ phase: 'completed', commitments: [promise(report)] }),
      { open: 0, total: 3 },
    ],
    [
      'a day for what follows was named and nothing was said yet',
      'follow_up',
      round({ phase: 'completed' }, { followUpDay: '2026-09-01' }),
      { open: 0, total: 3 },
    ],
  ])('%s: %s', (_what, stage, facts, counts) => {
    expect(stageOf(facts, counts, after)).toBe(stage);
  });

  it('no stage passes by waiting: a promise without a report is still followed a year later', () => {
    expect(stageOf(round({ phase: 'completed', commitments: [promise()] }), NO_COMMENTS, '2027-02-24')).toBe(
      'follow_up',
    );
  });
});

describe('whatever the facts', () => {
  const facts = fc.record({
    phase: fc.constantFrom<Facts['phase']>('opened', 'decided', 'completed'),
    points: fc.constantFrom<Facts['points']>([], [point]),
    view: fc.constantFrom<Facts['view']>(null, view),
    commitments: fc.constantFrom<Facts['commitments']>(
      [],
      [promise()],
      [promise(report)],
      [promise(report), promise()],
    ),
    length: fc.nat({ max: 40 }),
    followUp: fc.option(fc.nat({ max: 60 }), { nil: null }),
    total: fc.nat({ max: 5 }),
    open: fc.nat({ max: 5 }),
  });
  const made = ({
    phase,
    points,
    view: given,
    commitments,
    length,
    followUp,
    total,
    open,
  }: typeof facts extends fc.Arbitrary<infer T> ? T : never) => {
    const closesDay = addDays(OPENS, length);
    const followUpDay = followUp === null ? null : addDays(closesDay, followUp + 1);
    return {
      it: round({ phase, points, view: given, commitments }, { closesDay, followUpDay }),
      counts: { open: Math.min(open, total), total },
    };
  };
  const order = (stage: RoundStage) => STAGES.indexOf(stage as (typeof STAGES)[number]);

  it('a round is in exactly one stage of the guide on every day, and days alone never take it back', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { it: round, counts } = made(some);
        const days = Array.from({ length: 120 }, (_, n) => addDays(OPENS, n - 10));
        const stages = days.map((day) => order(stageOf(round, counts, day)));
        return stages.every((stage, n) => stage >= 0 && (n === 0 || stage >= (stages[n - 1] ?? 0)));
      }),
    );
  });

  it('no stage after the replies is shown while one reply is missing, and none before them once all are given', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { it: round, counts } = made(some);
        if (round.phase === 'completed') return true;
        const after = addDays(round.settings.closesDay, 1);
        const stage = order(stageOf(round, counts, after));
        const said = round.phase === 'decided' || round.view !== null;
        if (counts.open > 0) return stage < order('replies');
        return stage >= order('replies') === (said || counts.total > 0);
      }),
    );
  });

  it('what comes after a fact is never before it: a view, a decision or a reply takes no round back', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { it: round, counts } = made({ ...some, phase: 'opened', view: null });
        const after = addDays(round.settings.closesDay, 1);
        const stage = (it: Facts, of = counts) => order(stageOf(it, of, after));
        const answered = { ...counts, open: Math.max(0, counts.open - 1) };
        const now = stage(round);
        return (
          stage({ ...round, view }) >= now &&
          stage({ ...round, phase: 'decided' }) >= now &&
          stage({ ...round, view, phase: 'decided' }) >= stage({ ...round, view }) &&
          stage(round, answered) >= now
        );
      }),
    );
  });

  it('comments are taken on exactly the days on which it is shown as open', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: -10, max: 100 }), (some, n) => {
        const { it: round, counts } = made(some);
        const day = addDays(OPENS, n);
        return takesComments(round, day) === (stageOf(round, counts, day) === 'open');
      }),
    );
  });
});
