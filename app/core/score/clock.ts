// In time or not, on one clock: what a case, a duty or a comment counts as on the day of the report. The same for both clocks of a case;
// only the last day differs. Open and overdue is late from the day after the last day, so that silence never leaves the count.
import type { Day } from '../day';
import { wilson, type Share } from '../statistics/wilson';
import type { NotEstimable } from '../statistics/estimate';

/** `late_open`: late, and still not done. `not_due`, `withdrawn`, `redirected` are left out of the share, and shown. */
export const COUNTED_AS = ['in_time', 'late', 'late_open', 'not_due', 'withdrawn', 'redirected'] as const;
export type CountedAs = (typeof COUNTED_AS)[number];

type Ended = { due: Day; ended: { day: Day; as: 'done' | 'withdrawn' | 'redirected' } | null };

/** What it counts as. Whatever ended after its last day was late by then, whichever way it ended. */
export function countedAs({ due, ended }: Ended, today: Day): CountedAs {
  if (ended === null || ended.day > today) return today > due ? 'late_open' : 'not_due';
  if (ended.day > due) return 'late';
  return ended.as === 'done' ? 'in_time' : ended.as;
}

/** A share in time with its interval, and all that it was counted from: the counts add up to everything given. */
export type ClockShare = { share: Share | NotEstimable; counts: Record<CountedAs, number> };

/** The share in time of what is counted; not estimable while nothing is due. */
export function clockShare<F extends { count: number }>(
  facts: readonly F[],
  of: (fact: F) => Ended,
  { today, level }: { today: Day; level: number },
): ClockShare {
  const counts: Record<CountedAs, number> = {
    in_time: 0,
    late: 0,
    late_open: 0,
    not_due: 0,
    withdrawn: 0,
    redirected: 0,
  };
  for (const fact of facts) counts[countedAs(of(fact), today)] += fact.count;
  return { share: wilson(counts.in_time, counts.in_time + counts.late + counts.late_open, level), counts };
}
