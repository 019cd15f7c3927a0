// The words of the answer that waits for its approval or was sent back, as the event has them that the case's state points to.
import type { Appeal } from '../../core/appeal';
import type { Event, FactOf } from '../../core/event';

/** Null where nothing was drafted. */
export function draftIn(
  { steps: { draft } }: Pick<Appeal, 'steps'>,
  events: readonly Event[],
): FactOf<'appeal.answer_drafted'>['payload'] | null {
  const event = draft && events.find(({ version }) => version === draft.version);
  return event?.type === 'appeal.answer_drafted' ? event.payload : null;
}
