// What became of a body's promises: kept in time, kept late, kept in part, not kept, not yet due. Each promise is one of these, so they
// add up. What the body reports and what those who took part say are never merged: the second stands beside as a share of its own.
import type { Scoring } from '../../../guide/schema';
import type { Day } from '../day';
import type { NotEstimable } from '../statistics/estimate';
import { wilson, type Share } from '../statistics/wilson';
import { total, type PromiseFact } from './facts';
import { KEPT, type Kept } from '../kept';

export const PROMISE_AS = ['kept', 'late', 'partly', 'unkept', 'not_due'] as const;
export type PromiseAs = (typeof PROMISE_AS)[number];
/** `share`: kept in time, of all but those not yet due. `disputed`: of those that somebody who took part spoke of, where most say worse. */
export type Promises = {
  share: Share | NotEstimable;
  counts: Record<PromiseAs, number>;
  disputed: Share | NotEstimable;
};
type Kind = NonNullable<Scoring['promises']>['kept'];

/** What a promise counts as. A report of failure counts at once; silence from the day after its day. */
export function promiseAs({ dueDay, reportedDay, said }: PromiseFact, today: Day, kept: Kind): PromiseAs {
  if (said === null || reportedDay === null || reportedDay > today) return today > dueDay ? 'unkept' : 'not_due';
  if (said === 'not_kept') return 'unkept';
  if (!kept.includes(said)) return 'partly';
  return reportedDay <= dueDay ? 'kept' : 'late';
}

/** Whether those who took part agree with the report: they differ where more than half of them say that less was kept. */
export function heardOf(said: Kept | null, verdicts: readonly Kept[]): PromiseFact['heard'] {
  if (said === null || verdicts.length === 0) return null;
  const worse = verdicts.filter((verdict) => KEPT.indexOf(verdict) > KEPT.indexOf(said)).length;
  return 2 * worse > verdicts.length ? 'differ' : 'agree';
}

/** What the two sides of an answer say of its promise: where the body is silent and the applicant has it, it is kept since then. */
export function promiseTold({ report, judged }: Told): Pick<PromiseFact, 'said' | 'reportedDay' | 'heard'> {
  if (!report)
    return judged?.verdict === 'kept'
      ? { said: 'kept', reportedDay: judged.day, heard: null }
      : { said: null, reportedDay: null, heard: null };
  return { said: report.kept, reportedDay: report.day, heard: heardOf(report.kept, judged ? [judged.verdict] : []) };
}
type Told = { report: { kept: Kept; day: Day } | null; judged: { verdict: Kept; day: Day } | null };

export function promisesOf(
  facts: readonly PromiseFact[],
  { kept, today, level }: { kept: Kind; today: Day; level: number },
): Promises {
  const counts: Promises['counts'] = { kept: 0, late: 0, partly: 0, unkept: 0, not_due: 0 };
  for (const fact of facts) counts[promiseAs(fact, today, kept)] += fact.count;
  const spoken = facts.filter(({ heard }) => heard !== null);
  return {
    share: wilson(counts.kept, total(facts) - counts.not_due, level),
    counts,
    disputed: wilson(total(spoken.filter(({ heard }) => heard === 'differ')), total(spoken), level),
  };
}
