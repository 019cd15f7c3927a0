// Places with the places that can't be ruled out: ties, the minimum, and how often all places of a league are right at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../app/core/statistics/estimate';
import { zOf } from '../../../app/core/statistics/normal';
import { chance } from '../../../app/core/statistics/random';
import { levelForAll, ranks, type Ranked } from '../../../app/core/statistics/ranks';
import { normal, times } from './coverage';

const body = (id: string, estimate: number, low: number, high: number, n = 50) => ({
  id,
  figure: { n, estimate, low, high } satisfies Estimate,
});
const highest = { best: 'highest', minimum: 10 } as const;
const placed = (found: ReturnType<typeof ranks>): Ranked[] => found.filter((one): one is Ranked => one.rank !== null);

describe('places', () => {
  const league = [
    body('a', 0.9, 0.8, 0.95),
    body('b', 0.7, 0.6, 0.85),
    body('c', 0.5, 0.4, 0.59),
    body('d', 0.7, 0.62, 0.78),
    body('e', 0.2, 0.1, 0.4),
  ];

  it('come with the best and the worst that the intervals do not rule out, ties as ties', () => {
    expect(placed(ranks(league, highest)).map(({ id, rank, low, high, tied }) => [id, rank, low, high, tied])).toEqual([
      ['a', 1, 1, 2, 0],
      ['b', 2, 1, 3, 1],
      ['c', 4, 4, 5, 0],
      ['d', 2, 2, 3, 1],
      ['e', 5, 4, 5, 0],
    ]);
  });

  it('turn round where the lowest is best', () => {
    const up = placed(ranks(league, highest));
    const down = placed(ranks(league, { ...highest, best: 'lowest' }));
    down.forEach((one, at) => {
      expect([one.low, one.high]).toEqual([6 - (up[at]?.high ?? 0), 6 - (up[at]?.low ?? 0)]);
      expect(one.rank).toBe(6 - (up[at]?.rank ?? 0) - (up[at]?.tied ?? 0));
    });
  });

  it('are not given below the minimum or without a figure, and those take none from others', () => {
    const found = ranks(
      [
        body('few', 0.99, 0.9, 1, 9),
        { id: 'none', figure: { n: 0, estimate: null, lack: 'nothing_counted' } },
        ...league,
      ],
      highest,
    );
    expect(found[0]).toEqual({ id: 'few', n: 9, rank: null, lack: 'too_few' });
    expect(found[1]).toEqual({ id: 'none', n: 0, rank: null, lack: 'nothing_counted' });
    expect(found.slice(2)).toEqual(ranks(league, highest));
    expect(ranks([], highest)).toEqual([]);
  });

  const bodies = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })),
    { maxLength: 25 },
  );
  const leagueOf = (some: readonly (readonly [number, number, number])[]) =>
    some.map(([estimate, below, above], at) => body(String(at), estimate, estimate - below, estimate + above));

  it('lie between the best and the worst, agree with counting one by one, and do not depend on the order', () => {
    fc.assert(
      fc.property(bodies, (some) => {
        const given = leagueOf(some);
        const found = placed(ranks(given, highest));
        found.forEach((one, at) => {
          const own = given[at]?.figure ?? { n: 0, estimate: 0, low: 0, high: 0 };
          expect(1 <= one.low && one.low <= one.rank && one.rank + one.tied <= one.high).toBe(true);
          expect(one.low).toBe(1 + given.filter(({ figure }) => figure.low > own.high).length);
          expect(one.high).toBe(given.length - given.filter(({ figure }) => figure.high < own.low).length);
          expect(one.rank).toBe(1 + given.filter(({ figure }) => figure.estimate > own.estimate).length);
        });
        expect(placed(ranks(given.toReversed(), highest)).toReversed()).toEqual(found);
      }),
    );
  });

  it('widen with the intervals', () => {
    fc.assert(
      fc.property(bodies, (some) => {
        const narrow = placed(ranks(leagueOf(some), highest));
        placed(ranks(leagueOf(some.map(([at, below, above]) => [at, below + 1, above + 1])), highest)).forEach(
          (wide, at) => {
            expect(wide.low).toBeLessThanOrEqual(narrow[at]?.low ?? 0);
            expect(wide.high).toBeGreaterThanOrEqual(narrow[at]?.high ?? Infinity);
          },
        );
      }),
    );
  });
});

describe('how often all places of a league are right at once', () => {
  /** Truths with two that are equal: each of these may have either of their two places. */
  const truths = [10, 12, 12, 15, 19, 25, 33, 34];
  const K = truths.length;

  it('is at least 95 %: it is a promise for the worst case, and kept more often than that', () => {
    const z = zOf(levelForAll(K));
    const by = chance(31);
    const right = times(2000, () => {
      const found = ranks(
        truths.map((truth, at) => {
          const estimate = truth + 2 * normal(by);
          return body(String(at), estimate, estimate - 2 * z, estimate + 2 * z);
        }),
        highest,
      );
      return truths.every((truth, at) => {
        const one = found[at];
        const better = truths.filter((other) => other > truth).length;
        const worse = truths.filter((other) => other < truth).length;
        return one?.rank !== null && one !== undefined && one.low <= 1 + better && K - worse <= one.high;
      });
    }).filter(Boolean);
    expect(right.length / 2000).toBeGreaterThan(0.95);
  });

  it('rests on intervals that all hold at once in 95 of 100', () => {
    const z = zOf(levelForAll(K));
    const by = chance(32);
    const all = times(4000, () => truths.every(() => Math.abs(normal(by)) <= z)).filter(Boolean);
    expect(all.length / 4000).toBeGreaterThan(0.93);
    expect(all.length / 4000).toBeLessThan(0.97);
  });
});
