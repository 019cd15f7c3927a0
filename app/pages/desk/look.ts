// How near a due day is, as the deadline of ui/deadline looks.
import type { Nearness } from '../../core/nearness';
import type { Nearness as Look } from '../../ui/deadline';

export const LOOK = { overdue: 'overdue', today: 'today', near: 'soon', later: 'calm' } as const satisfies Record<
  Nearness,
  Look
>;
