// How a body has arranged its own work, as the fold of what it decided. A body that decided nothing has no stream, and works plainly.
import { KINDS, type Kind } from '../../guide/schema';
import { eventsOf, type Event, type EventOf } from './event';

/** `fourEyes`: kinds whose answers are drafted by one official and approved by another. */
export type Office = { id: string; fourEyes: Kind[] };

const PREFIX = 'office:';
export const officeStream = (bodyId: string): string => `${PREFIX}${bodyId}`;

/** The arrangement of a body that decided nothing. */
export const plainOffice = (bodyId: string): Office => ({ id: bodyId, fourEyes: [] });

function step(event: EventOf<'office'>): Partial<Office> {
  switch (event.type) {
    case 'office.four_eyes_chosen':
      return { fourEyes: KINDS.filter((kind) => event.payload.kinds.includes(kind)) };
    case 'office.handed_over':
    case 'obligation.lapsed':
    case 'record.erased':
      return {};
  }
}

/** The state after all events, oldest first; null for a stream without any. */
export function foldOffice(events: readonly Event[]): Office | null {
  const own = eventsOf(events, 'office');
  const [first] = own;
  if (!first) return null;
  const begun = plainOffice(first.stream.slice(PREFIX.length));
  return own.reduce<Office>((state, event) => ({ ...state, ...step(event) }), begun);
}
