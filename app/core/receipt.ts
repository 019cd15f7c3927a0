// Whose receipt an event is: of whoever did it and, of what a body says to the applicant, the applicant's too.
import type { Event, EventType } from './event';
import { isApplicant, type AppealParties } from './side';
import type { Viewer } from './viewer';

const TO_APPLICANT: ReadonlySet<EventType> = new Set<EventType>([
  'appeal.accepted',
  'appeal.redirected',
  'appeal.part_redirected',
  'appeal.extended',
  'appeal.answered',
  'appeal.noted',
  'appeal.terminated',
  'appeal.returned',
  'appeal.cure_asked',
  'appeal.hearing_called',
  'appeal.heard',
  'appeal.file_given',
  'appeal.executed',
]);

/** `appeal`: the parties, where the event is of a case. */
export const hasReceipt = (viewer: Viewer, { actor, type }: Event, appeal: AppealParties | null): boolean =>
  (actor.kind === 'person' && actor.personId === viewer.personId) ||
  (appeal !== null && TO_APPLICANT.has(type) && isApplicant(viewer, appeal));
