// In which band does a share lie, and in which might it? The interval names every band that it reaches.
import { BANDS, type Band, type Scoring } from '../../../guide/schema';
import type { Estimate, NotEstimable } from '../statistics/estimate';

/** The band of the estimate; the best and the worst that the interval reaches. `sure`: it reaches no other. */
export type Banded = { band: Band; best: Band; worst: Band; sure: boolean };

const bandOf = (share: number, { good, adequate }: Scoring['bands']): Band =>
  share >= good ? 'good' : share >= adequate ? 'adequate' : 'unsatisfactory';

/** Null where there is no share. */
export function banded(share: Estimate | NotEstimable, { bands }: Scoring): Banded | null {
  if (share.estimate === null) return null;
  const [band, best, worst] = [share.estimate, share.high, share.low].map((value) => bandOf(value, bands));
  if (!band || !best || !worst) return null;
  return { band, best, worst, sure: best === worst };
}

/** All bands from the best to the worst reached. */
export const reached = ({ best, worst }: Banded): Band[] => BANDS.slice(BANDS.indexOf(best), BANDS.indexOf(worst) + 1);
