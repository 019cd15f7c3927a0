// Figures of trust surveys in words: the figure with its interval, or why there is none. Pages, and nothing else, call these.
import type { Direction, Suppression } from '../../../guide/schema';
import type { ItemFigures, ScaleFigures } from '../../core/item-figures';
import { pointsOf } from '../../core/item-figures';
import type { Estimate, NotEstimable } from '../../core/statistics/estimate';
import type { TrustWords } from '../../queries/trust-words';
import type { Text } from '../../text';
import type { Axis, Mark } from '../../ui/ranges';

export const MARK = { ngo_to_body: 'circle', body_to_ngo: 'square' } as const satisfies Record<Direction, Mark>;

type Some = Estimate | NotEstimable;
export const estimated = (found: Some | null | undefined): Estimate | null =>
  found && found.estimate !== null ? found : null;
export const lackOf = (t: Text, found: Some | null | undefined): string =>
  found && 'lack' in found ? t.trust.lack[found.lack] : t.trust.withheld;

type Saying = (estimate: number, low: number, high: number) => string;
/** The figure by `say`, or the reason why there is none. */
export function saidOf(t: Text, found: Some | null | undefined, say: Saying): string {
  const estimate = estimated(found);
  return estimate ? say(estimate.estimate, estimate.low, estimate.high) : lackOf(t, found);
}

export const scaleOf = (figures: ItemFigures | null | undefined): ScaleFigures | null =>
  figures?.kind === 'scale' ? figures : null;

/** The mean of a scale, or why there is none: the cell is hidden, too few answered, all said the same. */
export function meanSaid(
  t: Text,
  words: TrustWords,
  seen: { figures: ItemFigures | null | undefined; suppressed: Suppression | null },
): string {
  const scale = scaleOf(seen.figures);
  if (!seen.figures) return seen.suppressed ? words.suppression[seen.suppressed].name : t.trust.notAsked;
  if (!scale) return t.trust.withheld;
  const { mean } = scale;
  if (mean.estimate === null && mean.lack === 'no_variation') {
    const all = pointsOf(scale);
    return t.trust.said.everybody(all.reduce((sum, one) => sum + one, 0) / all.length);
  }
  return saidOf(t, mean, t.trust.said.mean);
}

export const shareSaid = (t: Text, share: Some | null | undefined): string => saidOf(t, share, t.trust.said.share);

/** An axis from the first to the last point, with every second of many marked. */
export function axisOf({ from, to }: { from: number; to: number }): Axis {
  const step = to - from > 6 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
  return { from, to, ticks: ticks.map((at) => ({ at, text: String(at).replace('-', '−') })) };
}

/** An axis around nought that holds all of these. */
export function axisAround(values: readonly (Estimate | null)[]): Axis {
  const far = Math.max(1, ...values.flatMap((one) => (one ? [Math.abs(one.low), Math.abs(one.high)] : [])));
  const end = Math.ceil(far);
  return { from: -end, to: end, ticks: [-end, 0, end].map((at) => ({ at, text: String(at).replace('-', '−') })) };
}
