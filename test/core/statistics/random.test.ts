// Chance by a seed: the published sequence, evenly spread, the same wherever it runs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredBeyond } from '../../../app/core/statistics/chi-squared';
import { chance, seedOf } from '../../../app/core/statistics/random';
import { times } from './coverage';

describe('chance with a seed', () => {
  it.each<[number, number[]]>([
    // The authors' own C of xoshiro128** 1.1 (Blackman & Vigna, public domain), its words filled as random.ts says.
    [0, [3809008728, 1133695204, 53579671, 2891528803, 139681546, 2203266335]],
    [42, [2837322924, 544945897, 479756282, 3500138142, 339756180, 113173290]],
    [4294967295, [835879718, 1921286648, 2356205009, 1885780724, 980451116, 1053911718]],
  ])('of the seed %i is the published generator', (seed, words) => {
    const { below } = chance(seed);
    expect(words.map(() => below(2 ** 32))).toEqual(words);
  });

  it('spreads whole numbers evenly, and halves of each unit too', () => {
    const { below, unit } = chance(7);
    const counts = times(6, () => 0);
    for (let i = 0; i < 60_000; i++) counts[below(6)]!++;
    const statistic = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquaredBeyond(statistic, 5)).toBeGreaterThan(0.001);
    // A range that does not divide 2³²: a third each, not a half and two quarters.
    const first = times(6000, () => below(3 * 2 ** 30)).filter((one) => one < 2 ** 30);
    expect(first.length / 6000).toBeCloseTo(1 / 3, 1);
    const units = times(20_000, unit);
    expect(units.every((one) => one >= 0 && one < 1)).toBe(true);
    expect(units.reduce((sum, one) => sum + one, 0) / 20_000).toBeCloseTo(0.5, 2);
  });

  it('is the same for the same seed, and another for another', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const draws = (seed: number) => times(4, chance(seed).unit);
        expect(draws(one)).toEqual(draws(one));
        if (one !== other) expect(draws(one)).not.toEqual(draws(other));
      }),
    );
  });

  it('takes its seed from words by FNV-1a', () => {
    // The published value of FNV-1a over the bytes of "a" and "\\0": a UTF-16 unit is two bytes.
    expect(seedOf('')).toBe(0x811c9dc5);
    expect(seedOf('a')).toBe(Number(((0xe40c292cn ^ 0n) * 0x01000193n) & 0xffffffffn));
    expect(seedOf('akimat|in_time|2026')).not.toBe(seedOf('akimat|in_time|2025'));
  });

  it('takes no seed and no range that is none', () => {
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => chance(seed)).toThrow();
    for (const range of [0, 1.5, 2 ** 33]) expect(() => chance(1).below(range)).toThrow();
  });
});
