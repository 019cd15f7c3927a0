// For how long somebody represents an organisation or holds an office: to a last day, or until somebody ends it. Nothing happens on that day: who acts is
// read off the days (queries/viewer). Asked when somebody is invited, when the day is set, and by whoever tells of days that are near.
import { z } from 'zod';
import { addDays, dayOf, type Day, type Instant } from './day';
import { refuse } from './refusal';
import { endOf, lastDayBefore } from './seat-term';
import { day } from './shape';

/** What an invitation to an organisation or a body says of the mandate, kept with it until it is taken. `name`: of a newcomer, as the inviter has it. */
export const offeredMandate = z.object({ lastDay: day.nullable(), name: z.string().optional() });

/** The house's own courtesy, no term: so long before the last day everybody concerned is told by letter. */
const TOLD_DAYS_BEFORE = 14;

/** Refuses invalid where the day has passed. */
export const faultOfLastDay = (lastDay: Day | null, now: Instant) =>
  lastDay !== null && lastDay < dayOf(now) ? refuse('invalid', { fields: { lastDay: 'bad_day' } }) : null;

/** When a mandate with this last day ends; null where it has none. */
export const untilOf = (lastDay: Day | null): Instant | null => lastDay && endOf(lastDay);

/** The last day of a mandate that ends at `until`; null where nobody set one. */
export const lastDayAt = (until: Instant | null): Day | null => (until === null ? null : lastDayBefore(until));

/** Mandates that end by this instant are near their last day. */
export const nearUntil = (now: Instant): Instant => endOf(addDays(dayOf(now), TOLD_DAYS_BEFORE));
