// Figures of one cell: what people said comes back as it was said, and a planted truth lies within the published intervals as often as
// these promise.
import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../../guide/instrument';
import { loadGuide } from '../../guide/load';
import { differencesOf, gapOf } from '../../app/core/gap';
import type { ScaleFigures } from '../../app/core/item-figures';
import type { Values } from '../../app/core/sheet';
import { chance, type Chance } from '../../app/core/statistics/random';
import { trustFigures, type TrustFigures } from '../../app/core/trust-figures';
import { leaning, meanOf, shareOf, sheetOf, type Truth } from '../help/answers';
import { coverage, figure, nominal } from './statistics/coverage';

const edition = loadGuide('guide').edition('2026-3');
const instrument = instrumentOf(edition, 'yearly');
if (!instrument || !edition.surveys) throw new Error('the edition has no yearly instrument');
const { publishing } = edition.surveys;
const LEAST = publishing.public.n;

const of = (sheets: readonly Values[], more: Partial<Parameters<typeof trustFigures>[0]> = {}): TrustFigures =>
  trustFigures({ sheets, valid: sheets.length, invited: null, instrument, publishing, least: LEAST, ...more });
const scale = ({ items }: TrustFigures, id: string): ScaleFigures => {
  const figures = items[id];
  if (figures?.kind !== 'scale') throw new Error(`${id} has no figures of a scale`);
  return figures;
};
const drawn = (n: number, truth: Truth, by: Chance): Values[] =>
  Array.from({ length: n }, () => sheetOf(instrument, truth, by));
const TRUTH: Truth = { points: leaning(0.6), dontKnow: 0.1, alike: 0.7 };

describe('figures of an item', () => {
  const said = [0, 2, 4, 5, 5, 6, 7, 8, 9, 10];
  const sheets: Values[] = [...said.map((trust) => ({ trust })), { trust: 'dont_know' }, { trust: 'dont_know' }, {}];

  it('keep "don\'t know" and what was left out beside the mean, never in it', () => {
    const trust = scale(of(sheets), 'trust');
    expect(trust).toMatchObject({ answered: 10, dontKnow: 2, missing: 1, counts: [1, 0, 1, 0, 1, 2, 1, 1, 1, 1, 1] });
    expect(figure(trust.mean)).toMatchObject({ n: 10, estimate: 5.6 });
  });

  it('divide the trust scale as the guide does, of those who answered or said that they do not know', () => {
    const { shares } = scale(of(sheets), 'trust');
    expect(shares?.trust).toMatchObject({ of: 5, n: 12 });
    expect(shares?.neutral).toMatchObject({ of: 2, n: 12 });
    expect(shares?.low).toMatchObject({ of: 3, n: 12 });
    expect(shares?.dont_know).toMatchObject({ of: 2, n: 12 });
  });

  it('have no such shares on a scale from 1 to 5', () => {
    const row = of(drawn(30, TRUTH, chance(1))).items.channels;
    expect(row?.kind === 'matrix' && row.rows.letters?.kind === 'scale' && row.rows.letters.shares).toBeNull();
  });

  it('say nothing at all of an item that fewer people answered than figures may stand on', () => {
    const few = sheets.map((values, at) => (at < LEAST - 1 ? { ...values, fairness_alike: 3 } : values));
    const figures = of(few);
    expect(figures.items.fairness_alike).toEqual({ kind: 'withheld' });
    expect(figures.constructs.fairness).toMatchObject({ scored: 0, mean: null });
    expect(JSON.stringify(figures.items.fairness_alike)).not.toContain('3');
  });

  it('tell of several options each as a share of people', () => {
    const many: Values[] = Array.from({ length: 20 }, (_, at) => ({
      improve: at % 2 ? ['in_time', 'reasons'] : ['in_time'],
    }));
    const improve = of(many).items.improve;
    if (improve?.kind !== 'multiple') throw new Error('no figures of several options');
    expect(improve.shares.in_time).toMatchObject({ of: 20, n: 20, estimate: 1 });
    expect(improve.shares.reasons).toMatchObject({ of: 10, n: 20 });
    expect(improve.shares.facts).toMatchObject({ of: 0, n: 20 });
  });

  it('have a rate of answers where people were invited, and none where anyone could come', () => {
    expect(of(sheets, { invited: 26 }).response).toMatchObject({ of: 13, n: 26, estimate: 0.5 });
    expect(of(sheets).response).toBeNull();
  });

  it('do not depend on the order of the sheets', () => {
    const some = drawn(40, TRUTH, chance(5));
    const [one, other] = [of(some), of(some.toReversed())];
    expect(scale(other, 'trust').counts).toEqual(scale(one, 'trust').counts);
    expect(other.constructs.competence?.mean?.estimate).toBeCloseTo(
      one.constructs.competence?.mean?.estimate ?? -1,
      10,
    );
  });
});

