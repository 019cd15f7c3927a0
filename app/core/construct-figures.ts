// Levels of the constructs that several items measure together: scores by person, their mean, whether the items go together, and how the
// drivers go with trust. Trust and distrust stand apart. Called by trust-figures.
import type { Construct, Instrument, Publishing } from '../../guide/schema';
import { DRIVERS, type Driver } from '../../guide/survey-ids';
import { constructsOf, levelOf, scoreOf, type Measure } from './measure';
import type { Values } from './sheet';
import { correlation, type Correlation } from './statistics/correlation';
import { cronbach, type Alpha } from './statistics/cronbach';
import { notEstimable, type NotEstimable } from './statistics/estimate';
import { mean, type Mean } from './statistics/mean';

export type ConstructFigures = {
  /** How many items it is measured by, and how many people have a score. */
  measures: number;
  scored: number;
  /** Of the scores, 0..10; null where fewer people have one than figures may stand on. */
  mean: Mean | NotEstimable | null;
  /** Of the people who answered every item; null where there is one item only. */
  alpha: Alpha | NotEstimable | null;
};
export type Constructs = Partial<Record<Construct, ConstructFigures>>;
/** How the score of each driver goes with that of trust: an association. */
export type Associations = Partial<Record<Driver, Correlation | NotEstimable>>;

type Asked = { sheets: readonly Values[]; instrument: Instrument; publishing: Publishing; least: number };

/** The level of each construct that the instrument measures, among these people. */
export function constructFigures({ sheets, instrument, publishing, least }: Asked): Constructs {
  return Object.fromEntries(
    constructsOf(instrument).map(({ construct, measures }) => {
      const scores = sheets.flatMap((values) => scoreOf(measures, values) ?? []);
      const shown = scores.length === 0 || scores.length >= least;
      const figures: ConstructFigures = {
        ...{ measures: measures.length, scored: shown ? scores.length : 0, mean: shown ? mean(scores) : null },
        alpha: measures.length > 1 ? alphaOf(measures, sheets, Math.max(least, publishing.reliability.n)) : null,
      };
      return [construct, figures];
    }),
  );
}

function alphaOf(measures: readonly Measure[], sheets: readonly Values[], least: number): Alpha | NotEstimable {
  const rows = sheets
    .map((values) => measures.flatMap((measure) => levelOf(measure, values) ?? []))
    .filter((row) => row.length === measures.length);
  return rows.length < least ? notEstimable(rows.length, 'too_few') : cronbach(rows);
}

/** How each driver goes with trust among these people, from the guide's number of pairs on. */
export function driverFigures({ sheets, instrument, publishing, least }: Asked): Associations {
  const constructs = constructsOf(instrument);
  const of = (construct: Construct) => constructs.find((one) => one.construct === construct)?.measures;
  const trust = of('trust');
  if (!trust) return {};
  const fewest = Math.max(least, publishing.association.n);
  return Object.fromEntries(
    DRIVERS.flatMap((driver) => {
      const measures = of(driver);
      if (!measures) return [];
      const pairs = sheets.flatMap((values): [number, number][] => {
        const [x, y] = [scoreOf(measures, values), scoreOf(trust, values)];
        return x === null || y === null ? [] : [[x, y]];
      });
      return [[driver, pairs.length < fewest ? notEstimable(pairs.length, 'too_few') : correlation(pairs)] as const];
    }),
  );
}
