import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../app/core/duty';
import { calculate, dueOf } from '../../app/core/why';
import { loadGuide } from '../../guide/load';
import { KINDS, ROUND_KINDS, type RoundRuleId } from '../../guide/schema';

const guide = loadGuide('guide');
const edition = guide.edition('2026-2');
const { calendar } = guide;
const ask = (facts: Omit<Parameters<typeof dueOf>[0], 'edition' | 'calendar'>) =>
  dueOf({ edition, calendar, ...facts });
const answer = (facts: Parameters<typeof ask>[0]) => {
  const result = ask(facts);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const problem = (facts: Parameters<typeof ask>[0]) => {
  const result = ask(facts);
  return result.ok ? null : result.problem;
};

describe('when is it due, and why that day', () => {
  it('an application received on the Saturday of Nauryz is registered after the holidays, and its term runs from there', () => {
    const value = answer({ kind: 'application', rule: 'decide', received: '2026-03-21T11:20' });
    expect(value).toMatchObject({
      edition: edition.id,
      received: '2026-03-21T11:20',
      registered: '2026-03-26',
      due: '2026-04-16',
      provisional: false,
    });
    expect(value.receipt?.why).toBe('day_off');
    expect(value.days.filter(({ counts }) => counts)).toHaveLength(15);
    expect(value.basis.map(({ article }) => article)).toEqual(['76(1)–(2)', '64(2)–(3)']);
  });

  it('shows the days that passed between receipt and registration, none of them counted', () => {
    const { before } = answer({ kind: 'application', rule: 'decide', received: '2026-03-21T11:20' });
    expect(before.map(({ date, counts, why }) => [date, counts, why])).toEqual([
      ['2026-03-21', false, 'holiday'],
      ['2026-03-22', false, 'holiday'],
      ['2026-03-23', false, 'holiday'],
      ['2026-03-24', false, 'substitute'],
      ['2026-03-25', false, 'substitute'],
    ]);
    expect(answer({ kind: 'application', rule: 'decide', received: '2026-03-19T11:20' }).before).toEqual([]);
  });

  it('the same moment with an offset gives the same answer', () => {
    const local = answer({ kind: 'application', rule: 'decide', received: '2026-03-21T11:20' });
    expect(answer({ kind: 'application', rule: 'decide', received: '2026-03-21T06:20Z' })).toEqual(local);
    expect(answer({ kind: 'application', rule: 'decide', received: { day: '2026-03-21', time: '11:20' } })).toEqual(
      local,
    );
  });

  it('redirection is counted from receipt, so it ends earlier than one counted from registration', () => {
    expect(answer({ kind: 'application', rule: 'redirect', received: '2026-03-21T11:20' }).due).toBe('2026-03-30');
  });

  it('registration is due on the day of receipt, or on the next working day', () => {
    expect(answer({ kind: 'message', rule: 'register', received: '2026-05-06T18:30' }).due).toBe('2026-05-06');
    expect(answer({ kind: 'message', rule: 'register', received: '2026-05-06T18:31' })).toMatchObject({
      due: '2026-05-08',
      registered: '2026-05-08',
    });
    expect(answer({ kind: 'message', rule: 'register', received: '2026-03-21T11:20' })).toMatchObject({
      due: '2026-03-26',
      registered: '2026-03-26',
    });
  });

  it("the body's own hour decides what is after hours", () => {
    const at = (workdayEnd: string) =>
      answer({ kind: 'message', rule: 'decide', received: '2026-05-06T18:00', workdayEnd }).registered;
    expect([at('17:30'), at('18:30')]).toEqual(['2026-05-08', '2026-05-06']);
  });

  it('a request for information has calendar days from receipt, a request under the Code working days from registration', () => {
    const received = '2026-09-05T10:00';
    expect(answer({ kind: 'request_information', rule: 'decide', received }).due).toBe('2026-09-21');
    expect(answer({ kind: 'request', rule: 'decide', received }).due).toBe('2026-09-28');
  });

  it('a given start day prevails: the clock of a redirected application runs from its arrival', () => {
    expect(answer({ kind: 'application', rule: 'decide', from: '2026-04-20' }).due).toBe('2026-05-14');
  });

  it('a term that reaches into a year without an official calendar is provisional', () => {
    expect(answer({ kind: 'proposal', rule: 'decide', registered: '2026-12-11' }).provisional).toBe(true);
    expect(answer({ kind: 'proposal', rule: 'decide', registered: '2026-12-07' }).provisional).toBe(false);
  });

  it('a complaint has no extended term and a service complaint no redirection', () => {
    expect(ruleOf(edition, 'complaint', 'decide_extended')).toBeNull();
    expect(problem({ kind: 'complaint', rule: 'decide_extended', from: '2026-02-02' })).toEqual({
      field: 'rule',
      code: 'not_in_procedure',
    });
    expect(problem({ kind: 'service_complaint', rule: 'redirect', received: '2026-02-02T10:00' })).toEqual({
      field: 'rule',
      code: 'not_in_procedure',
    });
  });

  it('refuses bad input with the field at fault', () => {
    const base = { kind: 'application', rule: 'decide' };
    expect(problem({ ...base, kind: 'letter', registered: '2026-02-02' })).toEqual({ field: 'kind', code: 'unknown' });
    expect(problem({ ...base, rule: 'sleep', registered: '2026-02-02' })).toEqual({ field: 'rule', code: 'unknown' });
    expect(problem({ ...base, received: '2026-02-30T10:00' })).toEqual({ field: 'received', code: 'form' });
    expect(problem({ ...base, registered: 'tomorrow' })).toEqual({ field: 'registered', code: 'form' });
    expect(problem({ ...base, from: '2026-2-2' })).toEqual({ field: 'from', code: 'form' });
    expect(problem({ ...base, received: '2026-03-21T11:20', registered: '2026-03-20' })).toEqual({
      field: 'registered',
      code: 'before_received',
    });
    expect(problem(base)).toEqual({ field: 'registered', code: 'needed' });
    expect(problem({ ...base, rule: 'redirect', registered: '2026-03-20' })).toEqual({
      field: 'received',
      code: 'needed',
    });
    expect(problem({ ...base, rule: 'extension_notice', received: '2026-03-21T11:20' })).toEqual({
      field: 'from',
      code: 'needed',
    });
  });

  it('every rule of every kind gives a due day with its articles', () => {
    for (const kind of KINDS) {
      for (const rule of Object.keys(edition.procedures[kind].rules)) {
        const value = answer({ kind, rule, received: '2026-06-08T10:00', from: '2026-06-08' });
        expect(value.basis.length, `${kind} ${rule}`).toBeGreaterThan(0);
        expect(value.days.at(-1)?.date).toBe(value.due);
      }
    }
  });
});

describe('when is a step of a round due', () => {
  it('counts a rule of its kind from the day that is given', () => {
    const value = answer({ kind: 'service_bylaw', rule: 'dispose', from: '2026-04-30' });
    expect(value).toMatchObject({ due: '2026-05-19', received: null, registered: null, receipt: null, before: [] });
    expect(value.days.filter(({ counts }) => counts)).toHaveLength(10);
    expect(value.basis[0]).toMatchObject({ act: 'guide', confidence: 'platform' });
  });

  it('counts a hearing’s notice back from its day, days off included', () => {
    const value = answer({ kind: 'hearing', rule: 'hearing_call', from: '2026-05-20' });
    expect(value.due).toBe('2026-05-10');
    expect(value.days.at(-1)).toMatchObject({ date: '2026-05-10', number: 10, why: 'weekend' });
  });

  it('takes a day that the body stated as it is', () => {
    expect(answer({ kind: 'draft_act', rule: 'commitment', from: '2026-05-09' }).due).toBe('2026-05-09');
  });

  it('refuses what is no step of it, and a receipt that no round has', () => {
    const base = { kind: 'hearing', from: '2026-05-20' };
    expect(problem(base)).toEqual({ field: 'rule', code: 'needed' });
    expect(problem({ ...base, rule: 'decide' })).toEqual({ field: 'rule', code: 'not_in_procedure' });
    expect(problem({ ...base, rule: 'comment_period' })).toEqual({ field: 'rule', code: 'not_in_procedure' });
    expect(problem({ kind: 'hearing', rule: 'dispose' })).toEqual({ field: 'from', code: 'needed' });
    for (const field of ['received', 'registered'] as const)
      expect(problem({ ...base, rule: 'dispose', [field]: '2026-05-20' })).toEqual({ field, code: 'not_of_round' });
    expect(problem({ kind: 'application', rule: 'dispose', from: '2026-05-20' })).toEqual({
      field: 'rule',
      code: 'not_in_procedure',
    });
  });

  it('is not known to an edition from before rounds', () => {
    const before = dueOf({
      edition: guide.edition('2026-1'),
      calendar,
      kind: 'hearing',
      rule: 'dispose',
      from: '2026-05-20',
    });
    expect(before).toEqual({ ok: false, problem: { field: 'kind', code: 'unknown' } });
  });

  it('every rule of every kind gives a due day with its articles', () => {
    for (const kind of ROUND_KINDS) {
      for (const rule of Object.keys(edition.rounds?.kinds[kind].rules ?? {}) as RoundRuleId[]) {
        const value = answer({ kind, rule, from: '2026-06-08' });
        expect(value.basis.length, `${kind} ${rule}`).toBeGreaterThan(0);
        expect(value.days.at(-1)?.date).toBe(value.due);
      }
    }
  });
});

describe('the plain calculator', () => {
  const reckon = (from: string, term: string) => calculate({ edition, calendar, from, term });

  it('counts working days, calendar days, months, and backward', () => {
    const due = (from: string, term: string) => {
      const result = reckon(from, term);
      return result.ok ? result.value.due : result.problem;
    };
    expect(due('2026-08-14', '15wd')).toBe('2026-09-04');
    expect(due('2026-08-14', '15d')).toBe('2026-08-31');
    expect(due('2026-02-02', '2mo')).toBe('2026-04-02');
    expect(due('2026-05-13', '-3wd')).toBe('2026-05-06');
    expect(due('2026-02-30', '15wd')).toEqual({ field: 'from', code: 'form' });
    expect(due('2026-08-14', '15')).toEqual({ field: 'term', code: 'form' });
  });

  it('names the articles it counts by, and no rolling where nothing is rolled', () => {
    const forward = reckon('2026-08-14', '15wd');
    const backward = reckon('2026-05-13', '-3wd');
    expect(forward.ok && forward.value.basis.map(({ article }) => article)).toEqual(['76(2)', '76(5)']);
    expect(backward.ok && backward.value.basis.map(({ article }) => article)).toEqual(['76(2)']);
  });
});
