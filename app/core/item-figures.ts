// What the people of a cell answered to one item: shares, mean, distribution; "don't know" and what was left out always beside, never in
// a mean. Called by trust-figures.
import { TRUST_SHARES, type TrustShare } from '../../guide/survey-ids';
import type { Instrument, Item, Publishing, Scale } from '../../guide/schema';
import { hasShares, pointOf } from './measure';
import { DONT_KNOW, type Values } from './sheet';
import type { NotEstimable } from './statistics/estimate';
import { mean, type Mean } from './statistics/mean';
import { wilson, type Share } from './statistics/wilson';

type Stands = {
  /** People who gave an answer, who said that they don't know, and who were not asked or left it out. */
  answered: number;
  dontKnow: number;
  missing: number;
};
/** Fewer people answered than figures may stand on; nothing else is told. */
export type Withheld = { kind: 'withheld' };
export type ScaleFigures = Stands & {
  kind: 'scale';
  /** Answers by point, from the first of the scale. */
  counts: number[];
  from: number;
  mean: Mean | NotEstimable;
  /** Of those who answered or said that they don't know; null on other scales than that of the guide's shares. */
  shares: Record<TrustShare | 'dont_know', Share | NotEstimable> | null;
};
/** Shares of those who answered or said that they don't know; of several options each is a share of people. */
export type ChoiceFigures = Stands & { kind: 'choice' | 'multiple'; shares: Record<string, Share | NotEstimable> };
export type MatrixFigures = { kind: 'matrix'; rows: Record<string, ScaleFigures | Withheld> };
export type ItemFigures = ScaleFigures | ChoiceFigures | MatrixFigures | Withheld;

type Asked = { sheets: readonly Values[]; instrument: Instrument; publishing: Publishing; least: number };

/** The figures of an item among these people; null for an item in words. `least`: fewest answers that figures may stand on. */
export function itemFigures(id: string, item: Item, asked: Asked): ItemFigures | null {
  switch (item.kind) {
    case 'scale':
      return scaleOf({ item: id, row: null, scale: item.scale }, asked);
    case 'matrix': {
      const rows = item.rows.map((row) => [row, scaleOf({ item: id, row, scale: item.scale }, asked)] as const);
      return { kind: 'matrix', rows: Object.fromEntries(rows) };
    }
    case 'choice':
    case 'multiple':
      return choiceOf(id, item, asked);
    case 'text':
      return null;
  }
}

const tooFew = (answered: number, least: number): boolean => answered > 0 && answered < least;

function scaleOf(of: { item: string; row: string | null; scale: string }, asked: Asked): ScaleFigures | Withheld {
  const scale = asked.instrument.scales[of.scale];
  if (!scale) throw new Error(`${of.item}: there is no scale ${of.scale}`);
  const given = asked.sheets.map((values) => pointOf(of, values));
  const points = given.filter((one) => typeof one === 'number');
  if (tooFew(points.length, asked.least)) return { kind: 'withheld' };
  const dontKnow = given.filter((one) => one === DONT_KNOW).length;
  return {
    kind: 'scale',
    ...{ answered: points.length, dontKnow, missing: given.length - points.length - dontKnow },
    ...{ counts: countsOf(points, scale), from: scale.from, mean: mean(points) },
    shares: hasShares(scale, asked.publishing) ? sharesOf(points, dontKnow, asked.publishing) : null,
  };
}

const countsOf = (points: readonly number[], { from, to }: Scale): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => points.filter((one) => one === from + at).length);

function sharesOf(points: readonly number[], dontKnow: number, { shares }: Publishing) {
  const base = points.length + dontKnow;
  const part = (share: TrustShare) =>
    wilson(points.filter((one) => one >= shares[share].from && one <= shares[share].to).length, base);
  const [trust, neutral, low] = TRUST_SHARES.map(part);
  if (!trust || !neutral || !low) throw new Error('a share is missing');
  return { trust, neutral, low, dont_know: wilson(dontKnow, base) };
}

function choiceOf(
  id: string,
  item: Extract<Item, { options: string[] }>,
  { sheets, least }: Asked,
): ChoiceFigures | Withheld {
  const given = sheets.map((values) => values[id]);
  const dontKnow = given.filter((one) => one === DONT_KNOW).length;
  const chosen = given.flatMap((one) =>
    one === undefined || one === DONT_KNOW ? [] : Array.isArray(one) ? [one] : typeof one === 'string' ? [[one]] : [],
  );
  if (tooFew(chosen.length, least)) return { kind: 'withheld' };
  const base = chosen.length + dontKnow;
  const shares = item.options.map(
    (option) => [option, wilson(chosen.filter((one) => one.includes(option)).length, base)] as const,
  );
  return {
    kind: item.kind,
    ...{ answered: chosen.length, dontKnow, missing: given.length - base },
    shares: Object.fromEntries([...shares, [DONT_KNOW, wilson(dontKnow, base)]]),
  };
}

/** The answers of a distribution one by one: what a difference of two is reckoned from. */
export const pointsOf = ({ counts, from }: Pick<ScaleFigures, 'counts' | 'from'>): number[] =>
  counts.flatMap((n, at) => Array.from({ length: n }, () => from + at));
