// The figures of one cell of a wave's tables: what the people in it said, in one direction. Computed once, when the wave is counted, and
// kept with the cell; pages and open data read them. Called by cuts.
import type { Instrument, Publishing } from '../../guide/schema';
import { askedItems } from '../../guide/instrument';
import { constructFigures, driverFigures, type Associations, type Constructs } from './construct-figures';
import { itemFigures, type ItemFigures } from './item-figures';
import type { Values } from './sheet';
import { wilson, type Share } from './statistics/wilson';
import type { NotEstimable } from './statistics/estimate';

export type TrustFigures = {
  /** Answers that the figures stand on. */
  n: number;
  /** Valid answers of everyone the cell is about: more than n where answers of small panels could not be counted in. */
  valid: number;
  /** Who was asked; null in an open wave, which asks nobody in particular. */
  invited: number | null;
  /** `valid` of `invited`; null where nobody was asked in particular. */
  response: Share | NotEstimable | null;
  /** By item; items in words are not among them. */
  items: Record<string, ItemFigures>;
  constructs: Constructs;
  drivers: Associations;
};

type Asked = {
  sheets: readonly Values[];
  valid: number;
  invited: number | null;
  instrument: Instrument;
  publishing: Publishing;
  /** Fewest answers that a figure may stand on. */
  least: number;
};

/** The figures of these people. The order of the sheets does not matter. */
export function trustFigures({ sheets, valid, invited, ...asked }: Asked): TrustFigures {
  const { instrument } = asked;
  const items = askedItems(instrument).flatMap((id) => {
    const item = instrument.items[id];
    const figures = item && itemFigures(id, item, { ...asked, sheets });
    return figures ? [[id, figures] as const] : [];
  });
  return {
    ...{ n: sheets.length, valid, invited },
    // Somebody who was not invited may still answer where a body's people changed meanwhile.
    response: invited === null ? null : wilson(Math.min(valid, invited), invited),
    items: Object.fromEntries(items),
    constructs: constructFigures({ ...asked, sheets }),
    drivers: driverFigures({ ...asked, sheets }),
  };
}
