// What of an instrument can be reckoned with: its scales and rows of matrices as numbers, turned so that a high one means much of the
// construct. Called by the figures of items and of constructs.
import type { Construct, Instrument, Publishing, Scale } from '../../guide/schema';
import { CONSTRUCTS } from '../../guide/survey-ids';
import { DONT_KNOW, type Value, type Values } from './sheet';

/** A scale item, or a row of a matrix. */
export type Measure = { item: string; row: string | null; construct: Construct; scale: Scale; reversed: boolean };

/** A point, "don't know", or null where it was not asked or left out. */
export type Point = number | typeof DONT_KNOW | null;

const point = (value: Value | undefined): Point => (typeof value === 'number' || value === DONT_KNOW ? value : null);

/** What somebody answered to a measure, as it was put: not turned. */
export function pointOf({ item, row }: Pick<Measure, 'item' | 'row'>, values: Values): Point {
  const value = values[item];
  if (row === null) return point(value);
  return typeof value === 'object' && !Array.isArray(value) ? point(value[row]) : point(value);
}

/** The measures of an instrument, in the order in which they are asked. */
export function measuresOf({ pages, items, scales }: Instrument): Measure[] {
  return pages.flatMap((page) =>
    page.items.flatMap(({ item }): Measure[] => {
      const of = items[item];
      if (of?.kind !== 'scale' && of?.kind !== 'matrix') return [];
      const scale = scales[of.scale];
      if (!scale) return [];
      const shared = { item, construct: of.construct, scale, reversed: of.kind === 'scale' && of.reversed };
      return of.kind === 'scale' ? [{ ...shared, row: null }] : of.rows.map((row) => ({ ...shared, row }));
    }),
  );
}

/** Whether the shares of the guide can be told of a scale: only where it has exactly their points. */
export function hasShares({ from, to }: Scale, { shares }: Publishing): boolean {
  const { trust, neutral, low } = shares;
  return from === Math.min(trust.from, neutral.from, low.from) && to === Math.max(trust.to, neutral.to, low.to);
}

/** Constructs that people have a level of; background divides, and other items stand for themselves. */
const LEVELLED = CONSTRUCTS.filter((one) => one !== 'background' && one !== 'other');

/** The measures of each construct that the instrument has any of, in the order of the constructs. */
export function constructsOf(instrument: Instrument): { construct: Construct; measures: Measure[] }[] {
  const all = measuresOf(instrument);
  return LEVELLED.map((construct) => ({
    construct,
    measures: all.filter((one) => one.construct === construct),
  })).filter(({ measures }) => measures.length > 0);
}

/** From 0, the least of the construct that can be said, to 10, the most, whatever the scale was; null where no point was given. */
export function levelOf(measure: Measure, values: Values): number | null {
  const given = pointOf(measure, values);
  if (typeof given !== 'number') return null;
  const { from, to } = measure.scale;
  const turned = measure.reversed ? from + to - given : given;
  return (10 * (turned - from)) / (to - from);
}

/** Somebody's score of a construct, 0..10: the mean of its measures, where at least half of them were answered; null where not. */
export function scoreOf(measures: readonly Measure[], values: Values): number | null {
  const levels = measures.flatMap((measure) => levelOf(measure, values) ?? []);
  if (levels.length === 0 || levels.length < measures.length / 2) return null;
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

/** The item that a level is told by: overall trust, or the first that is asked on a scale. */
export function mainItem(instrument: Instrument): string | null {
  const single = measuresOf(instrument).filter(({ row }) => row === null);
  return (single.find(({ construct }) => construct === 'trust') ?? single[0])?.item ?? null;
}
