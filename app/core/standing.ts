// The standing of a case: on every day exactly one, the due day included. Derived from facts and today, never stored, so no
// worker can be late with it. Lists filter by the same words (queries/appeals holds the SQL; a test holds the two together).
import type { Day } from './day';

/** How an open case ends, as the ledger records it. Never merged: an answer, a note, a termination are different things. */
export const PHASES = [
  'open',
  'answered',
  'taken_to_note',
  'terminated',
  'returned',
  'withdrawn',
  'redirected',
] as const;
export type Phase = (typeof PHASES)[number];

export const STANDINGS = [
  'received',
  'running',
  'due_today',
  'overdue',
  'answered',
  'taken_to_note',
  'terminated',
  'returned',
  'withdrawn',
  'redirected',
] as const;
export type Standing = (typeof STANDINGS)[number];

export type StandingFacts = { phase: Phase; registeredDay: Day; dueDay: Day; endedDay: Day | null };

/** `received`: arrived, but its registration day has not come. From the day after the due day: `overdue`. */
export function standingOf({ phase, registeredDay, dueDay, endedDay }: StandingFacts, today: Day): Standing {
  if (phase !== 'open' && endedDay !== null && endedDay <= today) return phase;
  if (today < registeredDay) return 'received';
  if (today > dueDay) return 'overdue';
  return today === dueDay ? 'due_today' : 'running';
}

/** Whether it ended, or still stands open, after its due day. */
export const isLate = ({ phase, dueDay, endedDay }: StandingFacts, today: Day): boolean =>
  phase === 'open' || endedDay === null ? today > dueDay : endedDay > dueDay;
