// How near a due day is, as desks and bodies' pages group it. A grouping of ours for the eye, no term of the law: nothing is owed,
// reminded or counted by it (app/README.md, record 9). Asked by queries and pages; the texts are given the number.
import type { Calendar } from '../../guide/schema';
import { addWorkingDays } from './calendar';
import type { Day } from './day';

/** Working days within which a due day counts as near. */
export const NEAR = 3;

export const NEARNESS = ['overdue', 'today', 'near', 'later'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** The last day that is near today. */
export const nearUntil = (calendar: Calendar, today: Day): Day => addWorkingDays(calendar, today, NEAR);

/** The group of a due day; `until`: nearUntil of today. */
export const nearnessOf = (dueDay: Day, today: Day, until: Day): Nearness =>
  dueDay < today ? 'overdue' : dueDay === today ? 'today' : dueDay <= until ? 'near' : 'later';
