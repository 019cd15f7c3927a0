// What a body's figures are counted from: cases, duties of procedure and comments as plain facts, many alike in one with `count`. Read
// from the tables or folded from the ledger; both must give the same figures.
import type { Kind, RulingId } from '../../../guide/schema';
import type { Verdict } from '../appeal';
import type { ContestStatus } from '../contest';
import type { Effect } from '../contest-event';
import type { Day } from '../day';
import type { Kept } from '../kept';
import type { Phase } from '../standing';

export type ScoredPhase = Exclude<Phase, 'returned'>;
export const scoredPhase = (phase: Phase): ScoredPhase => (phase === 'returned' ? 'terminated' : phase);

/** Cases alike. `deemed`: their procedure treats a term that passed in silence as a refusal. */
export type CaseFact = {
  kind: Kind;
  registeredDay: Day;
  /** The last day of the original term, and as extended. */
  lawfulDue: Day;
  dueDay: Day;
  extended: boolean;
  /** A return counts as the termination that it is to the applicant: the body closed the case without a decision, on a ground of the law. */
  phase: ScoredPhase;
  /** Closed by a return: it has a rate of its own. */
  returned: boolean;
  endedDay: Day | null;
  verdict: Verdict | null;
  deemed: boolean;
  /** Ended later in the day than the body works; whether the day was a working day tells the calendar. */
  afterHours: boolean;
  count: number;
};

/** Duties alike: of procedure in a case, or of a round to a council. */
export type DutyFact = {
  rule: string;
  dueDay: Day;
  closedDay: Day | null;
  closedHow: 'discharged' | 'released' | null;
  count: number;
};

/** Comments alike; `topic` is that of their round. */
export type CommentFact = {
  topic: string;
  dueDay: Day;
  phase: 'open' | 'disposed' | 'withdrawn';
  endedDay: Day | null;
  count: number;
};

/** Promises of rounds and of answers alike: their day, what the body reported and when, and whether those to whom it was made say that it is so. */
export type PromiseFact = {
  dueDay: Day;
  reportedDay: Day | null;
  said: Kept | null;
  heard: 'agree' | 'differ' | null;
  count: number;
};
/** A case that a ruling counts otherwise than it was recorded, with the contest's number, the ruling's version and the duties of the case. */
export type RulingFact = {
  contest: string;
  version: number;
  ruling: RulingId;
  effect: Effect;
  recorded: CaseFact;
  duties: readonly DutyFact[];
  count: number;
};

/** Contests alike. */
export type ContestFact = { status: ContestStatus; count: number };

/** Everything that a body's figures of a period are counted from. */
export type Facts = {
  cases: readonly CaseFact[];
  duties: readonly DutyFact[];
  comments: readonly CommentFact[];
  councilReplies: readonly DutyFact[];
  promises: readonly PromiseFact[];
  rulings: readonly RulingFact[];
  contests: readonly ContestFact[];
};
export const NO_FACTS: Facts = {
  ...{ cases: [], duties: [], comments: [], councilReplies: [], promises: [], rulings: [], contests: [] },
};

/** How many the facts stand for. */
export const total = (facts: readonly { count: number }[]): number => facts.reduce((sum, { count }) => sum + count, 0);