describe('levels of constructs', () => {
  const turned = {
    ...instrument,
    items: { ...instrument.items, distrust_checks: { ...instrument.items.distrust_checks, reversed: true } },
  } as typeof instrument;

  it('are means over items, with reversed items turned round', () => {
    const sheets: Values[] = Array.from({ length: 12 }, (_, at) => ({
      distrust_guarded: at % 5,
      distrust_checks: 10 - (at % 5),
      distrust_used_against: at % 5,
    }));
    const { mean } = trustFigures({ sheets, valid: 12, invited: null, instrument: turned, publishing, least: LEAST })
      .constructs.distrust ?? { mean: null };
    const expected = sheets.reduce((sum, { distrust_guarded: level }) => sum + Number(level), 0) / 12;
    expect(mean?.estimate).toBeCloseTo(expected, 10);
  });

  it('hold trust and distrust apart', () => {
    const figures = of(
      Array.from({ length: 12 }, (_, at) => ({ trust: at % 11, distrust_guarded: 9, distrust_checks: at % 3 })),
    );
    expect(figures.constructs.trust?.measures).toBe(1);
    expect(figures.constructs.distrust?.measures).toBe(3);
  });

  it('take people who answered half of the items, and nobody who answered fewer', () => {
    const half: Values[] = Array.from({ length: 20 }, (_, at) => ({
      competence_knowledge: at % 4,
      competence_skill: 6,
    }));
    const third: Values[] = Array.from({ length: 20 }, (_, at) => ({ competence_knowledge: at % 4 }));
    expect(of([...half, ...third]).constructs.competence?.scored).toBe(20);
  });

  it("tell whether the items go together, from the guide's number of answers on", () => {
    const by = chance(11);
    const alpha = (n: number) => of(drawn(n, { ...TRUTH, dontKnow: 0 }, by)).constructs.competence?.alpha;
    expect(alpha(publishing.reliability.n - 1)).toMatchObject({ estimate: null, lack: 'too_few' });
    expect(alpha(publishing.reliability.n)?.estimate).not.toBeNull();
    expect(of(drawn(60, TRUTH, by)).constructs.trust?.alpha).toBeNull();
    // Items that repeat each other with chance a correlate as a squared: Spearman and Brown.
    const [k, rho] = [3, TRUTH.alike ** 2];
    const truth = (k * rho) / (1 + (k - 1) * rho);
    expect(Math.abs((alpha(3000)?.estimate ?? 0) - truth)).toBeLessThan(0.02);
  });

  it("set drivers beside trust as an association, from the guide's number of pairs on", () => {
    const by = chance(12);
    const driver = (n: number) => of(drawn(n, { ...TRUTH, dontKnow: 0 }, by)).drivers.reliability;
    expect(driver(publishing.association.n - 1)).toMatchObject({ estimate: null, lack: 'too_few' });
    const found = driver(4000);
    // One item with the mean of two that correlate with it, and with each other, by rho.
    const rho = TRUTH.alike ** 2;
    const truth = rho / Math.sqrt((1 + rho) / 2);
    expect(found && found.estimate !== null && found.low < truth && truth < found.high).toBe(true);
  });
});

describe('the gap', () => {
  const [high, low]: [Truth, Truth] = [TRUTH, { ...TRUTH, points: leaning(0.45) }];
  it('is what NGOs say less what officials say, of the same item', () => {
    const by = chance(21);
    const [ngos, officials] = [of(drawn(400, high, by)), of(drawn(300, low, by))];
    const gap = gapOf({ ngo_to_body: ngos, body_to_ngo: officials })?.find(({ item }) => item === 'trust');
    const truth = meanOf(high.points) - meanOf(low.points);
    if (!gap || gap.mean.estimate === null || !gap.trust || gap.trust.estimate === null) throw new Error('no gap');
    expect(gap.mean.low < truth && truth < gap.mean.high).toBe(true);
    const shares = (shareOf(high.points, 6, 10) - shareOf(low.points, 6, 10)) * (1 - TRUTH.dontKnow);
    expect(gap.trust.low < shares && shares < gap.trust.high).toBe(true);
    expect(differencesOf(officials, ngos).find(({ item }) => item === 'trust')?.mean.estimate).toBeCloseTo(
      -gap.mean.estimate,
      10,
    );
  });
  it('is not there where one side is not to be seen', () => {
    expect(gapOf({ ngo_to_body: of(drawn(20, high, chance(1))), body_to_ngo: null })).toBeNull();
  });
});

describe('in 93 to 97 of 100 samples the published interval holds the planted', () => {
  const small = {
    ...instrument,
    items: { trust: instrument.items.trust },
    pages: instrument.pages.slice(0, 1),
  } as typeof instrument;
  const figures = (n: number, truth: Truth, by: Chance) =>
    trustFigures({
      ...{ sheets: Array.from({ length: n }, () => sheetOf(small, truth, by)), valid: n, invited: null },
      ...{ instrument: small, publishing, least: LEAST },
    });
  const other: Truth = { ...TRUTH, points: leaning(0.45) };
  it.each([25, 60, 400])('mean, of %s people', (n) => {
    const sample = (by: Chance) => scale(figures(n, TRUTH, by), 'trust').mean;
    expect(coverage({ runs: 2000, seed: 31, truth: meanOf(TRUTH.points), sample })).toSatisfy(nominal);
  });
  it.each([25, 60, 400])('share of trust, of %s people', (n) => {
    const truth = shareOf(TRUTH.points, 6, 10) * (1 - TRUTH.dontKnow);
    const sample = (by: Chance) => {
      const { shares } = scale(figures(n, TRUTH, by), 'trust');
      if (!shares) throw new Error('no shares');
      return shares.trust;
    };
    expect(coverage({ runs: 2000, seed: 32, truth, sample })).toSatisfy(nominal);
  });
  it.each([25, 60, 400])('gap of means, of %s people on each side', (n) => {
    const sample = (by: Chance) => {
      const [found] = differencesOf(figures(n, TRUTH, by), figures(n, other, by));
      if (!found) throw new Error('no difference');
      return found.mean;
    };
    expect(coverage({ runs: 2000, seed: 33, truth: meanOf(TRUTH.points) - meanOf(other.points), sample })).toSatisfy(
      nominal,
    );
  });
});
