// Does a body answer on the last day of the term, whatever the case? Its readiness to answer on that day against the days just before,
// among cases still open: a sign for people to look at, no proof. Called for the signals beside a body's score.
import { notEstimable, type Estimate, type NotEstimable } from './estimate';
import { hypergeometricTail } from './hypergeometric';
import { newcombe } from './newcombe';
import { countOf } from './risk-table';

/**
 * A case: the days of its term, and the day, counted like them from 1, on which it was answered or last seen open; or
 * `count` such. Working days for terms in working days.
 */
export type Termed = { term: number; day: number; answered: boolean; count?: number };
/** What was at risk, and how much of it was answered. */
export type Answered = { of: number; n: number };
/**
 * By how much the share answered on the last day exceeds the daily share of the days before, −1..1; `n` is how many were open when the
 * last day began. `excess`: how many more were answered on it than that. `p`: how often chance alone would heap as much, 0..1.
 */
export type Heaping = Estimate & { last: Answered; before: Answered; excess: number; p: number };

/**
 * The share of open cases answered on the last day of their term, less the share of open cases answered a day over the `before` days
 * in front of it (fewer where the term is shorter), with its two-sided interval and the one-sided exact test of no difference. Not
 * estimable where no case was open on the last day, or on a day before. Days that are no whole numbers from 1 throw.
 *
 *   h(day) = answered on the day / open when it began;  estimate = h(last) − h(days before);  p by the hypergeometric distribution
 *
 * Days of one case count apart, as the likelihood of a discrete hazard allows: P. D. Allison, "Discrete-time methods for the analysis
 * of event histories", Sociological Methodology 13 (1982) 61–98. Interval: newcombe. Test: R. A. Fisher, "The logic of inductive
 * inference", J. Royal Statistical Society 98 (1935) 39–82; it is exact and so rejects less often than its level says. Readiness that
 * rises evenly toward the end also shows as excess: read it beside other bodies'.
 */
export function heaping(
  cases: readonly Termed[],
  { before = 3, level = 0.95 }: { before?: number; level?: number } = {},
): Heaping | NotEstimable {
  const whole = (value: number) => Number.isInteger(value) && value >= 1;
  if (!whole(before) || cases.some(({ term, day }) => !whole(term) || !whole(day)))
    throw new Error('days are whole numbers from 1');
  const [last, earlier] = [
    { of: 0, n: 0 },
    { of: 0, n: 0 },
  ];
  let all = 0;
  for (const one of cases) {
    const { term, day, answered } = one;
    const count = countOf(one);
    const from = Math.max(1, term - before);
    all += count;
    earlier.n += count * Math.max(0, Math.min(day, term - 1) - from + 1);
    if (answered && day >= from && day < term) earlier.of += count;
    if (day >= term) last.n += count;
    if (answered && day === term) last.of += count;
  }
  return all === 0 ? notEstimable(0, 'nothing_counted') : heapOf(last, earlier, level);
}

/** The share of the last day less that of `before`, with its interval and the exact test that chance alone makes it so great. */
export function heapOf(last: Answered, before: Answered, level = 0.95): Heaping | NotEstimable {
  if (last.n === 0 || before.n === 0) return notEstimable(last.n, 'too_few');
  const found = newcombe(last, before, level);
  if (found.estimate === null) return found;
  const { estimate, low, high } = found;
  return {
    n: last.n,
    estimate,
    low,
    high,
    last,
    before,
    excess: last.n * estimate,
    p: hypergeometricTail(last, before),
  };
}
