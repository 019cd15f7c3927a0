// How near a due day is, as the deadline of ui/deadline looks and says it.
import type { Nearness } from '../../core/nearness';
import type { Text } from '../../text';
import type { Nearness as Look } from '../../ui/deadline';

export const LOOK = { overdue: 'overdue', today: 'today', near: 'soon', later: 'calm' } as const satisfies Record<
  Nearness,
  Look
>;

/** The words beside a due day; `daysLeft`: working days until it, negative once it has passed. */
export const noteOf = (t: Text, { nearness, daysLeft }: { nearness: Nearness; daysLeft: number }): string =>
  nearness === 'overdue'
    ? t.clocks.overdue(Math.max(0, -daysLeft))
    : nearness === 'today'
      ? t.clocks.today
      : t.clocks.left(daysLeft);
