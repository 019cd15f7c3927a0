// What a method of this room gives: a figure with its interval and the number it stands on, or a reason why there is none.
// Every method beside this file answers in this shape, so that what is published can't lose its interval on the way.
//
// The room: one method a file, each with its formula, units and source; pure functions of plain numbers that know neither bodies nor
// surveys nor the calendar. Input that can't be data (shares above 1, counts that are no whole numbers, NaN) is a fault and throws;
// data too thin for an answer are `estimate: null` with the reason, never NaN and never an interval without end. Intervals are
// two-sided, 95 % unless the caller says another level. Chance comes from `random.ts` with a seed that is published with the figure.

export type Interval = { low: number; high: number };

/** A figure, its interval, and how many observations it stands on; the unit is the method's. */
export type Estimate = Interval & { n: number; estimate: number };

/**
 * Why there is no figure: nothing was counted; fewer observations than the method needs; all observations are the same, so that
 * nothing tells how far others would lie from them; what is asked lies outside of what was observed.
 */
export type Lack = 'nothing_counted' | 'too_few' | 'no_variation' | 'outside_observed';

export type NotEstimable = { n: number; estimate: null; lack: Lack };

/** The shares below both ends of a two-sided interval: 0.025 and 0.975 for the level 0.95. A level outside of 0..1 throws. */
export function endsOf(level: number): readonly [low: number, high: number] {
  if (!(level > 0 && level < 1)) throw new Error(`${level} is no level of confidence`);
  return [(1 - level) / 2, (1 + level) / 2];
}

export const notEstimable = (n: number, lack: Lack): NotEstimable => ({ n, estimate: null, lack });
