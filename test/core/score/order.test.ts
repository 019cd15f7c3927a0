// An act may write several events, to several streams: in which order they stand within it changes no figure and no mark.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../app/core/day';
import { foldObligations, type Closing, type Opening } from '../../../app/core/obligation';
import { counting } from '../../../app/core/score/counting';
import { staleMarks } from '../../../app/core/score/stale';

const DAY: Day = '2026-03-31';
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-03-01', n));
const shuffled = <T>(all: fc.Arbitrary<T[]>) =>
  all.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
const opening = (key: string): Opening =>
  ({
    ...{ id: key, key, rule: 'register', debtor: { kind: 'body', id: `body ${key.length}` }, creditor: null },
    reckoning: { due: DAY },
  }) as unknown as Opening;
type Chapter = Parameters<typeof staleMarks>[0][number];

describe('the order of events within an act', () => {
  it('marks the same figures stale, each once, in one order', () => {
    const ofCase = fc
      .record({ bodyId: fc.constantFrom('a', 'b', 'c'), registeredDay: day })
      .map((row): Chapter => ({ stream: 'appeal:x', state: { table: 'Appeal', row }, entries: [], before: [] }));
    const ofRound = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 3 }).map((keys): Chapter => {
      const fact = { type: 'round.opened', payload: {} };
      return {
        ...{ stream: 'round:y', state: null, before: [] },
        entries: keys.map((key) => ({ fact, opens: [opening(key)], moves: [], closes: [{ key }] })),
      };
    });
    fc.assert(
      fc.property(shuffled(fc.array(fc.oneof(ofCase, ofRound), { minLength: 1, maxLength: 6 })), ([act, other]) => {
        expect(staleMarks(other, DAY)).toEqual(staleMarks(act, DAY));
      }),
    );
  });

  it('discharges and releases the same duties on the same day', () => {
    const keys = ['register', 'redirect', 'notice', 'decide', 'reply'];
    const closing = fc.record({
      key: fc.constantFrom(...keys),
      how: fc.constantFrom<Closing['how'][]>('discharged', 'released'),
    });
    const closings = fc.uniqueArray(closing, { selector: ({ key }) => key, minLength: 1 });
    fc.assert(
      fc.property(shuffled(closings), day, ([act, other], on) => {
        const facts = (closes: readonly Closing[]) => {
          const opened = { version: 1, day: '2026-02-27' as Day, opens: keys.map(opening), moves: [], closes: [] };
          const written = closes.map((one, n) => ({ version: n + 2, day: on, opens: [], moves: [], closes: [one] }));
          return [...foldObligations([opened, ...written]).values()].map(({ key, closedDay, closedHow }) => [
            ...[key, closedDay, closedHow],
          ]);
        };
        expect(facts(other)).toEqual(facts(act));
      }),
    );
  });

  it('counts the same facts, whichever stream comes first', () => {
    const fact = fc.record({
      bodyId: fc.constantFrom('a', 'b'),
      status: fc.constantFrom<'open' | 'upheld'>('open', 'upheld'),
    });
    fc.assert(
      fc.property(shuffled(fc.array(fact, { maxLength: 20 })), ([all, other]) => {
        const counted = (list: typeof all) => {
          const { add, result } = counting();
          for (const { bodyId, status } of list) add({ bodyId, period: '2026-Q1' }, 'contests', { status });
          return [...result()]
            .map(
              ([key, { contests }]) =>
                `${key} ${contests
                  .map(({ status, count }) => `${status} ${count}`)
                  .sort()
                  .join()}`,
            )
            .sort();
        };
        expect(counted(other)).toEqual(counted(all));
      }),
    );
  });
});
