// From which side the members of a council come, against the guide's share: what is not said is not guessed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositionOf, type Side } from '../../app/core/composition';
import { lastDayOf, longestTerm } from '../../app/core/seat-term';
import { loadGuide } from '../../guide/load';

const { councils } = loadGuide('guide').inForceOn('2026-11-26');
if (!councils) throw new Error('the edition knows no councils');
const of = (civil: number, state: number, unknown: number): (Side | null)[] => [
  ...Array.from({ length: civil }, () => 'civil' as const),
  ...Array.from({ length: state }, () => 'state' as const),
  ...Array.from({ length: unknown }, () => null),
];
const standing = (...sides: [number, number, number]) => compositionOf(councils, of(...sides)).standing;

describe('two thirds of civil society', () => {
  it('exactly two thirds are enough: ten of fifteen; nine are not', () => {
    expect(standing(10, 5, 0)).toBe('kept');
    expect(standing(9, 6, 0)).toBe('below');
    expect(compositionOf(councils, of(9, 6, 0)).needed).toBe(10);
  });

  it('members of whom it is not said decide nothing by themselves', () => {
    expect(standing(9, 5, 1)).toBe('unknown');
    expect(standing(10, 4, 1)).toBe('kept');
    expect(standing(8, 6, 1)).toBe('below');
  });

  it('once it is kept or missed, no answer about the others changes it', () => {
    const few = fc.nat({ max: 12 });
    fc.assert(
      fc.property(few, few, few, few, (civil, state, unknown, answered) => {
        const before = standing(civil, state, unknown);
        const known = Math.min(answered, unknown);
        if (before === 'unknown' || civil + state + unknown === 0) return true;
        return [standing(civil + known, state, unknown - known), standing(civil, state + known, unknown - known)].every(
          (after) => after === before,
        );
      }),
    );
  });
});

describe('a term', () => {
  it('is three years at most, to the day before: of a leap day too', () => {
    expect(longestTerm(councils, '2026-03-01')).toBe('2029-02-28');
    expect(longestTerm(councils, '2028-02-29')).toBe('2031-02-27');
  });

  it('is as long as it may be where no last day is named, and unlimited where the guide says nothing', () => {
    const asked = { from: '2026-03-02', today: '2026-03-02', until: null } as const;
    expect(lastDayOf({ councils, ...asked })).toEqual({ ok: true, value: '2029-03-01' });
    expect(lastDayOf({ councils: null, ...asked })).toEqual({ ok: true, value: null });
  });
});
