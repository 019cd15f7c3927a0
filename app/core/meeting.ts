// A meeting of a public council as the fold of its events, and whether it could decide: two thirds of the members present, or what the
// guide says.
import type { Rounds } from '../../guide/schema';
import { neededOf } from './council';
import type { Day } from './day';
import { eventsOf, type Event, type EventOf, type FactOf, type Signatory } from './event';
import type { AgendaItem } from './meeting-event';

export type Meeting = Omit<FactOf<'meeting.called'>['payload'], 'agenda'> & {
  id: string;
  agenda: AgendaItem[];
  held: (Omit<FactOf<'meeting.held'>['payload'], 'signatory'> & { day: Day; signatory: Signatory }) | null;
};

export const meetingStream = (meetingId: string): string => `meeting:${meetingId}`;

function step(event: EventOf<'meeting'>): Partial<Meeting> {
  switch (event.type) {
    case 'meeting.called':
      throw new Error(`${event.stream}: called twice`);
    case 'meeting.changed':
      return event.payload;
    case 'meeting.held':
      return { held: { ...event.payload, day: event.day } };
    case 'obligation.lapsed':
    case 'record.erased':
      return {};
  }
}

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldMeeting(events: readonly Event[]): Meeting | null {
  const [first, ...rest] = eventsOf(events, 'meeting');
  if (!first) return null;
  if (first.type !== 'meeting.called') throw new Error(`${first.stream}: the first event is ${first.type}`);
  const begun: Meeting = { ...first.payload, id: first.stream.slice('meeting:'.length), held: null };
  return rest.reduce<Meeting>((state, event) => ({ ...state, ...step(event) }), begun);
}

export type Quorum = { members: number; present: number; needed: number; reached: boolean };

/** Who was there against how many must be (the guide's share of the members). */
export function quorumOf({ quorum }: Rounds['council'], attendance: readonly { present: boolean }[]): Quorum {
  const members = attendance.length;
  const present = attendance.filter((one) => one.present).length;
  const needed = neededOf(quorum, members);
  return { members, present, needed, reached: members > 0 && present >= needed };
}
