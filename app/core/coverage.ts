// Were the reminders that should have gone out sent? From the days of an obligation as its events told them and the letters that left, never
// from a record of our own of what was sent. Pure; asked by the nightly count and by the list of what is missing.
import type { Calendar, ReminderPlan } from '../../guide/schema';
import { dayOf, type Day, type Instant } from './day';
import { nextReminder, planReminders } from './reminder';
import type { Reckoning } from './term';

export type Side = 'by_you' | 'to_you';
/** A reminder that should have gone out: to one side of an obligation, on the day of `dueAt`. */
export type Expected = { point: string; side: Side; dueAt: Instant; day: Day; dueDay: Day };
/** A letter of reminder that left. */
export type Left = { point: string; side: Side; dueDay: Day; at: Instant };
export type Covered = 'sent' | 'late' | 'none';

export type Remembered = {
  /** From when on the obligation had which days, oldest first. */
  history: readonly { at: Instant; reckoning: Reckoning }[];
  closedAt: Instant | null;
  hasCreditor: boolean;
};

/** Every reminder whose day is over before `today`, given how long the obligation was open and which days it had meanwhile. */
export function expectedReminders(
  { history, closedAt, hasCreditor }: Remembered,
  { plan, calendar, now }: { plan: ReminderPlan; calendar: Calendar; now: Instant },
): Expected[] {
  const today = dayOf(now);
  return history.flatMap(({ at, reckoning }, n) => {
    const until = Math.min(history[n + 1]?.at ?? now, closedAt ?? now, now);
    const points = planReminders({ plan, reckoning, calendar, now: at }).flatMap((first) =>
      occurrences(first, { plan, calendar, until }),
    );
    return points.flatMap(({ point, dueAt }): Expected[] => {
      const day = dayOf(dueAt);
      const to = plan.points.find(({ id }) => id === point)?.to;
      // What falls on the very day of the act that ends or moves it may have come before or after it: nobody is held to it.
      if (dueAt >= until || day >= today || day === dayOf(until)) return [];
      const sides: Side[] = [
        ...(to === 'creditor' ? [] : (['by_you'] as const)),
        ...(to !== 'debtor' && hasCreditor ? (['to_you'] as const) : []),
      ];
      return sides.map((side) => ({ point, side, dueAt, day, dueDay: reckoning.due }));
    });
  });
}

type Coming = { point: string; dueAt: Instant };

/** A point as often as it comes before `until`: once, or again and again while the obligation is overdue. */
function occurrences(
  first: Coming,
  { plan, calendar, until }: { plan: ReminderPlan; calendar: Calendar; until: Instant },
): Coming[] {
  const found: Coming[] = [];
  for (let next: Coming | null = first; next && next.dueAt < until;) {
    found.push(next);
    next = nextReminder({ plan, point: next.point, day: dayOf(next.dueAt), calendar });
  }
  return found;
}

/** sent: on its day. late: a letter to that side about the same last day left on a later day. none: nothing left. */
export function coveredBy(expected: Expected, left: readonly Left[]): Covered {
  const mine = left.filter(({ side, dueDay }) => side === expected.side && dueDay === expected.dueDay);
  if (mine.some(({ point, at }) => point === expected.point && dayOf(at) === expected.day)) return 'sent';
  return mine.some(({ at }) => dayOf(at) > expected.day) ? 'late' : 'none';
}
