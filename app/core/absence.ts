// An absence as the fold of its events, and what days have to do with it. Who acts for whom today is derived from these days whenever it is
// asked; nothing is switched on or off.
import { addDays, type Day } from './day';
import { eventsOf, type Event, type EventOf, type FactOf } from './event';

export type Absence = Omit<FactOf<'absence.announced'>['payload'], 'officer'> & { id: string };
/** First and last day, both within. */
export type Days = { fromDay: Day; untilDay: Day };

const PREFIX = 'absence:';
export const absenceStream = (id: string): string => `${PREFIX}${id}`;

/** Whether the two have a day in common. */
export const overlap = (a: Days, b: Days): boolean => a.fromDay <= b.untilDay && b.fromDay <= a.untilDay;

/** The last day of an absence of somebody who is back on `today`. */
export const endedBefore = (today: Day): Day => addDays(today, -1);

function step(state: Absence, event: EventOf<'absence'>): Absence {
  switch (event.type) {
    case 'absence.announced':
      throw new Error(`${event.stream}: announced twice`);
    case 'absence.ended':
      return { ...state, untilDay: event.payload.untilDay };
    case 'obligation.lapsed':
    case 'record.erased':
      return state;
  }
}

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldAbsence(events: readonly Event[]): Absence | null {
  const [first, ...rest] = eventsOf(events, 'absence');
  if (!first) return null;
  if (first.type !== 'absence.announced') throw new Error(`${first.stream}: the first event is ${first.type}`);
  const { officer: _, ...announced } = first.payload;
  return rest.reduce(step, { ...announced, id: first.stream.slice(PREFIX.length) });
}
