// Who may read an appeal on a day: everyone, or its parties. A private one may have a day, chosen by its applicant, from which it is public;
// that is asked of the day at every reading, so that nothing has to happen on it. What is read is given on with its answer as `visibility`.
import type { Day } from './day';

export const VISIBILITIES = ['public', 'private'] as const;
type Visibility = (typeof VISIBILITIES)[number];
/** `publicDay`: from this day on everyone reads it; null where none was chosen. */
export type Publicity = { visibility: string; publicDay: Day | null };

export const visibilityOn = ({ visibility, publicDay }: Publicity, today: Day): Visibility =>
  visibility === 'public' || (publicDay !== null && publicDay <= today) ? 'public' : 'private';
