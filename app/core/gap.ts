// Differences between two published distributions of one item: how much more NGOs trust a body than its officials trust NGOs (the gap),
// and what changed from one wave to the next (the trend). Reckoned from the figures of the two cells alone, so that everyone can.
import type { Direction } from '../../guide/schema';
import { pointsOf, type ItemFigures, type ScaleFigures } from './item-figures';
import type { NotEstimable } from './statistics/estimate';
import { newcombe, type ShareDifference } from './statistics/newcombe';
import { welch, type MeanDifference } from './statistics/welch';
import type { TrustFigures } from './trust-figures';

export type Difference = {
  item: string;
  /** The mean of the first less the mean of the second, in points of the scale. */
  mean: MeanDifference | NotEstimable;
  /** The share of trust of the first less that of the second; null on other scales. */
  trust: ShareDifference | NotEstimable | null;
};

const scaleIn = (items: Record<string, ItemFigures>, id: string): ScaleFigures | null => {
  const figures = items[id];
  return figures?.kind === 'scale' ? figures : null;
};

/**
 * The differences, a less b, in the items that both were asked on the same scale, in the order of a. The two are taken to be drawn
 * apart: where some people are in both, the interval is rather too long.
 */
export function differencesOf(a: Pick<TrustFigures, 'items'>, b: Pick<TrustFigures, 'items'>): Difference[] {
  return Object.keys(a.items).flatMap((item) => {
    const [first, second] = [scaleIn(a.items, item), scaleIn(b.items, item)];
    if (!first || !second || first.from !== second.from || first.counts.length !== second.counts.length) return [];
    return [{ item, mean: welch(pointsOf(first), pointsOf(second)), trust: ofTrust(first, second) }];
  });
}

function ofTrust(first: ScaleFigures, second: ScaleFigures): Difference['trust'] {
  if (!first.shares || !second.shares) return null;
  const counted = ({ shares, answered, dontKnow }: ScaleFigures) => ({
    of: shares && 'of' in shares.trust ? shares.trust.of : 0,
    n: answered + dontKnow,
  });
  return newcombe(counted(first), counted(second));
}

/** NGOs' answers less those of officials, item by item; null where one side's figures are not to be seen. */
export function gapOf(levels: Partial<Record<Direction, TrustFigures | null>>): Difference[] | null {
  const { ngo_to_body: ngos, body_to_ngo: officials } = levels;
  return ngos && officials ? differencesOf(ngos, officials) : null;
}
