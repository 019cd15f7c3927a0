// The distributions that intervals are made of, against R's, to at least 8 digits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBelow, betaPoint } from '../../../app/core/statistics/beta';
import { chiSquaredBeyond } from '../../../app/core/statistics/chi-squared';
import { fBelow, fPoint } from '../../../app/core/statistics/f';
import { logGamma, upperGamma } from '../../../app/core/statistics/gamma';
import { normalBelow, normalPoint, zOf } from '../../../app/core/statistics/normal';
import { tBeyond, tOf } from '../../../app/core/statistics/t';
import fixture from './fixtures/distributions.json';

/** The largest relative difference of what is found from what R gives; absolute where R gives 0. */
const worst = <T>(rows: readonly T[], found: (row: T) => number, expected: (row: T) => number): number =>
  Math.max(...rows.map((row) => Math.abs(found(row) - expected(row)) / (Math.abs(expected(row)) || 1)));

describe("the distributions are R's", () => {
  it('normal', () => {
    expect(
      worst(
        fixture.normal,
        ({ p }) => normalPoint(p),
        ({ point }) => point,
      ),
    ).toBeLessThan(1e-12);
    expect(
      worst(
        fixture.below,
        ({ z }) => normalBelow(z),
        ({ share }) => share,
      ),
    ).toBeLessThan(1e-12);
    expect(zOf(0.95)).toBeCloseTo(1.959963984540054, 14);
  });
  it('t', () => {
    expect(
      worst(
        fixture.t,
        ({ level, df }) => tOf(level, df),
        ({ point }) => point,
      ),
    ).toBeLessThan(1e-9);
    expect(
      worst(
        fixture.beyond,
        ({ t, df }) => tBeyond(t, df),
        ({ share }) => share,
      ),
    ).toBeLessThan(1e-10);
  });
  it('F', () => {
    const found = worst(
      fixture.f,
      ({ p, above, below }) => fPoint(p, { above, below }),
      ({ point }) => point,
    );
    expect(found).toBeLessThan(1e-8);
    // Where R's own eighth digit is off (1 and 20,000 degrees), arithmetic with 30 digits (mpmath) says this.
    expect(fPoint(0.005, { above: 1, below: 20000 }) / 3.92714040319e-5).toBeCloseTo(1, 11);
  });
  it('chi-squared', () => {
    const found = worst(
      fixture.chiSquared,
      ({ statistic, df }) => chiSquaredBeyond(statistic, df),
      ({ share }) => share,
    );
    expect(found).toBeLessThan(1e-12);
  });
  it('beta', () => {
    expect(
      worst(
        fixture.beta,
        ({ p, a, b }) => betaPoint({ p, a, b }).x,
        ({ point }) => point,
      ),
    ).toBeLessThan(1e-9);
  });
  it('the logarithm of the gamma function', () => {
    const found = Math.max(
      ...fixture.gamma.map(({ x, log }) => Math.abs(logGamma(x) - log) / Math.max(1, Math.abs(log))),
    );
    expect(found).toBeLessThan(1e-14);
  });
});

describe('whatever is asked', () => {
  const size = fc.double({ min: 0.3, max: 3000, noNaN: true });
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

  it('the share below the point of a share is that share', () => {
    fc.assert(
      fc.property(size, size, share, (a, b, p) => {
        expect(betaBelow({ a, b, ...betaPoint({ a, b, p }) })).toBeCloseTo(p, 9);
        expect(fBelow(fPoint(p, { above: a, below: b }), { above: a, below: b })).toBeCloseTo(p, 9);
        expect(1 - tBeyond(tOf(p, a), a)).toBeCloseTo(p, 9);
        expect(normalBelow(normalPoint(p))).toBeCloseTo(p, 13);
      }),
    );
  });

  it('mirrored parameters give the mirrored point, and t² is F with one degree above', () => {
    fc.assert(
      fc.property(size, size, share, (a, b, p) => {
        expect(betaPoint({ a, b, p }).x).toBeCloseTo(betaPoint({ a: b, b: a, p: 1 - p }).rest, 9);
        const f = fPoint(p, { above: 1, below: a });
        expect(Math.abs(tOf(p, a) ** 2 - f) / f).toBeLessThan(1e-9);
      }),
    );
  });

  it('nothing is answered outside of where it is defined', () => {
    for (const ask of [
      () => logGamma(0),
      () => upperGamma(-1, 1),
      () => upperGamma(1, Number.NaN),
      () => betaBelow({ a: 0, b: 1, x: 0.5 }),
      () => betaPoint({ a: 1, b: 1, p: 1 }),
      () => normalPoint(0),
      () => zOf(95),
      () => tOf(1, 3),
      () => fPoint(Number.NaN, { above: 1, below: 1 }),
    ])
      expect(ask).toThrow();
  });
});
