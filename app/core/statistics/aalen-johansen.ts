// Which end comes by when, when there are several ends and each excludes the others? A case that was withdrawn or redirected will never
// be answered: to censor it would pretend that it still might be. The shares of all ends and of what is open add up to 1.
import { notEstimable, type Estimate, type Interval, type NotEstimable } from './estimate';
import { zOf } from './normal';
import { addUp, riskTable, type Observed } from './risk-table';
import { wilson } from './wilson';

/** A case: how long it was seen, in the unit of the caller, and which end it had then, null when it was still open; or `count` such. */
export type Ending<C extends string> = Observed<C>;

/** The share that has had this end by the step's time, `estimate`, with its variance and interval; `ended` of them just then. */
export type Incidence = Interval & { ended: number; estimate: number; variance: number };
/** From `time` on: the share still `open`, and of each end the share that had it. */
export type IncidenceStep<C extends string> = {
  time: number;
  atRisk: number;
  censored: number;
  open: number;
  ends: Record<C, Incidence>;
};
export type Incidences<C extends string> = { n: number; level: number; steps: IncidenceStep<C>[] };

/** The running sums of one end, from which its variance at each time is had without going back. */
type Sums = {
  share: number;
  squares: number;
  withShare: number;
  withSquare: number;
  own: number;
  cross: number;
  crossShare: number;
};
const NONE: Sums = { share: 0, squares: 0, withShare: 0, withSquare: 0, own: 0, cross: 0, crossShare: 0 };

/**
 * The cumulative incidence of each of `ends` at each time, with its variance and two-sided interval. Times below 0 or that are no
 * number, and ends that are not in the list, throw. With one end it is 1 − Kaplan–Meier, and the variance Greenwood's.
 *
 *   F(t) = Σ S(tᵢ₋₁) dₖᵢ/nᵢ,
 *   V(t) = Σ (F(t) − F(tᵢ))² dᵢ/(nᵢ(nᵢ − dᵢ)) + Σ S(tᵢ₋₁)² dₖᵢ(nᵢ − dₖᵢ)/nᵢ³ − 2 Σ (F(t) − F(tᵢ)) S(tᵢ₋₁) dₖᵢ/nᵢ²,
 *   low, high = F^exp(∓ z · √V / (F ln F));  where F is 0, Wilson's interval of none among those at risk; where F is 1, its mirror
 *
 * The intervals hold the truth in 94–96 % from 40 cases on; of 20 cases and rare ends more often.
 *
 * O. O. Aalen, S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored observations",
 * Scandinavian J. Statistics 5 (1978) 141–150; variance by the delta method: E. Marubini, M. G. Valsecchi, Analysing Survival Data from
 * Clinical Trials and Observational Studies (1995), 10.3; ln(−ln): B. R. Choudhury, "Non-parametric confidence interval estimation for
 * competing risks analysis", Statistics in Medicine 21 (2002) 1129–1144.
 */
export function aalenJohansen<C extends string>(
  cases: readonly Ending<C>[],
  ends: readonly C[],
  level = 0.95,
): Incidences<C> {
  const z = zOf(level);
  const steps: IncidenceStep<C>[] = [];
  let open = 1;
  const sums = new Map<C, Sums>(ends.map((end) => [end, NONE]));
  const table = riskTable(cases);
  for (const { time, atRisk, ended, censored } of table) {
    for (const end of ended.keys()) if (!sums.has(end)) throw new Error(`${end} is none of the ends`);
    const all = addUp(ended.values());
    const none = wilson(0, atRisk, level);
    const most = none.estimate === null ? 1 : none.high;
    const found = ends.map((end): [C, Incidence] => {
      const count = ended.get(end) ?? 0;
      const next = advance(sums.get(end) ?? NONE, { open, count, all, atRisk });
      sums.set(end, next);
      const variance = varianceOf(next);
      const interval = intervalOf({ share: next.share, variance, z, most });
      return [end, { ended: count, estimate: next.share, variance, ...interval }];
    });
    open *= (atRisk - all) / atRisk;
    steps.push({ time, atRisk, censored, open, ends: Object.fromEntries(found) as Record<C, Incidence> });
  }
  return { n: table[0]?.atRisk ?? 0, level, steps };
}

function advance(sums: Sums, at: { open: number; count: number; all: number; atRisk: number }): Sums {
  const { open, count, all, atRisk } = at;
  const share = sums.share + (open * count) / atRisk;
  // After the last case has ended nothing moves any more, and F(t) − F(tᵢ) is 0 there.
  const spread = all < atRisk ? all / (atRisk * (atRisk - all)) : 0;
  const cross = (open * count) / atRisk ** 2;
  return {
    share,
    squares: sums.squares + spread,
    withShare: sums.withShare + spread * share,
    withSquare: sums.withSquare + spread * share ** 2,
    own: sums.own + (open ** 2 * count * (atRisk - count)) / atRisk ** 3,
    cross: sums.cross + cross,
    crossShare: sums.crossShare + cross * share,
  };
}

const varianceOf = ({ share, squares, withShare, withSquare, own, cross, crossShare }: Sums): number =>
  Math.max(0, share ** 2 * squares - 2 * share * withShare + withSquare + own - 2 * (share * cross - crossShare));

function intervalOf(of: { share: number; variance: number; z: number; most: number }): Interval {
  const { share, variance, z, most } = of;
  if (share <= 0) return { low: 0, high: most };
  if (share > 1 - 1e-12) return { low: 1 - most, high: 1 };
  const spread = Math.exp((z * Math.sqrt(variance)) / (share * Math.log(share)));
  return { low: share ** (1 / spread), high: share ** spread };
}

/**
 * The share 0..1 that has had the end by `time`, with its interval. Not estimable of no cases, and beyond the last time seen while some
 * were open then.
 */
export function incidenceAt<C extends string>(
  { n, level, steps }: Incidences<C>,
  end: C,
  time: number,
): Estimate | NotEstimable {
  if (!(time >= 0)) throw new Error(`${time} is no time that passes`);
  const last = steps.at(-1);
  if (!last) return notEstimable(n, 'nothing_counted');
  if (time > last.time && last.open > 1e-12) return notEstimable(n, 'outside_observed');
  const step = steps.findLast((one) => one.time <= time);
  if (!step) {
    const none = wilson(0, n, level);
    return { n, estimate: 0, low: 0, high: none.estimate === null ? 1 : none.high };
  }
  const { estimate, low, high } = step.ends[end];
  return { n, estimate, low, high };
}
