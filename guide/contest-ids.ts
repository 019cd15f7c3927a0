/**
 * The ids of contested figures that code relies upon: duties and limits, what a body may claim, how a council may rule. Each has its texts
 * in Kazakh, Russian and English in every edition that knows contests.
 */

/** What an obligation of a contest names as its procedure. */
export const CONTEST = 'contest';
/** `contest_window` is a limit; the ruling is owed by the council. */
export const CONTEST_RULES = ['contest_window', 'contest_ruling'] as const;
/** The days that terms of contests are counted from. */
export const CONTEST_STARTS = ['case_settled', 'contest_made'] as const;
export const CONTEST_PARTIES = ['body', 'council'] as const;
/** What a body says that a case counts as: ended on another day, answered, due on another day, or nothing of its own. */
export const CLAIMS = ['ended_day', 'answered', 'due_day', 'not_counted'] as const;
export const RULINGS = ['upheld', 'partly', 'rejected'] as const;

export type ContestRuleId = (typeof CONTEST_RULES)[number];
export type Claim = (typeof CLAIMS)[number];
export type RulingId = (typeof RULINGS)[number];
