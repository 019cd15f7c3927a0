// Answers to an instrument out of a planted truth: each point of a scale is drawn from a distribution that the test knows, so that the
// truth of every share, mean, gap, reliability and association is known exactly. Seeded.
import type { Direction, Instrument } from '../../guide/schema';
import type { CountedAnswer } from '../../app/core/cuts';
import { chance, type Chance } from '../../app/core/statistics/random';
import type { Value, Values } from '../../app/core/sheet';

/** Chances of the points of a scale, first point first. */
export type Points = readonly number[];
export type Truth = {
  /** Of every scale with as many points. */
  points: Points;
  /** The share of "don't know" where that is offered. */
  dontKnow: number;
  /** How often a person says to an item what they said to the first: two items then correlate as the square of it. */
  alike: number;
};

export const meanOf = (points: Points, from = 0): number =>
  points.reduce((sum, share, at) => sum + share * (from + at), 0);
export const shareOf = (points: Points, from: number, to: number): number =>
  points.slice(from, to + 1).reduce((sum, share) => sum + share, 0);

/** A distribution over 0..10 that leans to the upper end with `lean` above 0.5. */
export function leaning(lean: number): number[] {
  const raw = Array.from({ length: 11 }, (_, at) => (0.15 + lean) ** at * (1.15 - lean) ** (10 - at) * (1 + (at % 3)));
  const sum = raw.reduce((all, one) => all + one, 0);
  return raw.map((one) => one / sum);
}

function draw(points: Points, { unit }: Chance): number {
  let left = unit();
  const at = points.findIndex((share) => (left -= share) < 0);
  return at < 0 ? points.length - 1 : at;
}

/** What one person answers. */
export function sheetOf(instrument: Instrument, truth: Truth, by: Chance): Values {
  const values: Values = {};
  const base = draw(truth.points, by);
  const point = (scale: string): number => {
    const { from, to } = instrument.scales[scale] ?? { from: 0, to: 10 };
    const at = by.unit() < truth.alike ? base : draw(truth.points, by);
    return from + Math.round((at * (to - from)) / (truth.points.length - 1));
  };
  for (const [id, item] of Object.entries(instrument.items)) {
    const skips = 'dont_know' in item && item.dont_know && by.unit() < truth.dontKnow;
    const value = (): Value | null => {
      switch (item.kind) {
        case 'scale':
          return point(item.scale);
        case 'choice':
          return item.options[by.below(item.options.length)] ?? null;
        case 'multiple':
          return item.options.filter((_, at) => at === 0 || by.unit() < 0.3).slice(0, item.at_most ?? undefined);
        case 'matrix':
          return Object.fromEntries(item.rows.map((row) => [row, point(item.scale)]));
        case 'text':
          return null;
      }
    };
    const given = skips ? 'dont_know' : value();
    if (given !== null) values[id] = given;
  }
  return values;
}

/** Answers of so many people about one body. */
export function answersOf(
  instrument: Instrument,
  of: { bodyId: string; direction: Direction; n: number; truth: Truth; seed: number; pooled?: boolean },
): CountedAnswer[] {
  const by = chance(of.seed);
  return Array.from({ length: of.n }, () => ({
    ...{ direction: of.direction, bodyId: of.bodyId, pooled: of.pooled ?? false },
    values: sheetOf(instrument, of.truth, by),
  }));
}
