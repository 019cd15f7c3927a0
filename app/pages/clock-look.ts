// How the clock of a duty looks and what is said of it, wherever one stands: on cases, rounds, comments and promises.
import type { Clock } from '../core/obligation';
import type { Text } from '../text';
import type { Nearness } from '../ui/deadline';

/** The look of a duty's day. */
export const NEARNESS = {
  running: 'calm',
  due_today: 'today',
  overdue: 'overdue',
  kept: 'kept',
  late: 'late',
  released: 'ended',
} as const satisfies Record<Clock, Nearness>;

/** What is left, by how much it is overdue, or how it ended; `daysLeft` in working days, negative when overdue. */
export const clockNote = ({ clocks }: Text, { clock, daysLeft }: { clock: Clock; daysLeft: number }): string =>
  clock === 'running'
    ? clocks.left(daysLeft)
    : clock === 'overdue'
      ? clocks.overdue(Math.max(0, -daysLeft))
      : clocks.state[clock];
