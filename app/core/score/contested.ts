// What a snapshot keeps of contests beside its figures: how many cases are contested, what was ruled, and the figures as they were counted
// before any ruling. Both versions stand side by side.
import type { RulingId } from '../../../guide/schema';
import type { ContestStatus } from '../contest';
import type { Effect } from '../contest-event';
import type { Day } from '../day';
import { caseOn } from './case-clock';
import { countedAs, type CountedAs } from './clock';
import { total, type CaseFact, type Facts, type RulingFact } from './facts';
import type { Figures } from './figures';
import { asRuled } from './ruled';

export type OnClocks = { lawful: CountedAs; extended: CountedAs };
/** A case counted by a ruling: number of the contest, version of the ruling in its stream, and what the case counted and counts as. */
export type CountedByRuling = {
  contest: string;
  version: number;
  ruling: RulingId;
  effect: Effect;
  before: OnClocks;
  /** Null where it is counted nowhere any more. */
  after: OnClocks | null;
};
export type Contested = {
  /** Cases that were ever contested, of all of the period; those withdrawn are not among them. */
  contested: number;
  of: number;
  counts: Record<ContestStatus, number>;
  rulings: CountedByRuling[];
  /** As counted before any ruling; null where no ruling changed anything. */
  original: Figures | null;
};

/** What a case counts as on both clocks on `today`. */
export const onClocks = (fact: CaseFact, today: Day): OnClocks => ({
  lawful: countedAs(caseOn('lawfulDue')(fact), today),
  extended: countedAs(caseOn('dueDay')(fact), today),
});

const byRuling = ({ contest, version, ruling, effect, recorded }: RulingFact, today: Day): CountedByRuling => {
  const ruled = asRuled(recorded, effect);
  return {
    ...{ contest, version, ruling, effect },
    before: onClocks(recorded, today),
    after: ruled && onClocks(ruled, today),
  };
};

/** `original`: the figures of the facts without any ruling. */
export function contestedOf({ cases, contests, rulings }: Facts, original: Figures | null, today: Day): Contested {
  const counts = { open: 0, upheld: 0, partly: 0, rejected: 0, withdrawn: 0 };
  for (const { status, count } of contests) counts[status] += count;
  return {
    contested: counts.open + counts.upheld + counts.partly + counts.rejected,
    of: total(cases),
    counts,
    rulings: rulings.map((one) => byRuling(one, today)).sort((a, b) => (a.contest < b.contest ? -1 : 1)),
    original,
  };
}
