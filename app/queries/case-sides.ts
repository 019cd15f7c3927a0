// Which side of a case did it? Asked by the thread, which stands the parties opposite each other.
import type { EventOf, EventType } from '../core/event';

/** What an applicant does in a case after filing it. */
const BY_APPLICANT: ReadonlySet<string> = new Set<EventType>([
  'appeal.withdrawn',
  'appeal.judged',
  'appeal.cured',
  'appeal.objected',
  'appeal.protocol_remarked',
  'appeal.complained',
  'appeal.file_asked',
  'appeal.execution_judged',
  'appeal.publicity_set',
  'appeal.promise_judged',
]);

export function isByApplicant(event: EventOf<'appeal'>): boolean {
  if (event.type === 'appeal.filed') return event.payload.arrivedBy === 'filing';
  if (event.type === 'appeal.letter_received') return event.payload.by === 'applicant';
  if (event.type === 'appeal.promised' || event.type === 'appeal.external_set') return event.payload.by === 'applicant';
  return BY_APPLICANT.has(event.type);
}
