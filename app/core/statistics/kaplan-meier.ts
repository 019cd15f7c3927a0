// How long until it ends, when some have not ended yet? The share still open after each time, from ended and open cases together: a
// mean over ended cases alone praises whoever leaves the hard ones lying. Called for the time to an answer; quantiles by survival-quantile.
import { notEstimable, type Estimate, type Interval, type NotEstimable } from './estimate';
import { zOf } from './normal';
import { addUp, riskTable } from './risk-table';
import { wilson } from './wilson';

/**
 * A case: how long it was seen (0 or more, in the unit of the caller: working days), and whether it ended then or was still open; or
 * `count` such cases.
 */
export type Seen = { time: number; ended: boolean; count?: number };

/** From `time` on the share `survival` is open. `atRisk` were seen open just before, `ended` ended then, `censored` were seen no longer. */
export type SurvivalStep = Interval & {
  time: number;
  atRisk: number;
  ended: number;
  censored: number;
  survival: number;
  variance: number;
};
/** The whole curve: 1 before the first step, and nothing known beyond the last while any are open. */
export type SurvivalCurve = { n: number; ended: number; level: number; steps: SurvivalStep[] };

/**
 * The product-limit estimate of the share still open, with Greenwood's variance and two-sided intervals at each time; a case that was
 * seen until t counts as open at t. Times below 0 and counts that are not whole throw. Of no cases the curve has no steps.
 *
 *   S(t) = Π (1 − dᵢ/nᵢ),  V(t) = S² Σ dᵢ / (nᵢ (nᵢ − dᵢ)),  low, high = S^exp(± z · √V / (S ln S)) (from ln(−ln S))
 *
 * Where S is 1 or 0, ln(−ln S) says nothing: there stands Wilson's interval of none among those at risk, at 0 not above the one before.
 *
 * The intervals hold the truth in 94–97 % from 20 cases on; of 10 cases, where few are still seen, in 91 %.
 *
 * E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958) 457–481; M. Greenwood, "The natural
 * duration of cancer", Reports on Public Health 33 (1926); ln(−ln): J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of
 * Failure Time Data (1980), 1.3; its coverage: Ø. Borgan, K. Liestøl, Scandinavian J. Statistics 17 (1990) 35–41.
 */
export function kaplanMeier(cases: readonly Seen[], level = 0.95): SurvivalCurve {
  const z = zOf(level);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood, before, all] = [1, 0, 1, 0];
  const table = riskTable(cases.map(({ time, ended, count }) => ({ time, end: ended || null, count })));
  for (const { time, atRisk, ended: ends, censored } of table) {
    const ended = addUp(ends.values());
    all += ended;
    survival *= (atRisk - ended) / atRisk;
    if (ended < atRisk) greenwood += ended / (atRisk * (atRisk - ended));
    const none = wilson(0, atRisk, level);
    const most = none.estimate === null ? 1 : none.high;
    const spread = Math.exp((z * Math.sqrt(greenwood)) / Math.log(survival));
    const interval =
      survival === 1
        ? { low: 1 - most, high: 1 }
        : survival === 0
          ? { low: 0, high: Math.min(before, most) }
          : { low: survival ** (1 / spread), high: survival ** spread };
    before = interval.high;
    steps.push({ time, atRisk, ended, censored, survival, variance: survival ** 2 * greenwood, ...interval });
  }
  return { n: table[0]?.atRisk ?? 0, ended: all, level, steps };
}

/**
 * The share 0..1 still open after `time`, with its interval. Not estimable of no cases, and beyond the last time seen while some were
 * open then.
 */
export function survivalAt({ n, steps, level }: SurvivalCurve, time: number): Estimate | NotEstimable {
  if (!(time >= 0)) throw new Error(`${time} is no time that passes`);
  const last = steps.at(-1);
  if (!last) return notEstimable(n, 'nothing_counted');
  if (time > last.time && last.survival > 0) return notEstimable(n, 'outside_observed');
  const step = steps.findLast((one) => one.time <= time);
  if (step) return { n, estimate: step.survival, low: step.low, high: step.high };
  const all = wilson(n, n, level);
  return { n, estimate: 1, low: all.estimate === null ? 0 : all.low, high: 1 };
}
